"""An action that ends when the plan is over."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from oneplan.document.lint.dates.beyond_the_plan import Beyond, findings_beyond, plan_end
from oneplan.document.lint.facts import PlacedAction, PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.document.periods import due_months
from oneplan.vocabulary.findings import Finding

_NAME = "by-when-after-plan-end"
_FIX = "Say what will be done by the plan’s end, or that the next plan carries the action on."


def _check(facts: PlanFacts) -> Iterator[Finding]:
    end = plan_end(facts)
    if end is None:
        return
    found = [
        Beyond(placed.where, placed.action.due.text, partial(_alone, placed))
        for placed in facts.actions
        if placed.action.due and (due := due_months(placed.action.due)) and due.after(end)
    ]
    yield from findings_beyond(_NAME, found, end, "actions", _FIX)


def _alone(placed: PlacedAction, ends: str) -> Finding:
    said = placed.action.due.text if placed.action.due else ""
    return about(
        _NAME, "warning", placed, f"{ends} The action is due in {said}.", quotes=(said,), fix=_FIX
    )


RULE = Rule(
    name=_NAME,
    title="The action is due when the plan is over",
    severity="warning",
    family="dates",
    scope="across",
    meaning=(
        "The action’s by-when lies after the plan’s last month. A warning; where six and more do so, one "
        "finding for all of them that is only worth a look."
    ),
    why="At the year end the action is neither done nor late, and drops out of sight.",
    bad="Plan from April 2025 to March 2026. By when: September 2027.",
    good="Plan from April 2025 to March 2026. By when: March 2026.",
    check=_check,
)
