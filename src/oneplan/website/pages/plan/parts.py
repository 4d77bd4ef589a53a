"""Which parts of a plan its page shows, under which columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from oneplan.document.joint_areas import joint_headings
from oneplan.document.schema import Element
from oneplan.vocabulary.lists import listed
from oneplan.website.components.levels import level_name, plural, usual_name
from oneplan.website.wording import sentence, spelled_count


def column_head(elements: list[Element]) -> str:
    """The head of a level's column: its usual name, or "Outcome or priority" where it holds two."""
    names = Counter(level_name(each) for each in elements if each.kind != "section")
    if len(names) == 2 and min(names.values()) > 1:
        return " or ".join([next(iter(names)), list(names)[1].lower()])
    return usual_name(elements)


def what_is_shown(shown: Sequence[Element]) -> str:
    """ "Five outcomes, 10 priorities and 19 areas for improvement", as many as the table shows."""
    counts: Counter[str] = Counter()
    level = list(shown)
    while level:
        counts.update(level_name(element) for element in level if element.kind != "section")
        level = [child for element in level for child in element.children]
    parts = [
        spelled_count(number, name.lower(), plural(name).lower()) for name, number in counts.items()
    ]
    return f"{sentence(listed(parts))}. " if parts else ""


def without_named_together(children: list[Element]) -> list[Element]:
    """The children but those without work whose title a sibling with work bears beside others.

    A plan that heads one table "Fewer accidents / Fewer injuries" names both areas and does both there.
    """
    joint = joint_headings(children)
    return [
        child
        for child in children
        if not (id(child) in joint and has_work(joint[id(child)]))
        or any(has_work(part) for part in within(child))
    ]


def has_work(element: Element) -> bool:
    """Whether anything is done, measured or promised by the element itself."""
    return bool(
        element.actions
        or element.measures
        or any(each.kind in ("activity", "success") for each in element.statements)
    )


def within(element: Element) -> Iterator[Element]:
    """The element and all below it, in plan order."""
    pending = [element]
    while pending:
        current = pending.pop()
        yield current
        pending += reversed(current.children)


def shown_parts(elements: list[Element]) -> list[Element]:
    """The elements that are more than prose; all of them where none is."""
    return [element for element in elements if holds_something(element)] or elements


def holds_something(element: Element) -> bool:
    """Whether an element is an aim, or a section with something done or measured in it."""
    return element.kind != "section" or any(has_work(part) for part in within(element))


def columns_needed(element: Element) -> int:
    """How many columns an element needs; parts that hold nothing share one."""
    level, deepest = [element], 0
    while level:
        deepest += 1
        below = [child for each in level for child in each.children if holds_something(child)]
        if below and not any(has_work(part) for child in below for part in within(child)):
            return deepest + 1
        level = below
    return deepest


def at_depth(elements: list[Element], depth: int) -> list[Element]:
    """The shown elements so many levels below these."""
    for _ in range(depth):
        elements = [child for element in elements for child in element.children]
    return [element for element in elements if holds_something(element)]
