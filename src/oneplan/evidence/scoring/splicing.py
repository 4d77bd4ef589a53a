"""A part of the results in which some indicators changed: only their row groups are written anew."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pyarrow.parquet as pq

from oneplan.evidence.scoring.earlier import Earlier
from oneplan.evidence.scoring.joining import Piece, joined
from oneplan.evidence.scoring.merging import Stretch, merged


def spliced(
    earlier: Earlier,
    kept: Collection[str],
    changed: Collection[str],
    scored: Path | None,
    output: Path,
) -> None:
    """Writes the results ``kept`` of an earlier file and those ``scored`` anew, in their order.

    A row group that holds nothing but what is kept is copied as it is.
    """
    held = [part for part in earlier.parts if not part.marks.keys().isdisjoint(kept)]
    first, last = held[0].first, held[-1].last
    between = [part for part in earlier.parts if first <= part.first < last]
    foreign = {*changed, *(code for part in between for code in part.marks)} - {*kept}
    groups = _groups(earlier.file, first, last)
    homes = {code: _home(groups, code) for code in foreign}
    pieces: list[Piece] = []
    written: list[Path] = []
    for anew, stretch in _stretches(groups, homes):
        numbers = range(stretch[0].number, stretch[-1].number + 1)
        if not anew:
            pieces.append(Piece(earlier.file, numbers.start, numbers.stop))
            continue
        codes = [code for code in changed if groups[homes[code]].number in numbers]
        written.append(output.with_name(f"{output.name}.{len(written)}"))
        merged(_rows(earlier.file, stretch), kept, scored, codes, written[-1])
        pieces.append(Piece(written[-1]))
    joined(pieces, output, {}, synced=False)
    for file in written:
        file.unlink()


@dataclass(frozen=True, slots=True)
class _Group:
    """A row group: its number, its rows in the file, its first and last indicator."""

    number: int
    begin: int
    end: int
    lowest: str
    highest: str


def _groups(file: Path, first: int, last: int) -> list[_Group]:
    found, begin = [], 0
    with pq.ParquetFile(file) as opened:
        for number in range(last):
            end = begin + int(opened.metadata.row_group(number).num_rows)
            if number >= first and end > begin:
                # What a row group says of its smallest and largest may be wider than what it holds.
                codes = opened.read_row_group(number, ["indicator"])["indicator"]
                found.append(_Group(number, begin, end, codes[0].as_py(), codes[-1].as_py()))
            begin = end
    return found


def _stretches(
    groups: Sequence[_Group], homes: Mapping[str, int]
) -> Iterator[tuple[bool, list[_Group]]]:
    """Row groups one after the other that hold something foreign, or do not."""
    anew = {number for code, home in homes.items() for number in _touched(groups, code, home)}
    for touched, stretch in groupby(groups, lambda group: group.number in anew):
        yield touched, [*stretch]


def _touched(groups: Sequence[_Group], code: str, home: int) -> Iterator[int]:
    """The row groups that hold an indicator, or the one that it comes to stand in."""
    yield groups[home].number
    while home and groups[home - 1].highest >= code:
        home -= 1
        yield groups[home].number


def _home(groups: Sequence[_Group], code: str) -> int:
    """The place of the last row group that does not begin after an indicator; else the first."""
    return max(bisect_right(groups, code, key=lambda group: group.lowest) - 1, 0)


def _rows(file: Path, stretch: Sequence[_Group]) -> Stretch:
    begin, end = stretch[0].begin, stretch[-1].end
    return Stretch(file, begin, end, stretch[0].lowest, stretch[-1].highest)
