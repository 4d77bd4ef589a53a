"""Columns of small whole numbers that divide people: years, bands, deciles, days in a step."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from oneplan.exchange.data_readers.columns import joined
from oneplan.exchange.data_readers.grid import Grid

_MOST_MEMBERS = 60
_SMALL = re.compile(r"\d{1,2}\+?")
_WORD = re.compile(r"[^\W\d_]{4}")
"""Longer than the symbols that stand for no number."""


def numbered(
    grid: Grid, valued: Sequence[str], told_apart: Sequence[str], times: float = 1.0
) -> list[str]:
    """The columns of those that hold values without which rows would stand twice.

    ``told_apart`` are the columns that tell rows apart otherwise; none where these do, or where all
    small numbers together would not, or where rows would stand fewer ``times`` on average.
    """
    rows = _distinct(grid, told_apart)
    if rows == len(grid) or rows * times > len(grid):
        return []
    members = {
        name: pc.count_distinct(grid.columns[name]).as_py()
        for name in valued
        if _are_small_numbers(grid.columns[name])
    }
    found: list[str] = []
    for name in sorted(members, key=lambda name: members[name]):
        more = _distinct(grid, [*told_apart, *found, name])
        if more > rows and members[name] <= _MOST_MEMBERS:
            found.append(name)
            rows = more
        if rows == len(grid):
            return found
    return []


def _distinct(grid: Grid, columns: Iterable[str]) -> int:
    texts = [grid.columns[name] for name in columns]
    return int(pc.count_distinct(joined(*texts)).as_py()) if texts else 0


def _are_small_numbers(column: pa.Array) -> bool:
    """Whether all are small numbers, or words as of a total and of all above."""
    distinct = pc.unique(pc.utf8_trim_whitespace(column))
    if not len(distinct) or len(distinct) > _MOST_MEMBERS:
        return False
    texts = distinct.to_pylist()
    numbers = [text for text in texts if _SMALL.fullmatch(text)]
    others = [text for text in texts if not _SMALL.fullmatch(text)]
    return all(_WORD.search(text) for text in others) and len(numbers) > len(others)
