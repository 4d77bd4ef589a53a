"""Which indicators are scored together: as many as fit, and the same ones as the last time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil


def chunks_of(
    rows: Mapping[str, int], most: int, before: Sequence[Sequence[str]] = ()
) -> list[list[str]]:
    """The indicators in their order, cut where they were cut ``before`` and where they are too many.

    The first time they are cut evenly, as chunks are worked on side by side. A new indicator joins
    those that it stands among, so that the others stay together.
    """
    starts = {chunk[0] for chunk in before if chunk}
    total = sum(rows.values())
    enough = total if starts else total / max(1, ceil(total / most))
    chunks: list[list[str]] = []
    held = 0
    for code in sorted(rows):
        full = held + rows[code] > most * (2 if starts else 1)
        if not chunks or code in starts or full or held >= enough:
            chunks.append([])
            held = 0
        chunks[-1].append(code)
        held += rows[code]
    return chunks
