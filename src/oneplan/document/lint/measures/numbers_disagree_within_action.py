"""One action, two numbers for the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlacedAction, PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.subjects import Counted, content_words, counted_in, telling_words
from oneplan.document.periods import due_months, months_of
from oneplan.document.schema import Measure
from oneplan.vocabulary.findings import Finding, Severity

_NAME = "numbers-disagree-within-action"
_MOST_NUMBERS = 40
_NOT_A_GOAL = re.compile(
    r"\b(?:from|currently|existing|pilot(?:\w* in)?|of the|first|another|further|last|over|age[ds]?|under|than|"
    r"up to|(?:start|beginn)ing with|including|such as|in each of|year|key stage|level|tier|phase|priority|page)\W*$"
)
_OFFERED = re.compile(
    r"\b(?:offer|invite|promote|encourag|available|open to|aware|write to)\w*", re.I
)
_TAKEN_UP = re.compile(
    r"\b(?:tak(?:e|es|en|ing)|attend|accept|respond|sign|join|complet|engag|achiev|gain|satisf|confident|report)",
    re.I,
)
_IN_STEPS = re.compile(r"\b(?:Q[1-4]|quarter|term|phase|milestone|first)\b", re.I)
_ALL = re.compile(r"\b(?:all|every)\b((?: [\w'’&-]+){1,5})", re.I)
_SHARE_WITH_COUNT = re.compile(r"(\d{1,3}(?:\.\d{1,6})?) ?% \((?:n ?= ?)?(\d[\d,]{0,12})\)")


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in facts.actions:
        for measure in placed.action.measures:
            finding = (
                _group_of_another_size(placed, measure)
                or _another_goal(placed, measure)
                or _not_all(placed, measure)
            )
            if finding:
                yield finding
                break


def _another_goal(placed: PlacedAction, measure: Measure) -> Finding | None:
    """The action sets one number as its goal and every one of its measures of that thing another."""
    for goal in _goals(placed.action.text):
        rivals = [c for c in _ends(measure) if _same_thing(goal, c)]
        agreeing = (
            end.number.value == goal.number.value
            for other in placed.action.measures
            for end in _counted(other.text)
        )
        if len(rivals) == 1 and not any(agreeing) and not _on_the_way(placed, measure):
            return _finding(placed, measure, goal.words, rivals[0].words)
    return None


def _counted(text: str) -> tuple[Counted, ...]:
    """What the first numbers of a text count; a text of many more is a table."""
    return counted_in(text)[:_MOST_NUMBERS]


def _goals(text: str) -> list[Counted]:
    return [counted for counted in _counted(text) if not _NOT_A_GOAL.search(counted.before)]


def _ends(measure: Measure) -> list[Counted]:
    """What the measure's numbers count, those of its baselines left out."""
    starts = {baseline.value for baseline in measure.baselines}
    return [
        counted
        for counted in _counted(measure.text)
        if counted.number.value not in starts and not _NOT_A_GOAL.search(counted.before)
    ]


def _same_thing(one: Counted, other: Counted) -> bool:
    if one.number.unit != other.number.unit or one.number.value == other.number.value:
        return False
    shared = min(len(one.things), len(other.things), 3)
    enough = shared >= 2 or (shared == 1 and one.things == other.things)
    return enough and one.things[:shared] == other.things[:shared]


def _on_the_way(placed: PlacedAction, measure: Measure) -> bool:
    """Whether the measure speaks of another time than the action, a step or a later year."""
    due = due_months(placed.action.due)
    periods = [months_of(target.period, target.year_kind) for target in measure.targets]
    periods += [months_of(milestone.month) for milestone in measure.milestones]
    return any(due and months and (due.after(months) or months.after(due)) for months in periods)


def _not_all(placed: PlacedAction, measure: Measure) -> Finding | None:
    """The action promises all, its measure fewer."""
    promised = [
        (match.group(), content_words(match[1])[:2]) for match in _ALL.finditer(placed.action.text)
    ]
    if not promised or _on_the_way(placed, measure) or measure.baselines:
        return None
    offered = _OFFERED.search(placed.action.text) and _TAKEN_UP.search(measure.text)
    if offered or _IN_STEPS.search(measure.text):
        return None
    for counted in _counted(measure.text):
        share = counted.number.unit == "percent" and 0 < counted.number.value < 100
        for words, things in promised if share else ():
            if things and counted.things[: len(things)] == things:
                return _finding(placed, measure, words, counted.words, severity="info")
    return None


def _group_of_another_size(placed: PlacedAction, measure: Measure) -> Finding | None:
    """A share with its count gives the size of a group for which the action states another."""
    match = _SHARE_WITH_COUNT.search(measure.text)
    if match is None or not float(match[1]):
        return None
    count = float(match[2].replace(",", ""))
    whole = count / float(match[1]) * 100
    words = telling_words(measure.text)
    for counted in _counted(placed.action.text):
        size, head = counted.number.value, counted.things[-1]
        fits = counted.number.unit == "number" and head in words and size < count
        if fits and size < 0.85 * whole and not _NOT_A_GOAL.search(counted.before):
            return _finding(
                placed,
                measure,
                counted.words,
                match.group(),
                f" {match.group()} is a share of {whole:.0f}.",
            )
    return None


def _finding(
    placed: PlacedAction,
    measure: Measure,
    action: str,
    other: str,
    more: str = "",
    severity: Severity = "error",
) -> Finding:
    return about(
        _NAME,
        severity,
        placed,
        f"The action speaks of “{action}”, its measure of “{other}”.{more}",
        quotes=(action, other),
        fix="Put the same number in both, or say what each of them is of.",
        source=measure.source or placed.action.source,
    )


RULE = Rule(
    name=_NAME,
    title="The action and its measure give different numbers",
    severity="error",
    family="a measure alone",
    scope="alone",
    meaning=(
        "The action’s own words set a number for something (or give the size of a group) and its measure gives "
        "another for the same thing and date. An error; worth a look where the action says “all” and the "
        "measure less. Steps on the way and later years are not findings."
    ),
    why="Two people will report against two numbers, and both will be right.",
    bad="Action: train 40 playground leaders. Measure: 55 playground leaders trained.",
    good="Action: train 40 playground leaders. Measure: 40 playground leaders trained.",
    check=_check,
)
