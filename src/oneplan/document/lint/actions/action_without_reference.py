"""action-without-reference: one action without a reference among actions that have one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlacedAction, PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_LAST_NUMBER = re.compile(r"^(.*?)(\d+)$")


def _check(facts: PlanFacts) -> Iterator[Finding]:
    without = [placed for placed in facts.actions if not placed.action.ref]
    if len(without) * 2 >= len(facts.actions):
        return
    taken = {placed.action.ref for placed in facts.actions if placed.action.ref}
    for placed in without:
        free = _next_free(placed, taken)
        yield about(
            RULE.name,
            "warning",
            placed,
            "This action has no reference, where the others have one.",
            fix=f"Give it the next free one, {free}." if free else "Give it a reference.",
        )


def _next_free(placed: PlacedAction, taken: set[str]) -> str | None:
    refs = [action.ref for action in placed.path[-1].actions if action.ref]
    parts = _LAST_NUMBER.match(refs[-1]) if refs else None
    if not parts:
        return None
    number = int(parts[2][-6:]) + 1
    while f"{parts[1]}{number}" in taken:
        number += 1
    return f"{parts[1]}{number}"


RULE = Rule(
    name="action-without-reference",
    title="An action without a reference",
    severity="warning",
    family="actions",
    scope="across",
    meaning="Most actions of the plan have a reference and this one has none. In a plan that gives no "
    "references at all nothing is said.",
    why="Reports, minutes and next year's plan name actions by reference. One without is left out of "
    "all three.",
    bad="YP 2.1 Open two youth cafés … · (no reference) Train thirty mentors …",
    good="YP 2.1 Open two youth cafés … · YP 2.2 Train thirty mentors …",
    check=_check,
)
