"""Measures as the pages show them: drawn where there are values, else in words, and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oneplan.document.schema import Baseline, Measure, Target
from oneplan.website.components.findings import ShownFinding, Stretch, underlined
from oneplan.website.components.path_to_target import PathToTarget, path_to_target, plain_figure
from oneplan.website.wording import heading, period_in_words, spelled, spelled_count

_UNDRAWABLE = frozenset({"error"})
RELATIONS: dict[str, str] = {
    "at_least": "at least",
    "at_most": "at most",
    "equals": "equal to",
    "in_line_with": "in line with",
    "better_than": "better than",
    "at_or_better_than": "at or better than",
    "gap_at_most": "a gap of at most",
    "top_quartile": "in the top quarter of",
    "not_significantly_different_from": "not significantly different from",
    "not_significantly_worse_than": "not significantly worse than",
}
"""How a target's relation is said before what it is compared with."""


@dataclass(frozen=True, slots=True)
class ShownMeasure:
    """A measure with its drawing, the words as written and the fault that forbids judging it."""

    id: str
    name: str
    text: str
    stretches: list[Stretch]
    path: PathToTarget | None
    fault: ShownFinding | None
    note: str
    baseline: str
    target: str

    @property
    def drawn(self) -> bool:
        """Whether there is a line to show."""
        return self.path is not None


def shown_measures(
    measures: Sequence[Measure], findings: Sequence[ShownFinding]
) -> list[ShownMeasure]:
    """The measures of a part, each with the findings about it."""
    return [_shown(measure, findings) for measure in measures]


def measures_heading(measures: Sequence[ShownMeasure]) -> str:
    """The finding that heads the measures: how many can be followed, and how many cannot."""
    drawn = sum(measure.drawn and measure.fault is None for measure in measures)
    faulty = sum(measure.fault is not None for measure in measures)
    words = len(measures) - drawn - faulty
    if not measures:
        return "Nothing says how it will be known whether it worked"
    if drawn == len(measures):
        return _all_can(drawn)
    parts = []
    if drawn:
        parts.append(f"{spelled_count(drawn, 'measure')} can be followed to a figure")
    if words:
        parts.append(f"{_of_them(words, first=not parts)} in words only")
    if faulty:
        parts.append(f"{_of_them(faulty, first=not parts)} cannot be judged")
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]


def _of_them(number: int, *, first: bool) -> str:
    """How many, with the noun where it has not been said yet."""
    return spelled_count(number, "measure") if first else spelled(number)


def _all_can(number: int) -> str:
    if number == 1:
        return "Its measure can be followed to a figure"
    both = "Both" if number == 2 else f"All {spelled(number)}"
    return f"{both} measures can be followed to a figure"


def _shown(measure: Measure, findings: Sequence[ShownFinding]) -> ShownMeasure:
    own = [each for each in findings if each.subject and each.subject == measure.id]
    fault = next((each for each in own if each.shown.severity in _UNDRAWABLE), None)
    return ShownMeasure(
        id=measure.id or "",
        name=_name(measure),
        text=measure.text,
        stretches=underlined(measure.text, own),
        path=path_to_target(measure),
        fault=fault,
        note=_note(measure),
        baseline="; ".join(_baseline(each, measure.unit) for each in measure.baselines),
        target="; ".join(_target(each, measure.unit) for each in measure.targets),
    )


def _name(measure: Measure) -> str:
    indicator = measure.indicator
    if indicator and indicator.name:
        code = f"{indicator.code} " if indicator.code else ""
        return heading(f"{code}{indicator.name}")
    return heading(measure.text)


def _note(measure: Measure) -> str:
    if any(target.to_be_set for target in measure.targets):
        return "The target is still to be set."
    if any(baseline.to_be_set for baseline in measure.baselines):
        return "The baseline is still to be set."
    if measure.targets and not measure.baselines:
        return "No baseline is given."
    if measure.baselines and not measure.targets:
        return "No target is given."
    return ""


def _baseline(baseline: Baseline, unit: str | None) -> str:
    if baseline.to_be_set:
        return "to be set"
    return _with_period(plain_figure(baseline.value, unit) or baseline.text, baseline.period)


def _target(target: Target, unit: str | None) -> str:
    if target.to_be_set:
        return "to be set"
    if target.relation and target.value is None and target.comparator:
        against = target.comparator.replace("_", " ")
        return _with_period(f"{RELATIONS[target.relation]} {against}", target.period)
    return _with_period(plain_figure(target.value, unit) or target.text, target.period)


def _with_period(words: str, period: str | None) -> str:
    when = period_in_words(period)
    return f"{words} ({when})" if when and when not in words else words
