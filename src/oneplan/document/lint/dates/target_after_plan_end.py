"""A target that falls due when the plan is over."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from oneplan.document.lint.dates.beyond_the_plan import Beyond, findings_beyond, plan_end
from oneplan.document.lint.facts import PlacedMeasure, PlanFacts, about
from oneplan.document.lint.journeys import measure_due, target_months
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_NAME = "target-after-plan-end"
_FIX = "Say that the plan after this one carries it on, or give a target within the plan."


def _check(facts: PlanFacts) -> Iterator[Finding]:
    end = plan_end(facts)
    if end is None:
        return
    found = []
    for placed in facts.measures:
        if measure_due(placed):
            continue
        late = next(
            (t for t in placed.measure.targets if (m := target_months(t)) and m.after(end)), None
        )
        if late:
            found.append(Beyond(placed.where, late.text, partial(_alone, placed)))
    yield from findings_beyond(_NAME, found, end, "targets", _FIX)


def _alone(placed: PlacedMeasure, ends: str) -> Finding:
    return about(_NAME, "warning", placed, f"{ends} The target is due after it.", fix=_FIX)


RULE = Rule(
    name=_NAME,
    title="The target is due when the plan is over",
    severity="warning",
    family="dates",
    scope="across",
    meaning=(
        "The target’s period begins after the plan’s last month, and no action’s by-when says so already. A "
        "warning; where six and more do so, one finding for all of them that is only worth a look."
    ),
    why="Nobody has promised to look at it then, unless the next plan takes it over.",
    bad="Plan to March 2026. Measure: 60% by March 2028.",
    good="Plan to March 2026. Measure: 50% by March 2026.",
    check=_check,
)
