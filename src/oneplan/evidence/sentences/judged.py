"""The verdict on a target in a sentence."""

from __future__ import annotations

from dataclasses import replace

from oneplan.evidence.sentences.subject import (
    ABSENT,
    Subject,
    comparator_in_words,
    day_in_words,
    joined,
)
from oneplan.evidence.targets.facts import Aim
from oneplan.evidence.targets.judging import Judgement
from oneplan.evidence.targets.rules import Reason
from oneplan.vocabulary.relations import Relation

_TO_BE: dict[Relation, str] = {
    "at_least": "to be at least as high as {other}",
    "at_most": "to be at most as high as {other}",
    "equals": "to be the same as {other}",
    "in_line_with": "to be in line with {other}",
    "better_than": "to be better than {other}",
    "at_or_better_than": "to be as good as {other} or better",
    "not_significantly_different_from": "not to differ from {other} by more than chance",
    "not_significantly_worse_than": "not to be worse than {other} by more than chance",
}
_BOUNDS: dict[Relation | None, str] = {
    "at_least": "at least {value}",
    "at_most": "at most {value}",
    "equals": "{value}",
    None: "{value}",
}

_WHY_NOT: dict[Reason, str] = {
    "no_value": "there is no figure for its period",
    "withheld": "the figure is withheld",
    "no_target": "the plan states no value",
    "no_comparator": "no figure of {other} is at hand",
    "comparator_without_value": "{other} has no figure for that period",
    "no_polarity": "nobody has said which way is good",
    "no_baseline": "there is no figure to count the change from",
    "percent_or_points": "it may mean per cent of the baseline or percentage points",
    "not_ranked": "there is no rank",
    "no_test": "the source gives no counts to tell a difference from chance",
}


def verdict_sentence(subject: Subject, judged: Judgement, why_not: str | None = None) -> str:
    """Whether a target is met, by which figure; or why that cannot be said.

    ``why_not`` says why there is nothing to compare with, where that is known.
    """
    target = f"{subject.opening}the target {aim_in_words(subject, _read(judged), judged.baseline)}"
    figure = _figure(subject, judged)
    if judged.verdict == "met":
        return joined(target, " is met; ", figure)
    if judged.verdict == "not_met":
        return joined(target, " is not met; ", figure)
    if judged.verdict == "not_yet" and judged.answer in ("met", "not_met"):
        return joined(target, " is not due yet; ", figure, _would(judged))
    if judged.verdict == "not_yet":
        told = f" is not due yet, and could not be judged so far, because {_why(subject, judged, why_not)}"
        return joined(target, told)
    return joined(f"{target} cannot be judged, because {_why(subject, judged, why_not)}")


def _read(judged: Judgement) -> Aim:
    """The aim with the bound that a bare value was taken for."""
    bound = next((relation for relation in _BOUNDS if relation == judged.rule), None)
    return replace(judged.aim, relation=judged.aim.relation or bound)


def aim_in_words(subject: Subject, aim: Aim, baseline: float | None = None) -> str:
    """What a target asks: "of at least 80% by 31 March 2027", "to be in line with England"."""
    due = f" by {day_in_words(aim.due)}" if aim.due else ""
    return f"{_asks(subject, aim, baseline)}{due}"


def _asks(subject: Subject, aim: Aim, baseline: float | None) -> str:
    if aim.relation == "top_quartile":
        return "to be in the best quarter"
    if aim.relation == "gap_at_most":
        size = (
            subject.difference(aim.value) if aim.value is not None else "a size that is not stated"
        )
        return f"of a gap to {comparator_in_words(aim.comparator)} of at most {size}"
    if aim.value is not None and aim.relation in _BOUNDS:
        return f"of {_BOUNDS[aim.relation].format(value=subject.number(aim.value))}"
    if aim.change_by is not None and aim.relation in _BOUNDS:
        return f"of {_change(subject, aim, baseline)}"
    if aim.comparator is None and aim.value is None and aim.relation in _BOUNDS:
        return "without a value"
    stated = subject.number(aim.value) if aim.value is not None else None
    other = comparator_in_words(aim.comparator or stated)
    return _TO_BE[aim.relation or "in_line_with"].format(other=other)


def _change(subject: Subject, aim: Aim, baseline: float | None) -> str:
    change = aim.change_by or 0.0
    start = f" from {subject.figure(baseline)}" if baseline is not None else ""
    if change == 0:
        return f"no change{start}"
    way = "a rise" if change > 0 else "a fall"
    if aim.change_unit in ("points", "number"):
        return f"{way} of {subject.difference(change)}{start}"
    return f"{way} of {_bare(change)}%{start}"


def _bare(change: float) -> str:
    return f"{abs(change):,.2f}".rstrip("0").rstrip(".")


def _figure(subject: Subject, judged: Judgement) -> str:
    result = judged.result
    if result is None:
        return f"{subject.area} has no result of any period"
    if result.value is None:
        return f"the figure for {subject.area} in {result.period} {ABSENT[result.status]}"
    had = f"{subject.area} had {subject.figure(result.value)} in {result.period}"
    if judged.rule.startswith("top_quartile") and result.rank is not None and result.out_of:
        return f"{had}, rank {result.rank:,} of {result.out_of:,}"
    if judged.against is not None and judged.aim.comparator is not None:
        other = comparator_in_words(judged.aim.comparator)
        return f"{had} and {other} {subject.figure(judged.against)}"
    if judged.rule == "change" and judged.against is not None:
        return f"{had}, and it asks for {subject.figure(judged.against)}"
    return had


def _would(judged: Judgement) -> str:
    return ", which would meet it" if judged.answer == "met" else ", which would miss it"


def _why(subject: Subject, judged: Judgement, why_not: str | None) -> str:
    result = judged.result
    if result is not None and result.value is None:
        return f"the figure for {subject.area} in {result.period} {ABSENT[result.status]}"
    reason: Reason = judged.reason or "no_value"
    why = _WHY_NOT[reason].format(other=comparator_in_words(judged.aim.comparator))
    if reason == "no_comparator" and why_not:
        why = why_not
    return f"{why}; {_figure(subject, judged)}"
