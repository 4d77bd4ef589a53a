"""cross-reference-not-mutual: a pointer that what it points at does not return."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from oneplan.document.lint.actions.pointers import Places, places
from oneplan.document.lint.facts import PlacedAction, PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding


def _check(facts: PlanFacts) -> Iterator[Finding]:
    known = places(facts)
    pointed: defaultdict[int, set[int]] = defaultdict(set)
    pointers = []
    for placed in facts.actions:
        for pointer in placed.action.cross_references:
            target = _target(known, pointer.target)
            if target is None:
                continue
            pointers.append((placed, pointer.text, target))
            for part in (placed.action, *placed.path):
                pointed[id(part)].add(target)
    homes = {id(placed.action): placed for placed in facts.actions}
    for placed, text, target in pointers:
        back = pointed.get(target, set())
        home = homes.get(target)
        if home is not None:
            back = back | pointed.get(id(home.path[-1]), set())
        if not back & {id(part) for part in (placed.action, *placed.path)}:
            yield _finding(placed, text)


def _target(known: Places, name: str | None) -> int | None:
    part = (known.action(name) or known.element(name)) if name else None
    return id(part) if part else None


def _finding(placed: PlacedAction, text: str) -> Finding:
    return about(
        RULE.name,
        "info",
        placed,
        "Nothing at the place it points to points back here.",
        quotes=(text,),
        fix="Name this action there too, so that a change on one side is seen on the other.",
    )


RULE = Rule(
    name="cross-reference-not-mutual",
    title="A cross-reference in one direction only",
    severity="info",
    family="actions",
    scope="across",
    meaning="An action points at another part of the plan, and no action there points back to it or "
    "to the part that it stands in.",
    why="When the other side changes its date or is dropped, nobody there knows that this one leans "
    "on it.",
    bad="YP 1.6 (cross reference to priority 3); nothing under priority 3 names priority 1",
    good="YP 1.6 (cross reference to priority 3) · YP 3.2 (cross reference to priority 1)",
    check=_check,
)
