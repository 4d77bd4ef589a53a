"""area-without-action: an area in which nothing will be done, where its like have actions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from oneplan.document.lint.facts import PlacedElement, PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.structure.joint import named_jointly
from oneplan.document.schema import Element
from oneplan.vocabulary.findings import Finding


def _check(facts: PlanFacts) -> Iterator[Finding]:
    levels: defaultdict[tuple[str, str, int], list[PlacedElement]] = defaultdict(list)
    for placed in facts.elements:
        element = placed.element
        if element.kind != "section":
            levels[element.kind, (element.label or "").casefold(), len(placed.path)].append(placed)
    joint = named_jointly(facts)
    for level in levels.values():
        busy = [placed for placed in level if _does_something(placed.element)]
        if len(busy) < 2 or len(busy) * 2 < len(level):
            continue
        for placed in level:
            if not _does_something(placed.element) and not _is_shared(placed, joint):
                yield about(
                    RULE.name,
                    "warning",
                    placed.element,
                    f"Nothing is to be done here, as it is under {len(busy)} of {len(level)} alike.",
                    fix="Write at least one action, or say which one elsewhere serves it.",
                )


def _does_something(element: Element) -> bool:
    pending = [element]
    while pending:
        part = pending.pop()
        if part.actions or any(statement.kind == "activity" for statement in part.statements):
            return True
        pending += part.children
    return False


def _is_shared(placed: PlacedElement, joint: Mapping[int, Element]) -> bool:
    """A neighbour's actions, or an element that names both, serve it where it has measures of its own."""
    element = placed.element
    measured = bool(element.indicators or element.measures)
    return id(element) in joint or (measured and bool(placed.path))


RULE = Rule(
    name="area-without-action",
    title="An area in which nothing will be done",
    severity="warning",
    family="structure",
    meaning="Most outcomes, priorities or areas of this level have actions or activities; this one has "
    "none, nor measures of its own.",
    why="It was agreed as a priority, and no one has been asked to do anything about it.",
    bad="Priority 4: clean air · (no actions)",
    good="Priority 4: clean air · 4.1 Replace the oldest twenty buses",
    check=_check,
)
