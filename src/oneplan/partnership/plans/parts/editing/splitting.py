"""One part made two."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from oneplan.partnership.partners.refusals import Refused, refuse
from oneplan.partnership.plans.parts.changes import Change
from oneplan.partnership.plans.parts.editing.fields import measure_of, with_fields
from oneplan.partnership.plans.parts.editing.moving import all_moved
from oneplan.partnership.plans.parts.editing.tree import added
from oneplan.partnership.plans.parts.keys import fresh_key
from oneplan.partnership.plans.parts.part import Parts

_OF_BOTH = (
    "due",
    "category",
    "leads",
    "partners",
    "strategies",
    "groups",
    "places",
    "brought_forward_from",
    "recommendations",
    "status",
    "source",
)


@dataclass(frozen=True, slots=True)
class SplitOff:
    """What goes to the second action: its text, steps and sums by their place from nought, measures by key."""

    text: str
    steps: Collection[int] = ()
    funding: Collection[int] = ()
    measures: Collection[str] = ()


def split_action(
    parts: Parts, key: str, text: str, off: SplitOff, *, new_key: str | None = None
) -> list[Change]:
    """Two actions of one: the first keeps its reference and says ``text``, the second stands behind it.

    Leads, partners, dates and places are those of both; steps, sums and measures go with one of them.
    The second has no reference until the actions are numbered.

    Raises:
        Refused: it is no action of the plan, one of the texts is empty, or a measure is not its own.
    """
    action = parts.get(key)
    if action is None or action.sort != "action":
        raise Refused({"key": "Only an action that is in the plan can be split"})
    refuse(
        text=None if text.strip() else "Enter what the first action says",
        second=None if off.text.strip() else "Enter what the second action says",
    )
    own = {measure.key: measure for measure in parts.children(key, "measure")}
    if not own.keys() >= set(off.measures):
        raise Refused({"measures": "A measure that you chose is not one of this action"})
    kept: dict[str, Any] = {"text": text}
    gone = {name: action[name] for name in _OF_BOTH} | {"text": off.text}
    for name, chosen in (("steps", off.steps), ("funding", off.funding)):
        items = list(enumerate(action[name]))
        kept[name] = [item for place, item in items if place not in chosen]
        gone[name] = [item for place, item in items if place in chosen]
    second = added(
        parts, "action", action.owner, gone, after=key, key=new_key or fresh_key("action")
    )
    moving = [measure for measure in own.values() if measure.key in off.measures]
    return [*with_fields(parts, key, kept), *second, *all_moved(parts, moving, second[0].key)]


def split_text(
    parts: Parts, key: str, text: str, second: str, *, new_key: str | None = None
) -> list[Change]:
    """Two measures, or two statements, of one: the second stands behind it.

    What is understood of a measure is read anew of each of its sentences.

    Raises:
        Refused: it is neither, it is not in the plan, or one of the texts is empty.
    """
    part = parts.get(key)
    if part is None or part.sort not in ("measure", "statement"):
        raise Refused({"key": "Only a measure or statement that is in the plan can be split"})
    refuse(
        text=None if text.strip() else "Enter what the first one says",
        second=None if second.strip() else "Enter what the second one says",
    )
    if part.sort == "measure":
        kept, gone = measure_of(text, part), measure_of(second)
    else:
        kept, gone = {"text": text}, {"text": second, "kind": part["kind"]}
    gone["source"] = part["source"]
    return [
        *with_fields(parts, key, kept),
        *added(parts, part.sort, part.owner, gone, after=key, key=new_key or fresh_key(part.sort)),
    ]


def split_element(
    parts: Parts, key: str, title: str, going: Collection[str], *, new_key: str | None = None
) -> list[Change]:
    """Two elements of one: the second stands behind it, has its kind and label, and takes some of what hangs on it.

    ``going`` are the keys of the statements, measures, actions and elements that the second takes.

    Raises:
        Refused: it is no element of the plan, the title is empty, or a key is not of what hangs on it.
    """
    element = parts.get(key)
    if element is None or element.sort != "element":
        raise Refused({"key": "Only an element that is in the plan can be split"})
    below = {part.key: part for part in parts.children(key)}
    refuse(
        title=None if title.strip() else "Enter the title of the second element",
        going=None if below.keys() >= set(going) else "Choose only what stands under this element",
    )
    fields = {name: element[name] for name in ("kind", "label")} | {"title": title}
    second = added(
        parts, "element", element.owner, fields, after=key, key=new_key or fresh_key("element")
    )
    sorts = dict.fromkeys(part.sort for part in below.values())
    return second + [
        move
        for sort in sorts
        for move in all_moved(
            parts,
            [part for part in below.values() if part.sort == sort and part.key in going],
            second[0].key,
        )
    ]
