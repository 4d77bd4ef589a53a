"""Cells that list several actions beside as many dates, each line of one cell meaning that of the other."""

from __future__ import annotations

from dataclasses import replace

from oneplan.exchange.plan_readers.tables.gathered import GatheredAction, Slot, Tier
from oneplan.exchange.plan_readers.tables.several_references import SHARED_BY_FIRST, by_reference


def apart(gathered: GatheredAction) -> list[GatheredAction]:
    """The actions of a row that lists several, or the one that it holds.

    Lists as long as that of the actions are divided with it; who leads and helps holds for each
    action; measures and money that cannot be divided stay with the first.
    """
    referenced = by_reference(gathered)
    if referenced:
        return referenced
    actions = gathered.lines("action")
    dates = gathered.lines("due")
    listed = len(actions) > 1 and all(line.bullet for line in actions)
    if gathered.ref is not None or not listed or len(dates) != len(actions):
        return [gathered]
    return [
        replace(gathered, cells=_share(gathered, number, len(actions)))
        for number in range(len(actions))
    ]


def _share(gathered: GatheredAction, number: int, of: int) -> dict[Slot, list[Tier]]:
    """The cells of one of the listed actions."""
    share: dict[Slot, list[Tier]] = {}
    for slot, tiers in gathered.cells.items():
        lines = [line for tier in tiers for line in tier]
        if len(lines) == of:
            share[slot] = [[replace(lines[number], bullet=False, level=0)]]
        elif number == 0 or slot[0] not in SHARED_BY_FIRST:
            share[slot] = tiers
    return share
