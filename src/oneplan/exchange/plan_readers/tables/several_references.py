"""Cells in which each line has a reference of its own: "1.1 …", "1.2 …" are several actions of one row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from oneplan.document.phrases.references import take_reference
from oneplan.exchange.plan_readers.blocks import Line
from oneplan.exchange.plan_readers.tables.gathered import GatheredAction, Slot, Tier
from oneplan.exchange.plan_readers.tables.roles import Role

SHARED_BY_FIRST: frozenset[Role] = frozenset(
    {"measures", "milestones", "funding", "baseline", "target", "indicator"}
)
"""What stays with the first of several actions where it is not said whose it is."""
_IN_A_ROW = re.compile(
    r"(?P<stem>(?:[A-Z]{1,5}[ -]?)?(?:\d{1,2}\.)+|\d{1,2})(?P<last>\d{1,2}|[a-h])"
)
_FEWEST = 2


def by_reference(gathered: GatheredAction) -> list[GatheredAction]:
    """The actions of a cell whose lines count on from one reference to the next; empty where they do not.

    Lines of other cells that begin with the same references go with them; who leads and by when holds
    for each action where it is said once.
    """
    own = _by_reference(gathered.lines("action"))
    if len(own) < _FEWEST or not _counts_on(list(own)):
        return []
    references = set(own)
    divided = {slot: _divided(tiers, references) for slot, tiers in gathered.cells.items()}
    first = next(iter(own))
    return [
        replace(gathered, ref=ref, cells=_share(gathered, ref, divided, first=ref == first))
        for ref in own
    ]


def _divided(tiers: Sequence[Tier], references: set[str]) -> dict[str, list[Line]]:
    """The lines of a cell by reference, empty where fewer than two of the references stand in it."""
    found = _by_reference([line for tier in tiers for line in tier])
    return found if len(references.intersection(found)) >= _FEWEST else {}


def _by_reference(lines: Sequence[Line]) -> dict[str, list[Line]]:
    """The lines under the reference that each begins with; empty where the first has none."""
    found: dict[str, list[Line]] = {}
    current = ""
    for line in lines:
        ref, words = take_reference(line.text)
        if ref is not None and words and ref not in found:
            current = ref
            found[ref] = [Line(words)]
        elif not current:
            return {}
        else:
            found[current].append(line)
    return found


def _counts_on(references: Sequence[str]) -> bool:
    """Whether references are "1.1", "1.2", "1.3" – and not a list of steps without a stem."""
    read = [_IN_A_ROW.fullmatch(ref) for ref in references]
    known = [match for match in read if match is not None]
    if len(known) < len(read) or len({match["stem"] for match in known}) > 1:
        return False
    places = [_place(match["last"]) for match in known]
    return all(after == before + 1 for before, after in pairwise(places))


def _place(last: str) -> int:
    return int(last) if last.isdigit() else ord(last)


def _share(
    gathered: GatheredAction,
    ref: str,
    divided: Mapping[Slot, Mapping[str, list[Line]]],
    *,
    first: bool,
) -> dict[Slot, list[Tier]]:
    """The cells of the action with a reference."""
    share: dict[Slot, list[Tier]] = {}
    for slot, tiers in gathered.cells.items():
        if ref in divided[slot]:
            share[slot] = [divided[slot][ref]]
        elif not divided[slot] and (first or slot[0] not in SHARED_BY_FIRST):
            share[slot] = tiers
    return share
