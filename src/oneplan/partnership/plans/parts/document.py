"""A plan document as parts, and parts as a plan document: each the other's inverse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from oneplan.document.schema import PlanDocument
from oneplan.partnership.plans.parts.keys import identified
from oneplan.partnership.plans.parts.part import PLAN, Part, Parts, Sort
from oneplan.partnership.plans.parts.shapes import SHAPES, filled

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
    contents: dict[str, dict[str, Any]] = {}
    for part in parts:  # each after the one it hangs on
        content = contents[part.key] = dict(part.fields)
        shape = SHAPES[part.sort]
        if "id" in shape.model.model_fields:
            content["id"] = part.key
        content |= {name: [] for name in shape.owns}
        if part.sort != "plan":
            contents[part.owner][_LISTS[parts[part.owner].sort, part.sort]].append(content)
    return PlanDocument.model_validate(contents[PLAN])


_LISTS: dict[tuple[Sort, Sort], str] = {
    (sort, below): name for sort, shape in SHAPES.items() for name, below in shape.owns.items()
}


def may_hang_on(sort: Sort, owner: Sort) -> bool:
    """Whether a part of one sort may hang on one of another: an action on an element."""
    return (owner, sort) in _LISTS
