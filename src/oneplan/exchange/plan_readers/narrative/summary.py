"""The same outcome in a summary and in the detail made one element.

The detail stays. What the summary listed under it is kept as it was printed: a ``section`` element
with the summary's heading as title, in it a ``section`` for each outcome so listed (titled as
printed there), whose children and statements are the summary's. A rule that compares the two lists
matches that section's title with the element's. A list that only names the outcomes leaves nothing
where it uses the same words; where it words one in another way, its lines are kept as statements.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from oneplan.document.schema import Element, Statement
from oneplan.exchange.plan_readers.narrative.wording import same_words

_NUMBER = re.compile(r"\d+")
_ALIKE = 92
_ALIKE_IN_A_LIST = 75
_ALIKE_IN_STEP = 50
_MOST_COMPARED = 120


def merge_summaries(
    elements: list[Element], listed_under: dict[int, str]
) -> tuple[list[Element], list[Statement]]:
    """The elements with every outcome or priority once, and the lines of lists that word one in another way.

    ``listed_under`` names a summary's heading.
    """
    aims = [element for element in _aims(elements) if not _is_group(element)]
    detail_of = _details(aims)
    if len(aims) <= _MOST_COMPARED:
        detail_of |= _announced(aims, detail_of, listed_under)
    if not detail_of:
        return elements, []
    reworded = _reworded(aims, detail_of, listed_under)
    return _without(elements, detail_of, listed_under), reworded


def _lists(aims: Sequence[Element], listed_under: Mapping[int, str]) -> list[list[Element]]:
    """The lists that name outcomes and say no more of them, each in order."""
    lists: defaultdict[str, list[Element]] = defaultdict(list)
    for element in aims:
        if id(element) in listed_under and not _weight(element):
            lists[listed_under[id(element)]].append(element)
    return list(lists.values())


def _announced(
    aims: Sequence[Element], detail_of: Mapping[int, Element], listed_under: Mapping[int, str]
) -> dict[int, Element]:
    """The lines of a list that announces the parts which follow, by the part that each means.

    Most of its lines use the words of a part; one in other words means the part like it that is left.
    """
    found: dict[int, Element] = {}
    for listed in _lists(aims, listed_under):
        known = {id(detail_of[id(line)]) for line in listed if id(line) in detail_of}
        if len(known) * 2 < len(listed):
            continue
        kinds = {line.kind for line in listed}
        parts = [part for part in aims if part.kind in kinds and _weight(part)]
        in_step = parts if len(parts) == len(listed) else [None] * len(listed)
        for line, expected in zip(listed, in_step, strict=True):
            left = [part for part in parts if id(part) not in known]
            part = None if id(line) in detail_of else _meant(line, left, expected)
            if part is not None:
                found[id(line)] = part
                known.add(id(part))
    return found


def _meant(line: Element, parts: Sequence[Element], expected: Element | None) -> Element | None:
    """The part most like a line, less likeness being asked of the one that stands in its place."""
    likenesses = [_likeness(line, part) for part in parts]
    if not likenesses:
        return None
    most = max(likenesses)
    near = parts[likenesses.index(most)]
    return near if most >= (_ALIKE_IN_STEP if near is expected else _ALIKE_IN_A_LIST) else None


def _likeness(one: Element, other: Element) -> float:
    """How alike two titles are, from 0 to 100; "Key Stage 1" is not "Key Stage 2"."""
    first, second = same_words(one.title), same_words(other.title)
    numbered = _NUMBER.findall(first) != _NUMBER.findall(second)
    coded_apart = one.code and other.code and one.code != other.code
    return 0.0 if numbered or coded_apart else fuzz.ratio(first, second)


def _reworded(
    aims: Sequence[Element], detail_of: Mapping[int, Element], listed_under: Mapping[int, str]
) -> list[Statement]:
    """The lines of each list of which one differs from the title of its part."""
    return [
        Statement(kind="context", text=line.title, source=line.source)
        for listed in _lists(aims, listed_under)
        if any(
            same_words(line.title) != same_words(detail_of[id(line)].title)
            for line in listed
            if id(line) in detail_of
        )
        for line in listed
        if id(line) in detail_of
    ]


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
        for _, other in titled[number + 1 :]:
            if len(words.split()) < 3 or (
                _weight(element) and _weight(other) and _full(element, other)
            ):
                continue
            if _likeness(element, other) >= _ALIKE:
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
