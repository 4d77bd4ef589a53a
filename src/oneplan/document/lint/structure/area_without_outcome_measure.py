"""area-without-outcome-measure: an area without an indicator, where its like have one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from oneplan.document.lint.facts import PlacedElement, PlanFacts, about_element
from oneplan.document.lint.rule import Rule
from oneplan.document.schema import Element
from oneplan.vocabulary.findings import Finding


def _check(facts: PlanFacts) -> Iterator[Finding]:
    levels: defaultdict[tuple[str, str], list[PlacedElement]] = defaultdict(list)
    for placed in facts.elements:
        if placed.element.kind != "section":
            name = (placed.element.label or "").casefold()
            levels[placed.element.kind, name].append(placed)
    for level in levels.values():
        measured = [placed for placed in level if _is_measured(placed.element)]
        if len(measured) * 2 < len(level):
            continue
        for placed in level:
            if not _is_measured(placed.element) and not _stands_in_for_another(placed):
                yield _finding(placed.element, len(measured), len(level))


def _is_measured(element: Element) -> bool:
    return bool(
        element.indicators
        or element.measures
        or any(child.indicators or child.measures for child in element.children)
    )


def _stands_in_for_another(placed: PlacedElement) -> bool:
    """A heading whose work is told under a neighbour, as where two areas share one table."""
    element = placed.element
    return not (element.actions or element.children)


def _finding(element: Element, measured: int, of: int) -> Finding:
    name = (element.label or element.kind.replace("_", " ")).casefold()
    return about_element(
        RULE.name,
        "warning",
        element,
        f"No outcome measure stands under this {name}, as one does under {measured} of {of}.",
        fix="Name the indicator that would move if the work succeeds.",
    )


RULE = Rule(
    name="area-without-outcome-measure",
    title="An area without an outcome measure",
    severity="warning",
    family="structure",
    meaning="Most outcomes, priorities or areas of this level name an indicator or an outcome measure; "
    "this one has actions and names none.",
    why="All its actions can be done on time and nobody will know whether anything changed for people.",
    bad="Area: a say in local decisions · Outcome measures: (none) · 7 actions",
    good="Area: a say in local decisions · Outcome measure: pupils who feel listened to (survey)",
    check=_check,
)
