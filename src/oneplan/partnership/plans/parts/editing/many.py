"""The same thing done to many parts at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.parts.changes import Change
from oneplan.partnership.plans.parts.editing.fields import with_fields
from oneplan.partnership.plans.parts.editing.moving import all_moved, must_be_movable
from oneplan.partnership.plans.parts.editing.tree import in_order, removed
from oneplan.partnership.plans.parts.part import Parts

NAMES = ("leads", "partners", "strategies", "groups", "places")
"""The fields of an action that are lists of names."""


def set_on_many(parts: Parts, keys: Sequence[str], fields: Mapping[str, Any]) -> list[Change]:
    """Gives each of many parts these values of some of its fields.

    Raises:
        Refused: a part is gone, or a field is unknown or cannot hold its value.
    """
    return [change for key in in_order(parts, keys) for change in with_fields(parts, key, fields)]


def named_on_many(
    parts: Parts,
    keys: Sequence[str],
    field: str,
    *,
    come: Sequence[str] = (),
    go: Sequence[str] = (),
) -> list[Change]:
    """Adds names to a list of each of many actions and takes others out of it.

    One name that goes and one that comes is a change of name: it stays in its place, and actions that
    did not have it stay as they are.

    Raises:
        Refused: a part is gone, or the field is no list of names.
    """
    if field not in NAMES:
        raise Refused({"field": f"“{field}” is no list of names"})
    changes = []
    for key in in_order(parts, keys):
        names = parts[key].fields.get(field)
        if names is None:
            raise Refused({"keys": f"“{key}” is no action"})
        changes += with_fields(parts, key, {field: _named(names, come, go)})
    return changes


def _named(names: Sequence[str], come: Sequence[str], go: Sequence[str]) -> list[str]:
    if len(come) == len(go) == 1:
        return list(dict.fromkeys(come[0] if name == go[0] else name for name in names))
    return list(dict.fromkeys([*(name for name in names if name not in go), *come]))


def removed_many(parts: Parts, keys: Sequence[str]) -> list[Change]:
    """Takes away many parts and all that hangs below them.

    Raises:
        Refused: a part is gone, or is the plan itself.
    """
    going = {change.key: change for key in in_order(parts, keys) for change in removed(parts, key)}
    return list(going.values())


def moved_many(parts: Parts, keys: Sequence[str], owner: str) -> list[Change]:
    """Puts many parts of one sort below an owner, behind those it has, in the order of the plan.

    Raises:
        Refused: a part is gone, they are of several sorts, or they cannot stand there.
    """
    found = [parts[key] for key in in_order(parts, keys)]
    if len({part.sort for part in found}) > 1:
        raise Refused({"keys": "Choose parts of one sort, such as actions only"})
    for part in found:
        must_be_movable(parts, part, owner)
    return all_moved(parts, [part for part in found if part.owner != owner], owner)
