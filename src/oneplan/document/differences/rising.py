"""What kept its order where something was moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def longest_rise(positions: Sequence[float]) -> list[int]:
    """The places of a longest rising series among the positions."""
    lowest_ends: list[float] = []
    ends_at: list[int] = []
    before: list[int | None] = []
    for place, position in enumerate(positions):
        length = bisect_left(lowest_ends, position)
        before.append(ends_at[length - 1] if length else None)
        if length == len(lowest_ends):
            lowest_ends.append(position)
            ends_at.append(place)
        else:
            lowest_ends[length], ends_at[length] = position, place
    rise: list[int] = []
    last = ends_at[-1] if ends_at else None
    while last is not None:
        rise.append(last)
        last = before[last]
    return rise[::-1]
