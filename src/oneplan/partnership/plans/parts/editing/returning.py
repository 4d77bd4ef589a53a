"""Bringing back a part that was taken out, as it was when it went."""

from __future__ import annotations

from collections.abc import Iterable

from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.parts.changes import OWNER, Change
from oneplan.partnership.plans.parts.part import Parts


def brought_back(parts: Parts, taken: Iterable[Change], key: str) -> list[Change]:
    """Puts a part back with what went with it and hung below it, and with what it hung on if that went too.

    ``taken`` are the changes of the edit that took it out. Nothing is to be done where it is there again.

    Raises:
        Refused: the edit did not take it out, or what it hung on was taken out by another one.
    """
    gone = {each.key: each for each in taken if each.after is None}
    if key in parts:
        return []
    if key not in gone:
        raise Refused({"key": "It was not taken out by this edit"})
    wanted = {key}
    above = str((gone[key].before or {})[OWNER])
    while above not in parts:
        if above not in gone:
            raise Refused({"key": "What it stood under was removed too. Bring that back first"})
        wanted.add(above)
        above = str((gone[above].before or {})[OWNER])
    return [_coming(gone[each]) for each in (*wanted, *_below(gone, key)) if each not in parts]


def _below(gone: dict[str, Change], key: str) -> list[str]:
    children: dict[str, list[str]] = {}
    for each in gone.values():
        children.setdefault(str((each.before or {})[OWNER]), []).append(each.key)
    found: list[str] = []
    pending = [key]
    while pending:
        below = children.get(pending.pop(), [])
        found += below
        pending += below
    return found


def _coming(change: Change) -> Change:
    return Change(change.sort, change.key, None, change.before)
