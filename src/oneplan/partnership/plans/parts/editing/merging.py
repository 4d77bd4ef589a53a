"""Two parts made one; what is lost by it is listed before it is done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from oneplan.document.differences.matching import plain
from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.parts.changes import Change, going
from oneplan.partnership.plans.parts.editing.fields import measure_of, with_fields
from oneplan.partnership.plans.parts.editing.moving import all_moved
from oneplan.partnership.plans.parts.editing.pointers import repointed
from oneplan.partnership.plans.parts.folding import folded
from oneplan.partnership.plans.parts.part import Part, Parts, Sort
from oneplan.partnership.plans.parts.shapes import ABSENT

_LISTS: dict[Sort, tuple[str, ...]] = {
    "action": (
        "steps",
        "leads",
        "partners",
        "strategies",
        "groups",
        "places",
        "funding",
        "cross_references",
        "recommendations",
    ),
    "element": ("members", "indicators"),
}
_NEVER_MISSED = frozenset({"text", "source"})


@dataclass(frozen=True, slots=True)
class Lost:
    """A value that a merger does away with: the field of a part, and what it held."""

    key: str
    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class Merger:
    """The changes that make two parts one, and what is lost by them."""

    changes: tuple[Change, ...]
    lost: tuple[Lost, ...]


def merged_actions(parts: Parts, kept: str, gone: str, text: str | None = None) -> Merger:
    """Two actions as one, which has the names, money, steps and measures of both.

    Its wording is ``text``, or both texts one after the other. Sums of both are kept, alike or not, for
    nobody knows whether they are the same money. What can be said only once (the
    reference, by when, category, status) stays as the kept action has it, or becomes what the other one
    has where it says nothing. Pointers to the other action point at the kept one.

    Raises:
        Refused: they are not two actions.
    """
    first, second = _two(parts, kept, gone, "action")
    fields, lost = _together(first, second)
    of_both = {first["ref"], second["ref"]} - {None}
    fields["cross_references"] = [
        each for each in fields["cross_references"] if each.get("target") not in of_both
    ]
    fields["text"] = text or _both_texts(first["text"], second["text"])
    references = {second["ref"]: fields["ref"]} if second["ref"] and fields["ref"] else {}
    changes = [
        *with_fields(parts, kept, fields),
        *_measures(parts, first, second),
        going(second),
        *repointed(parts, references, without=(gone,), already={kept: fields}),
    ]
    return Merger(_kept_first(changes, kept), tuple(lost))


def merged_elements(parts: Parts, kept: str, gone: str) -> Merger:
    """Two elements as one, on which all hangs that hung on either.

    Raises:
        Refused: they are not two elements, or one stands below the other.
    """
    first, second = _two(parts, kept, gone, "element")
    if any(above.key == gone for above in parts.above(kept)):
        raise Refused({"gone": "An element cannot be merged into one that stands below it"})
    fields, lost = _together(first, second)
    below = dict.fromkeys(part.sort for part in parts.children(gone))
    moves = [move for sort in below for move in all_moved(parts, parts.children(gone, sort), kept)]
    changes = [*with_fields(parts, kept, fields), *moves, going(second)]
    return Merger(_kept_first(changes, kept), tuple(lost))


def merged_texts(parts: Parts, kept: str, gone: str, text: str | None = None) -> Merger:
    """Two measures, or two statements, as one, with both texts one after the other or with ``text``.

    What is understood of a measure is read anew of its sentence; figures of the other measure that it
    does not say are lost.

    Raises:
        Refused: they are not two measures, nor two statements.
    """
    first = parts.get(kept)
    sort: Sort = first.sort if first and first.sort == "measure" else "statement"
    first, second = _two(parts, kept, gone, sort)
    words = text or _both_texts(first["text"], second["text"])
    fields = measure_of(words, first) if sort == "measure" else {"text": words}
    absent = ABSENT[sort]
    lost = [
        Lost(gone, name, value)
        for name, value in second.fields.items()
        if name not in _NEVER_MISSED
        and value not in (absent.get(name), fields.get(name, first[name]))
    ]
    changes = [*with_fields(parts, kept, fields), going(second)]
    return Merger(tuple(changes), tuple(lost))


def _kept_first(changes: Iterable[Change], kept: str) -> tuple[Change, ...]:
    return tuple(sorted(folded(changes), key=lambda each: each.key != kept))


def _two(parts: Parts, kept: str, gone: str, sort: Sort) -> tuple[Part, Part]:
    first, second = parts.get(kept), parts.get(gone)
    if first is None or second is None or kept == gone or {first.sort, second.sort} != {sort}:
        raise Refused({"gone": f"Choose two different {sort}s of the plan"})
    return first, second


def _together(first: Part, second: Part) -> tuple[dict[str, Any], list[Lost]]:
    """What the kept part says, having taken over what it can from the other, and what is lost."""
    lists, absent = _LISTS[first.sort], ABSENT[first.sort]
    fields: dict[str, Any] = {}
    lost = []
    for name, value in second.fields.items():
        own = first[name]
        if name in lists:
            fields[name] = [*own, *value] if name == "funding" else _once([*own, *value])
        elif name in absent and own == absent[name]:
            fields[name] = value
        elif value not in (own, absent.get(name)) and name not in _NEVER_MISSED:
            lost.append(Lost(second.key, name, value))
    return {**first.fields, **fields}, lost


def _once(items: Iterable[Any]) -> list[Any]:
    """The items without those that stand before them already; where they were read does not count."""
    found: list[Any] = []
    seen: set[str] = set()
    for item in items:
        told = (
            {k: v for k, v in item.items() if k != "source"} if isinstance(item, Mapping) else item
        )
        mark = repr(sorted(told.items())) if isinstance(told, dict) else plain(told)
        if mark not in seen:
            seen.add(mark)
            found.append(item)
    return found


def _both_texts(first: str, second: str) -> str:
    if plain(second) in plain(first):
        return first
    if plain(first) in plain(second):
        return second
    stop = "" if first.rstrip()[-1:] in (".", "!", "?", ";", ":") else "."
    return f"{first.rstrip()}{stop} {second}"


def _measures(parts: Parts, first: Part, second: Part) -> list[Change]:
    """The measures come over, save those that the kept action has just so already: they go."""
    known = [_but_source(measure) for measure in parts.children(first.key, "measure")]
    own = parts.children(second.key, "measure")
    double = [measure for measure in own if _but_source(measure) in known]
    coming = [measure for measure in own if measure not in double]
    return [*all_moved(parts, coming, first.key), *map(going, double)]


def _but_source(part: Part) -> dict[str, Any]:
    return {name: value for name, value in part.fields.items() if name != "source"}
