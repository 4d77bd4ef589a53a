"""Targets of years that follow one another, of which a later one falls behind an earlier."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from oneplan.document.lint.facts import PlacedMeasure, PlanFacts, about
from oneplan.document.lint.journeys import Journey, target_months, travelled
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.figures import figure_in_words
from oneplan.vocabulary.findings import Finding

_NAME = "target-turns-back"


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed, those in travelled(facts):
        steps = [journey for journey in those if journey.comparable and journey.goes]
        if len(steps) > 1 and len(steps) == len(those) and _one_start(steps):
            turned = next((p for p in pairwise(steps) if _turns(*p)), None)
            if turned:
                yield _finding(placed, *turned)


def _one_start(steps: list[Journey]) -> bool:
    """Whether the targets begin at one baseline and lie one after another in time."""
    months = [target_months(step.target) for step in steps]
    dated = [each for each in months if each]
    in_order = all(later.after(earlier) for earlier, later in pairwise(dated))
    return len(dated) == len(steps) and in_order and all(s.start == steps[0].start for s in steps)


def _turns(earlier: Journey, later: Journey) -> bool:
    """Whether the later target lies between the baseline and the earlier one."""
    if earlier.goes != later.goes or earlier.end_unit != later.end_unit:
        return False
    return later.end < earlier.end if later.end > later.start else later.end > earlier.end


def _finding(placed: PlacedMeasure, earlier: Journey, later: Journey) -> Finding:
    first, last = (figure_in_words(step.end, step.end_unit) for step in (earlier, later))
    return about(
        _NAME,
        "warning",
        placed,
        f"The target goes from {figure_in_words(earlier.start, earlier.start_unit)} to {first} and then back to {last}.",
        quotes=later.quotes,
        fix="Check the order of the figures, or say why the level may be lost again.",
    )


RULE = Rule(
    name=_NAME,
    title="A later target falls behind an earlier one",
    severity="warning",
    family="a measure alone",
    scope="alone",
    meaning=(
        "The measure has targets for years that follow one another, and one of them lies nearer to the baseline than "
        "the one before it. Always a warning."
    ),
    why="Two figures may have changed places, or the plan expects to lose what it gained and does not say so.",
    bad="Plans on time from 48% in 2023 to 65% in 2024/25 and 60% in 2025/26.",
    good="Plans on time from 48% in 2023 to 60% in 2024/25 and 65% in 2025/26.",
    check=_check,
)
