"""A target, or a step towards it, that the baseline has met already."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.journeys import Journey, target_months, travelled
from oneplan.document.lint.printed import said_direction
from oneplan.document.lint.rule import Rule
from oneplan.document.schema import Direction
from oneplan.vocabulary.findings import Finding

_NAME = "milestone-already-met"


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed, those in travelled(facts):
        if placed.measure.direction == "maintain":
            continue
        found = [j for j in those if j.comparable and j.start_unit != "rank"]
        said = said_direction(placed.measure.text)
        met = next((journey for journey in found if _met(journey, found, said)), None)
        if met:
            which = "target" if met is found[-1] else "first step"
            yield about(
                _NAME,
                "warning",
                placed,
                f"The baseline has met the {which} already: {met.in_words()}.",
                quotes=met.quotes,
                fix="Set a target beyond the baseline, or check whether the baseline is the later figure.",
            )


def _met(journey: Journey, found: list[Journey], said: Direction | None) -> bool:
    relation, measure = journey.target.relation, journey.measure
    last = journey is found[-1]
    if relation == "at_least" and said != "decrease":
        contradicts = last and measure.direction == "increase"
        return journey.start >= journey.end and not contradicts
    if relation == "at_most" and said != "increase":
        contradicts = last and measure.direction == "decrease"
        return journey.start <= journey.end and not contradicts
    return not last and _step_back(journey, found[-1])


def _step_back(journey: Journey, last: Journey) -> bool:
    """Whether a step on the way lies on the far side of the baseline from the last target."""
    first, end = target_months(journey.target), target_months(last.target)
    if last.goes is None or journey.baseline is not last.baseline or first is None or end is None:
        return False
    return end.after(first) and journey.goes == _OTHER_WAY[last.goes]


_OTHER_WAY: dict[Direction, Direction] = {"increase": "decrease", "decrease": "increase"}

RULE = Rule(
    name=_NAME,
    title="The target is met before anyone begins",
    severity="warning",
    family="a measure alone",
    scope="alone",
    meaning=(
        "The baseline lies beyond a step on the way to the last target, or is already at or beyond a "
        "bound (“at least 75%”, baseline 78%). Always a warning, as a level may be meant to be kept; “maintain” says so."
    ),
    why="The action would be reported as a success on its first day, and the effort goes elsewhere.",
    bad="Increase wardens from 40 in 2024/25 to 35 in 2025/26 and 60 in 2026/27.",
    good="Increase wardens from 40 in 2024/25 to 50 in 2025/26 and 60 in 2026/27.",
    check=_check,
)
