"""A target to move to, and no place to move from."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.journeys import target_months
from oneplan.document.lint.printed import unit_beside
from oneplan.document.lint.rule import Rule
from oneplan.document.periods import Months, months_of
from oneplan.document.schema import Measure
from oneplan.vocabulary.findings import Finding, Severity

_NAME = "missing-baseline"


def _check(facts: PlanFacts) -> Iterator[Finding]:
    plan = facts.plan.period
    start = months_of(plan.start) if plan else None
    for placed in facts.measures:
        severity = _severity(placed.measure)
        if severity and not _begins_before(placed.measure, start):
            yield about(
                _NAME,
                severity,
                placed,
                "There is a target and no baseline, so no one can say how far there is to go.",
                fix="Give the latest figure and its date, or the date by which it will be known.",
            )


def _begins_before(measure: Measure, start: Months | None) -> bool:
    """Whether the first of a row of dated figures is from before the plan: "41% in 2023/24, 50% in 2025/26"."""
    dated = [
        (t, months) for t in measure.targets if t.value is not None and (months := target_months(t))
    ]
    return len(dated) > 1 and start is not None and dated[0][1].first < start.first


def _severity(measure: Measure) -> Severity | None:
    if (
        measure.direction == "maintain"
        or measure.baselines
        or any(target.to_be_set for target in measure.targets)
    ):
        return None
    if measure.direction in ("increase", "decrease"):
        moves = [t for t in measure.targets if t.value is not None or t.change_by]
        return "warning" if moves else None
    shares = [t for t in measure.targets if t.value is not None and 0 < t.value < 100]
    if any(unit_beside(t.value or 0, t.text, measure.text) == "percent" for t in shares):
        return "info"
    return None


RULE = Rule(
    name=_NAME,
    title="A target without a baseline",
    severity="warning",
    family="a measure alone",
    scope="alone",
    meaning=(
        "The measure is to rise or fall to a figure and does not say where it starts: a warning. A share to be "
        "reached (“85% of schools”) without today’s share is worth a look. “All” and things to be delivered "
        "need no baseline."
    ),
    why="A target may be a stretch or already met; without the start nobody can tell which.",
    bad="Reduce the vacancy rate of social workers to 12% by March 2026.",
    good="Reduce the vacancy rate of social workers from 17% in March 2025 to 12% by March 2026.",
    check=_check,
)
