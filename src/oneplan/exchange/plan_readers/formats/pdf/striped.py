"""Tables ruled only across the page: rows between the lines, columns where no word stands."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence

from oneplan.exchange.plan_readers.formats.pdf.joining import printed_mark
from oneplan.exchange.plan_readers.formats.pdf.rules import Grid, GridCell, Segment
from oneplan.exchange.plan_readers.formats.pdf.words import TextLine, Word, lines_of

_SAME = 4.0
_GUTTER = 5.0
_FEWEST_RULES = 3
_LONGEST_CELL = 0.75
"""A line without gaps that fills more of the table's width is running text between two tables."""
_HIGHEST_HEAD = 60.0
_HEAD_GAP = 1.0
_MOST_OF_COLUMNS = 0.7


def striped_grids(
    across: Sequence[Segment], words: Sequence[Word], ruled: Sequence[Grid]
) -> list[Grid]:
    """The tables that horizontal lines of one width make, those inside ruled tables left aside."""
    groups: dict[tuple[int, int], list[Segment]] = {}
    for segment in across:
        if not any(_inside(segment, grid) for grid in ruled):
            key = (round(segment.start / _SAME), round(segment.end / _SAME))
            groups.setdefault(key, []).append(segment)
    grids = []
    for group in groups.values():
        if len(group) >= _FEWEST_RULES:
            grids.extend(_striped(sorted(group, key=lambda each: each.at), words))
    return grids


def _inside(segment: Segment, grid: Grid) -> bool:
    return (
        grid.ys[0] - _SAME <= segment.at <= grid.ys[-1] + _SAME
        and segment.start >= grid.xs[0] - _SAME
        and segment.end <= grid.xs[-1] + _SAME
    )


def _striped(rules: list[Segment], words: Sequence[Word]) -> list[Grid]:
    """The tables between the rules; text that crosses all columns divides one from the next."""
    left, right = rules[0].start, rules[0].end
    ys = [rule.at for rule in rules]
    stripes: list[list[Word]] = [[] for _ in ys]
    for word in words:
        row = bisect_right(ys, word.middle) - 1
        if 0 <= row < len(ys) - 1 and left - _SAME <= word.x0 and word.x1 <= right + _SAME:
            stripes[row].append(word)
    lined = [lines_of(stripe) for stripe in stripes]
    longest = _LONGEST_CELL * (right - left)
    tabular = [
        word
        for lines in lined
        if any(_has_gap(line) for line in lines)
        for line in lines
        if _has_gap(line) or line.x1 - line.x0 < longest
        for word in line.words
    ]
    xs = [left - 1.0, *_dividers(tabular, ys), right + 1.0]
    if len(xs) < 3:
        return []
    grids, start = [], 0
    for row in range(len(ys)):
        last = row == len(ys) - 1
        if last or (len(lined[row]) > 1 and any(_crosses(line, xs) for line in lined[row])):
            if row > start:
                above = ys[start - 1] if start else ys[start] - _HIGHEST_HEAD
                head = _head(xs, above, ys[start], words)
                tops = [head[0].top - 1.0] if head else []
                rows = [head, *lined[start:row]] if head else lined[start:row]
                grids.append(_grid(xs, [*tops, *ys[start : row + 1]], rows))
            start = row + 1
    return grids


def _head(xs: Sequence[float], above: float, rule: float, words: Sequence[Word]) -> list[TextLine]:
    """The lines of a header right above the first rule, in tables that have no rule above it."""
    near = [
        word
        for word in words
        if above < word.middle < rule and xs[0] - _SAME <= word.x0 and word.x1 <= xs[-1] + _SAME
    ]
    head: list[TextLine] = []
    edge = rule
    for line in reversed(lines_of(near)):
        if edge - line.bottom > _HEAD_GAP * line.size or _runs_over(line, xs):
            break
        head.insert(0, line)
        edge = line.top
    filled = {bisect_right(xs, word.x0 + 2.0) for line in head for word in line.words}
    return head if len(filled) >= max(2, _MOST_OF_COLUMNS * (len(xs) - 1)) else []


def _runs_over(line: TextLine, xs: Sequence[float]) -> bool:
    """Whether a divider stands within a word, or between words no further apart than in a sentence."""
    return any(
        before.x0 + 2.0 < x < before.x1 - 2.0
        or (
            before.x1 <= x + 2.0 and after.x0 >= x - 2.0 and after.x0 - before.x1 < 0.6 * after.size
        )
        for before, after in itertools.pairwise([*line.words, line.words[-1]])
        for x in xs[1:-1]
    )


def _has_gap(line: TextLine) -> bool:
    words = line.words[1:] if printed_mark(line) else line.words
    return any(
        after.x0 - before.x1 > 1.1 * after.size for before, after in itertools.pairwise(words)
    )


def _crosses(line: TextLine, xs: Sequence[float]) -> bool:
    """Whether running text crosses the first divider."""
    return not _has_gap(line) and line.x0 < xs[1] - _SAME and line.x1 > xs[1] + _SAME


def _grid(xs: list[float], ys: list[float], lined: Sequence[Sequence[TextLine]]) -> Grid:
    """The grid; a row whose only line crosses the first divider is one wide cell."""
    cells: list[GridCell] = []
    owner: dict[tuple[int, int], int] = {}
    columns = len(xs) - 1
    for row in range(len(ys) - 1):
        wide = any(_crosses(line, xs) for line in lined[row])
        for column in range(columns):
            if column == 0 or not wide:
                cells.append(GridCell(row, column, 1, columns if wide else 1))
            owner[row, column] = len(cells) - 1
    return Grid(xs, ys, cells, owner)


def _dividers(words: Sequence[Word], ys: Sequence[float]) -> list[float]:
    """Where columns divide: stretches that hardly any row crosses with a word."""
    if not words:
        return []
    counts: dict[int, set[int]] = {}
    for word in words:
        row = bisect_right(ys, word.middle)
        for at in range(int(word.x0), int(word.x1) + 1):
            counts.setdefault(at, set()).add(row)
    rows = {row for taken in counts.values() for row in taken}
    few = max(0, len(rows) // 10)
    dividers: list[float] = []
    start: int | None = None
    first, last = min(counts), max(counts)
    for at in range(first, last + 1):
        if len(counts.get(at, ())) <= few:
            start = at if start is None else start
        elif start is not None:
            if at - start >= _GUTTER:
                dividers.append((start + at) / 2)
            start = None
    return dividers
