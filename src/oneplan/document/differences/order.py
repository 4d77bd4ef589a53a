"""What was given another place among its like, where it stands under the same part as before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from oneplan.document.differences.actions import name_of_action
from oneplan.document.differences.changes import Change, Subject
from oneplan.document.differences.placed import Placed
from oneplan.document.differences.rising import longest_rise

Pair = tuple[Placed, Placed]


def reordered(stayed: Sequence[Pair], old: Sequence[Placed]) -> Iterator[Change]:
    """Those of the pairs that have another place among their like; as few as say it all.

    ``stayed`` are the pairs in their new order that stand under the same part in both versions, ``old`` is
    the order of the old version.
    """
    place = {id(placed): number for number, placed in enumerate(old)}
    under: defaultdict[tuple[str, ...], list[Pair]] = defaultdict(list)
    for before, after in stayed:
        under[after.above].append((before, after))
    for siblings in under.values():
        kept = set(longest_rise([place[id(before)] for before, _ in siblings]))
        names = [_name(after) for _, after in siblings]
        for number, (_, after) in enumerate(siblings):
            if number not in kept:
                where = f"after {names[number - 1]}" if number else "first"
                subject: Subject = "action" if after.action else "element"
                yield Change("moved", subject, names[number], f"{names[number]} stands {where} now")


def _name(placed: Placed) -> str:
    return name_of_action(placed.action) if placed.action else f"“{placed.element.title}”"
