"""Numbering actions and elements in the order in which they stand; pointers to them follow."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.parts.changes import Change, applied
from oneplan.partnership.plans.parts.editing.fields import with_fields
from oneplan.partnership.plans.parts.editing.pointers import repointed
from oneplan.partnership.plans.parts.folding import folded
from oneplan.partnership.plans.parts.part import Part, Parts

_NUMBERED = re.compile(r"(?P<before>.*?)(?P<number>[0-9]+)(?P<after>[^0-9]*)", re.DOTALL)
_LETTERED = re.compile(r"(?P<before>.*[0-9])(?P<letter>[a-z])", re.DOTALL)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONGEST = 40


def renumbered_actions(parts: Parts, element: str, first: str | None = None) -> list[Change]:
    """Gives the actions of an element references in their order, counted on from the first one's.

    ``first`` is the reference of the first action ("BH 1.0", "3a"); without it the first that an action
    of the element has. Pointers to the actions follow.

    Raises:
        Refused: no reference is known to count from, or one would be another action's.
    """
    return _referenced(parts, _wanted(parts.children(element, "action"), first))


def renumbered_through(parts: Parts, owner: str, first: str | None = None) -> list[Change]:
    """The same for all actions below an owner, at any depth, counted through."""
    return _referenced(parts, _wanted(_actions_below(parts, owner), first))


def renumbered_each(parts: Parts, owner: str) -> list[Change]:
    """The same for the actions of each element below an owner, each counted on from its own first one's.

    Elements of which no action has a reference are left as they are.

    Raises:
        Refused: none has one, or one would be another action's.
    """
    wanted: dict[str, str] = {}
    for key in dict.fromkeys(action.owner for action in _actions_below(parts, owner)):
        actions = parts.children(key, "action")
        if any(action["ref"] for action in actions):
            wanted |= _wanted(actions, None)
    if not wanted:
        raise Refused({"first": "No action has a reference to count on from"})
    return _referenced(parts, wanted)


def _actions_below(parts: Parts, owner: str) -> list[Part]:
    return [part for part in parts.below(owner) if part.sort == "action"]


def _wanted(actions: Sequence[Part], first: str | None) -> dict[str, str]:
    known = (action["ref"] for action in actions if action["ref"])
    counted = _counted(first or next(known, None), actions, "reference", "SA 1")
    return {action.key: ref for action, ref in zip(actions, counted, strict=True)}


def _referenced(parts: Parts, wanted: Mapping[str, str]) -> list[Change]:
    """Gives actions these references; pointers follow."""
    elsewhere = {each["ref"] for each in parts.of_sort("action") if each.key not in wanted}
    taken = next((ref for ref in wanted.values() if ref in elsewhere), None)
    if taken:
        raise Refused({"first": f"{taken} is the reference of an action elsewhere in the plan"})
    numbers: dict[str, str] = {}
    for key, ref in wanted.items():
        old = parts[key]["ref"]
        if old not in (None, ref):
            numbers.setdefault(old, ref)
    fields = {key: {**parts[key].fields, "ref": ref} for key, ref in wanted.items()}
    own = [change for key, said in fields.items() for change in with_fields(parts, key, said)]
    return folded([*own, *repointed(parts, numbers, already=fields)])


def renumbered_elements(parts: Parts, owner: str, first: str | None = None) -> list[Change]:
    """Gives the elements below an owner that bear one label codes in their order; pointers follow.

    Only elements of the label that the first of them has are numbered.

    Raises:
        Refused: no code is known to count from.
    """
    children = parts.children(owner, "element")
    label = children[0]["label"] if children else None
    elements = [each for each in children if each["label"] == label]
    known = (each["code"] for each in elements if each["code"])
    wanted = _counted(first or next(known, None), elements, "number", "1")
    named = {
        _named(each): _named(each, code)
        for each, code in zip(elements, wanted, strict=True)
        if each["code"]
    }
    numbers = {old: new for old, new in named.items() if old != new}
    codes = [
        change
        for each, code in zip(elements, wanted, strict=True)
        for change in with_fields(parts, each.key, {"code": code})
    ]
    return [*codes, *repointed(parts, numbers)]


def renumbered_levels(parts: Parts, owner: str, first: str | None = None) -> list[Change]:
    """Gives the elements directly below an owner codes, and those below each of them, level by level.

    Below an element whose code was the beginning of theirs ("2", "2.1") they begin with its new one. Levels
    of which no element has a code are left without.

    Raises:
        Refused: no code is known to count from for the first level.
    """
    found = renumbered_elements(parts, owner, first)
    now = applied(parts, found)
    for element in [part for part in parts.below(owner) if part.sort == "element"]:
        codes = [each["code"] for each in now.children(element.key, "element") if each["code"]]
        if codes:
            start = _below(codes[0], element["code"], now[element.key]["code"])
            changes = renumbered_elements(now, element.key, start)
            found += changes
            now = applied(now, changes)
    return folded(found)


def _below(code: str, old: str | None, new: str | None) -> str:
    """A code as it is where the code that it begins with has become another one."""
    return f"{new}{code[len(old) :]}" if old and new and code.startswith(f"{old}.") else code


def _named(element: Part, code: str | None = None) -> str:
    return f"{element['label'] or element['kind'].capitalize()} {code or element['code']}"


def _counted(first: str | None, parts: Sequence[Part], word: str, example: str) -> list[str]:
    """As many references or codes as there are parts, counted on from the first."""
    first = (first or "").strip()
    if not first or len(first) > _LONGEST:
        raise Refused({"first": f"Enter the {word} of the first one, such as {example}"})
    lettered = _LETTERED.fullmatch(first)
    if lettered:
        letters = _LETTERS[_LETTERS.index(lettered["letter"]) :]
        if len(letters) < len(parts):
            raise Refused({"first": f"There are not enough letters to count on from {first}"})
        return [f"{lettered['before']}{letter}" for letter in letters[: len(parts)]]
    numbered = _NUMBERED.fullmatch(first)
    if numbered is None:
        raise Refused({"first": f"Enter a {word} with a number to count from, such as {example}"})
    before, number, after = numbered.groups()
    return [f"{before}{int(number) + place:0{len(number)}d}{after}" for place in range(len(parts))]
