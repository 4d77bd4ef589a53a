"""More, or better, and not a number in sight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.journeys import says_how_far
from oneplan.document.lint.rule import Rule
from oneplan.document.schema import Measure
from oneplan.vocabulary.findings import Finding

_NAME = "vague-measure"
_FIX = "Give the latest figure, the figure to be reached and the date."


_MANY = 6
_NEARLY_ALL = 0.75


def _check(facts: PlanFacts) -> Iterator[Finding]:
    vague = [placed for placed in facts.measures if _is_vague(placed.measure)]
    under = Counter(id(placed.path[-1]) for placed in vague if placed.action is None)
    told = set()
    for placed in vague:
        element = placed.path[-1] if placed.path and placed.action is None else None
        many = under[id(element)] if element else 0
        if element is None or many < _MANY or many < _NEARLY_ALL * len(element.measures):
            yield about(
                _NAME,
                "warning",
                placed,
                _message(placed.measure),
                fix=_FIX,
            )
        elif id(element) not in told:
            told.add(id(element))
            yield about(
                _NAME,
                "warning",
                element,
                f"{many} of {len(element.measures)} measures here have no number: neither from where nor to where.",
                quotes=tuple(m.text for m in element.measures if _is_vague(m)),
                fix=_FIX,
            )


def _is_vague(measure: Measure) -> bool:
    return measure.kind == "directional" and not _measurable(measure)


def _message(measure: Measure) -> str:
    if measure.direction is None:
        return "The measure says what is counted, and neither which way nor how far it is to go."
    return "The measure says which way, and neither from where nor to where."


def _measurable(measure: Measure) -> bool:
    """Whether anything is given, or promised, to measure it by."""
    return bool(measure.baselines) or any(says_how_far(target) for target in measure.targets)


RULE = Rule(
    name=_NAME,
    title="A measure without a number",
    severity="warning",
    family="a measure alone",
    scope="alone",
    meaning=(
        "The measure says that something is to rise, fall, improve or be counted, and has no number, no comparison and no "
        "promise of one. Always a warning. Things that are delivered or not (“register published”) are clear "
        "without a number. Where nearly all of an outcome’s measures are so, that is said once."
    ),
    why="It can be called met or missed at will.",
    bad="Increase in the use of the parents’ helpline.",
    good="Increase in calls to the parents’ helpline from 240 in 2024/25 to 300 in 2025/26.",
    check=_check,
)
