"""The same outcome in a summary and in the detail made one element.

The detail stays. What the summary listed under it is kept as it was printed: a ``section`` element
with the summary's heading as title, in it a ``section`` for each outcome so listed (titled as
printed there), whose children and statements are the summary's. A rule that compares the two lists
matches that section's title with the element's.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from oneplan.document.schema import Element
from oneplan.exchange.plan_readers.narrative.wording import same_words

_ALIKE = 92
_MOST_COMPARED = 120


def merge_summaries(elements: list[Element], listed_under: dict[int, str]) -> list[Element]:
    """The elements with every outcome or priority once; ``listed_under`` names a summary's heading."""
    aims = [element for element in _aims(elements) if not _is_group(element)]
    detail_of = _details(aims)
    if not detail_of:
        return elements
    return _without(elements, detail_of, listed_under)


def _aims(elements: list[Element]) -> Iterator[Element]:
    pending = list(reversed(elements))
    while pending:
        element = pending.pop()
        if element.kind in ("outcome", "priority"):
            yield element
        pending += reversed(element.children)


def _is_group(element: Element) -> bool:
    return element.kind == "partnership"


def _weight(element: Element) -> int:
    own = len(element.measures) + len(element.actions) + len(element.statements)
    return own + sum(1 + _weight(child) for child in element.children)


def _details(aims: list[Element]) -> dict[int, Element]:
    """For each element that another says in more detail, that other."""
    fullest: dict[str, Element] = {}
    for element in aims:
        words = same_words(element.title)
        if words not in fullest or _weight(element) > _weight(fullest[words]):
            fullest[words] = element
    exact = {
        id(element): fullest[same_words(element.title)]
        for element in aims
        if fullest[same_words(element.title)] is not element
    }
    return exact | _nearly(list(fullest.items()))


def _nearly(titled: list[tuple[str, Element]]) -> dict[int, Element]:
    """Titles that differ by a word: "are helped early" and "helped at an early stage" are not."""
    if len(titled) > _MOST_COMPARED:
        return {}
    found: dict[int, Element] = {}
    for number, (words, element) in enumerate(titled):
        for others, other in titled[number + 1 :]:
            if len(words.split()) < 3 or (
                _weight(element) and _weight(other) and _full(element, other)
            ):
                continue
            if fuzz.ratio(words, others) >= _ALIKE:
                less, more = sorted((element, other), key=_weight)
                found[id(less)] = more
    return found


def _full(one: Element, other: Element) -> bool:
    """Whether both have measures or actions of their own, so that neither is a summary."""
    return all(element.measures or element.actions for element in (one, other))


def _without(
    elements: list[Element], detail_of: dict[int, Element], listed_under: dict[int, str]
) -> list[Element]:
    kept: list[Element] = []
    summary: Element | None = None
    for element in elements:
        element.children = _without(element.children, detail_of, listed_under)
        if id(element) not in detail_of:
            kept.append(element)
            continue
        detail = detail_of[id(element)]
        detail.label, detail.code = detail.label or element.label, detail.code or element.code
        if not (element.children or element.statements):
            continue
        title = listed_under.get(id(element), "Summary")
        if summary is None or summary.title != title:
            summary = Element(kind="section", title=title, source=element.source)
            kept.append(summary)
        summary.children.append(element.model_copy(update={"kind": "section", "label": None}))
    return kept
