"""Ruled tables: the lines drawn on a page as grids, each grid's cells as rectangles of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

_SNAP = 3.0
_SHORTEST = 6.0
_LARGEST_GRID = 40_000


@dataclass(slots=True)
class Segment:
    """A drawn line: ``at`` is its y or x, from ``start`` to ``end`` along the other axis."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a grid: its first row and column from 0, and how many of each it covers."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(slots=True)
class Grid:
    """A ruled table: where its columns and rows divide, and its cells by (row, column)."""

    xs: list[float]
    ys: list[float]
    cells: list[GridCell]
    owner: dict[tuple[int, int], int]

    def cell_at(self, x: float, y: float) -> int | None:
        """The index of the cell at a point, None outside the grid."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        return self.owner.get((row, column))


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle drawn on the page that no lines divide."""

    x0: float
    x1: float
    top: float
    bottom: float


def drawn_segments(edges: Iterable[dict[str, Any]]) -> tuple[list[Segment], list[Segment]]:
    """The horizontal and the vertical lines of a page, pieces of one line put together."""
    across, down = [], []
    for edge in edges:
        x0, x1, top, bottom = edge["x0"], edge["x1"], edge["top"], edge["bottom"]
        if edge["orientation"] == "h":
            across.append(Segment((top + bottom) / 2, x0, x1))
        elif edge["orientation"] == "v":
            down.append(Segment((x0 + x1) / 2, top, bottom))
    return _merged(across), _merged(down)


def _merged(segments: list[Segment]) -> list[Segment]:
    """Lines snapped to common places; touching pieces joined, specks dropped."""
    segments.sort(key=lambda each: each.at)
    group_start = 0.0
    for number, each in enumerate(segments):
        if number == 0 or each.at - group_start > _SNAP:
            group_start = each.at
        each.at = group_start
    segments.sort(key=lambda each: (each.at, each.start))
    merged: list[Segment] = []
    for each in segments:
        last = merged[-1] if merged else None
        if last and last.at == each.at and each.start <= last.end + _SNAP:
            last.end = max(last.end, each.end)
        else:
            merged.append(Segment(each.at, each.start, each.end))
    return [each for each in merged if each.end - each.start >= _SHORTEST]


def grids_of(across: Sequence[Segment], down: Sequence[Segment]) -> tuple[list[Grid], list[Box]]:
    """The tables that horizontal and vertical lines make together, from top to bottom; and boxes."""
    if not down or len(across) * len(down) > _LARGEST_GRID * 10:
        return [], []
    grids: list[Grid] = []
    boxes: list[Box] = []
    for some_across, some_down in _connected(across, down):
        grid = _grid(some_across, some_down)
        if grid and len(grid.cells) > 1:
            grids.append(grid)
        elif grid and len(some_down) > 1:
            boxes.append(Box(grid.xs[0], grid.xs[-1], grid.ys[0], grid.ys[-1]))
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0])), boxes


def _connected(
    across: Sequence[Segment], down: Sequence[Segment]
) -> list[tuple[list[Segment], list[Segment]]]:
    """Lines that touch one another, as groups."""
    parent = list(range(len(across) + len(down)))

    def find(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for i, h in enumerate(across):
        for j, v in enumerate(down):
            if (
                h.start - _SNAP <= v.at <= h.end + _SNAP
                and v.start - _SNAP <= h.at <= v.end + _SNAP
            ):
                parent[find(i)] = find(len(across) + j)
    groups: dict[int, tuple[list[Segment], list[Segment]]] = {}
    for i, h in enumerate(across):
        groups.setdefault(find(i), ([], []))[0].append(h)
    for j, v in enumerate(down):
        groups.setdefault(find(len(across) + j), ([], []))[1].append(v)
    return [group for group in groups.values() if len(group[0]) > 1 and group[1]]


def _grid(across: list[Segment], down: list[Segment]) -> Grid | None:
    left, right = min(v.at for v in down), max(v.at for v in down)
    # A column may stand open at the side; lines snapped elsewhere on the page leave a sliver only.
    if (start := min(h.start for h in across)) < left - 2 * _SNAP:
        left = start
    if (end := max(h.end for h in across)) > right + 2 * _SNAP:
        right = end
    xs = _distinct([left, right, *(v.at for v in down)])
    ys = _distinct([each.at for each in across])
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > _LARGEST_GRID:
        return None
    beside = _walls(down, xs, ys)
    below = _walls(across, ys, xs)
    return _cells(xs, ys, beside, below)


def _distinct(places: list[float]) -> list[float]:
    places.sort()
    kept: list[float] = []
    for place in places:
        if not kept or place - kept[-1] > _SNAP:
            kept.append(place)
    return kept


def _walls(
    segments: list[Segment], places: list[float], along: list[float]
) -> set[tuple[int, int]]:
    """Which stretches are drawn: (index of the place, index of the stretch along it)."""
    walls = set()
    for segment in segments:
        at = min(range(len(places)), key=lambda index: abs(places[index] - segment.at))
        for stretch in range(len(along) - 1):
            middle = (along[stretch] + along[stretch + 1]) / 2
            if segment.start <= middle <= segment.end:
                walls.add((at, stretch))
    return walls


def _cells(
    xs: list[float], ys: list[float], beside: set[tuple[int, int]], below: set[tuple[int, int]]
) -> Grid:
    """Squares of the grid joined to cells wherever no wall stands between them."""
    cells: list[GridCell] = []
    owner: dict[tuple[int, int], int] = {}
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in owner:
                continue
            columns = 1
            while (
                column + columns < len(xs) - 1
                and (column + columns, row) not in beside
                and (row, column + columns) not in owner
            ):
                columns += 1
            rows = 1
            while row + rows < len(ys) - 1 and not any(
                (row + rows, at) in below for at in range(column, column + columns)
            ):
                rows += 1
            for down in range(row, row + rows):
                for right in range(column, column + columns):
                    owner[down, right] = len(cells)
            cells.append(GridCell(row, column, rows, columns))
    return Grid(xs, ys, cells, owner)
