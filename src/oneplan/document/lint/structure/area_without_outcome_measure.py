"""area-without-outcome-measure: an area without an indicator, where its like have one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from oneplan.document.lint.facts import PlacedElement, PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.structure.area_without_action import does_something
from oneplan.document.lint.structure.joint import named_jointly
from oneplan.document.schema import Element
from oneplan.vocabulary.findings import Finding


def _check(facts: PlanFacts) -> Iterator[Finding]:
    levels: defaultdict[tuple[str, str], list[PlacedElement]] = defaultdict(list)
    for placed in facts.elements:
        if placed.element.kind != "section":
            name = (placed.element.label or "").casefold()
            levels[placed.element.kind, name].append(placed)
    joint = named_jointly(facts)
    for level in levels.values():
        idle = not any(does_something(placed.element) for placed in level)
        measured = [placed for placed in level if _is_measured(placed.element)]
        if len(measured) * 2 < len(level):
            continue
        for placed in level:
            element = placed.element
            if _is_measured(element) or id(element) in joint:
                continue
            if element.actions or element.children:
                yield _finding(element, len(measured), len(level))
            elif idle and not element.statements and len(measured) > 2:
                yield _empty(element, len(measured), len(level))


def _is_measured(element: Element) -> bool:
    return bool(
        element.indicators
        or element.measures
        or any(child.indicators or child.measures for child in element.children)
    )


def _finding(element: Element, measured: int, of: int) -> Finding:
    return about(
        RULE.name,
        "warning",
        element,
        f"No outcome measure stands under this {_name(element)}, as one does under {measured} of {of}.",
        fix="Name the indicator that would move if the work succeeds.",
    )


def _empty(element: Element, measured: int, of: int) -> Finding:
    name = _name(element)
    return about(
        RULE.name,
        "warning",
        element,
        f"Nothing stands under this {name}, neither measure nor action, where {measured} of {of} are measured.",
        fix=f"Write what is to be done and measured here, or look whether another {name} goes by this name.",
    )


def _name(element: Element) -> str:
    return (element.label or element.kind.replace("_", " ")).casefold()


RULE = Rule(
    name="area-without-outcome-measure",
    title="An area without an outcome measure",
    severity="warning",
    family="structure",
    scope="across",
    meaning="Most outcomes, priorities or areas of this level name an indicator or an outcome measure; "
    "this one names none.",
    why="All its actions can be done on time and nobody will know whether anything changed for people.",
    bad="Area: a say in local decisions · Outcome measures: (none) · 7 actions",
    good="Area: a say in local decisions · Outcome measure: pupils who feel listened to (survey)",
    check=_check,
)
