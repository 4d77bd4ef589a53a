"""A plan document as parts, and parts as a plan document: each the other's inverse."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import is_
from typing import Any, cast

from pydantic import BaseModel

from oneplan.document.schema import PlanDocument
from oneplan.partnership.plans.parts.keys import identified
from oneplan.partnership.plans.parts.part import PLAN, Part, Parts, Sort
from oneplan.partnership.plans.parts.shapes import SHAPES, filled, model_of

_Waiting = tuple[Sort, str, str, float, dict[str, Any]]


def parts_of(document: PlanDocument) -> Parts:
    """The parts of a plan document, without its findings.

    Elements, actions and measures keep their ids as keys; those without one are given theirs as
    ``with_ids`` gives them. The document is left as it is.
    """
    document = identified(document)
    content = document.model_dump(mode="json", exclude={"findings"}, exclude_defaults=True)
    return Parts(_walked(content))


def _walked(content: dict[str, Any]) -> Iterator[Part]:
    taken = _ids(content)
    pending: list[_Waiting] = [("plan", PLAN, PLAN, 0.0, content)]
    while pending:
        sort, key, owner, position, content = pending.pop()
        for name, below in SHAPES[sort].owns.items():
            for number, item in enumerate(content.pop(name, ()), start=1):
                own = item.pop("id", None) or _free(f"{key or 'plan'}.{below}-{number}", taken)
                pending.append((below, own, key, float(number), item))
        yield Part(sort, key, owner, position, filled(sort, content))


def _ids(content: dict[str, Any]) -> set[str]:
    found: set[str] = set()
    pending: list[tuple[Sort, dict[str, Any]]] = [("plan", content)]
    while pending:
        sort, content = pending.pop()
        found.add(content.get("id", PLAN))
        for name, below in SHAPES[sort].owns.items():
            pending += [(below, item) for item in content.get(name, ())]
    return found


def _free(name: str, taken: set[str]) -> str:
    """A key that no id is; an id that looks like one is evaded by a longer one."""
    while name in taken:
        name += "-"
    taken.add(name)
    return name


def document_of(parts: Parts) -> PlanDocument:
    """The plan document that the parts make up, with the keys of parts as ids and no findings."""
    return Documents().of(parts)


@dataclass(frozen=True, slots=True)
class _Made:
    """What was made of a part: its model without what hangs on it, and with that."""

    part: Part
    below: Mapping[str, list[BaseModel]]
    alone: BaseModel
    whole: BaseModel


class Documents:
    """The documents of a plan at one state after another: what stays the same is the same object in both.

    They are for reading. Who changes one changes all of them.
    """

    def __init__(self) -> None:
        self._made: Mapping[str, _Made] = {}

    def of(self, parts: Parts) -> PlanDocument:
        """The plan document that the parts make up, with the keys of parts as ids and no findings."""
        made: dict[str, _Made] = {}
        below: dict[str, dict[str, list[BaseModel]]] = {}
        for part in reversed(list(parts)):  # each before the one it hangs on
            held, found = self._made.get(part.key), below.pop(part.key, None)
            if held and held.part is part and not found and not held.below:
                new = held
            else:
                own = {name: those[::-1] for name, those in found.items()} if found else {}
                new = _made(part, own, held)
            made[part.key] = new
            if part.sort != "plan":
                name = _LISTS[parts[part.owner].sort, part.sort]
                below.setdefault(part.owner, {}).setdefault(name, []).append(new.whole)
        self._made = made
        return cast(PlanDocument, made[PLAN].whole)


def _made(part: Part, below: Mapping[str, list[BaseModel]], held: _Made | None) -> _Made:
    alone = held.alone if held and held.part is part else model_of(part)
    if held and alone is held.alone and _same(below, held.below):
        return held
    return _Made(part, below, alone, alone.model_copy(update=dict(below)) if below else alone)


def _same(one: Mapping[str, list[BaseModel]], other: Mapping[str, list[BaseModel]]) -> bool:
    return one.keys() == other.keys() and all(
        len(found) == len(other[name]) and all(map(is_, found, other[name]))
        for name, found in one.items()
    )


_LISTS: dict[tuple[Sort, Sort], str] = {
    (sort, below): name for sort, shape in SHAPES.items() for name, below in shape.owns.items()
}


def may_hang_on(sort: Sort, owner: Sort) -> bool:
    """Whether a part of one sort may hang on one of another: an action on an element."""
    return (owner, sort) in _LISTS
