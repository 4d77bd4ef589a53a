"""Headings that only repeat the front of the plan – its title, whose plan it is – are no parts of it."""

from __future__ import annotations

import re

from oneplan.document.schema import Element, Statement
from oneplan.exchange.plan_readers.drafts import plain
from oneplan.exchange.plan_readers.narrative.front_matter import FrontMatter

_BODY = re.compile(r"\b(?:council|partnership|board|trust|authority|alliance)$", re.IGNORECASE)
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s*[/–-]\s*(?:19|20)?\d\d)?\b")


def without_front(
    elements: list[Element], front: FrontMatter
) -> tuple[list[Element], list[Statement]]:
    """The parts of the plan without those titled as the plan itself, and what was said under these.

    What stood within such a part takes its place; actions right under the title stand in a section
    without a label.
    """
    names = {_name(front.title), _name(front.partnership or "")} - {""}
    kept: list[Element] = []
    statements: list[Statement] = []
    for element in elements:
        of_its_own = element.label or element.code or element.members
        if of_its_own or element.kind == "partnership" or not _is_front(element.title, names):
            kept.append(element)
            continue
        statements += element.statements
        if element.actions or element.measures or element.indicators:
            kept.append(_untitled(element))
        inner, said = without_front(element.children, front)
        kept += inner
        statements += said
    return kept, statements


def _is_front(title: str, names: set[str]) -> bool:
    """Whether a heading says no more than the plan's title or whose it is, or both."""
    parts = title.split(" / ")
    known = [_name(part) in names for part in parts]
    return all(known) or (any(known) and all(map(_BODY.search, parts[: known.index(True)])))


def _untitled(element: Element) -> Element:
    update = {"kind": "section", "title": "Actions", "statements": [], "children": []}
    return element.model_copy(update=update)


def _name(title: str) -> str:
    return plain(_YEARS.sub(" ", title))
