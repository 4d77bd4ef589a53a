"""Tables drawn with shades instead of lines: rows without walls of their own, boxes with gaps between."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from oneplan.exchange.plan_readers.formats.pdf.rules import Box, Grid, GridCell
from oneplan.exchange.plan_readers.formats.pdf.words import TextLine, Word, lines_of

_GAP = 0.6
_SAME = 4.0
_WIDEST_GAP = 12.0
_FEWEST_ROWS = 3
_MOST_BOXES = 150
_ONE_LINE = 1
_HIGHEST_ROW = 200.0
_FAR = 1.5


def with_all_walls(grid: Grid, held: Mapping[int, list[Word]]) -> Grid:
    """The grid with wide cells divided where their words keep clear of the walls of other rows.

    In a table striped with shades only every other row has walls.
    """
    cells: list[GridCell] = []
    for index, cell in enumerate(grid.cells):
        if cell.columns > 1 and cell.rows == 1 and _is_divided(cell, grid, held.get(index, ())):
            cells += [GridCell(cell.row, cell.column + at, 1, 1) for at in range(cell.columns)]
        else:
            cells.append(cell)
    return grid if len(cells) == len(grid.cells) else _grid(grid.xs, grid.ys, cells)


def stacked(grids: Sequence[Grid], words: Sequence[Word]) -> list[Grid]:
    """The grids from the top, those of one width joined where rows without shade stand between them.

    Words that cross the columns' walls, or stand in one column only, are no row.
    """
    joined: list[Grid] = []
    striped = False
    for grid in [*sorted(grids, key=lambda grid: grid.ys[0]), None]:
        last = joined[-1] if joined else None
        if last and grid and _same_columns(last, grid) and _row_between(last, grid.ys[0], words):
            joined[-1] = _on_top(last, grid)
            striped = True
            continue
        if last and striped:
            joined[-1] = _with_row_below(last, words)
        striped = False
        if grid:
            joined.append(grid)
    return joined


def _same_columns(above: Grid, below: Grid) -> bool:
    return len(above.xs) == len(below.xs) > 2 and all(
        abs(a - b) <= _SAME for a, b in zip(above.xs, below.xs, strict=True)
    )


def _row_between(grid: Grid, bottom: float, words: Sequence[Word]) -> bool:
    """Whether the words below a grid, as far down as ``bottom``, are a row of it."""
    if not _SAME < bottom - grid.ys[-1] < _HIGHEST_ROW:
        return False
    found = [
        word
        for word in words
        if grid.ys[-1] < word.middle < bottom and grid.xs[0] < word.x0 < grid.xs[-1]
    ]
    row = GridCell(len(grid.ys) - 1, 0, 1, len(grid.xs) - 1)
    return _is_divided(row, grid, found)


def _on_top(above: Grid, below: Grid) -> Grid:
    rows = len(above.ys)
    cells = [*above.cells, GridCell(rows - 1, 0, 1, len(above.xs) - 1)]
    cells += [
        GridCell(cell.row + rows, cell.column, cell.rows, cell.columns) for cell in below.cells
    ]
    return _grid(above.xs, [*above.ys, *below.ys], cells)


def _with_row_below(grid: Grid, words: Sequence[Word]) -> Grid:
    """The grid with the row without shade that ends it, if there is one."""
    near = [
        word
        for word in words
        if 0 < word.middle - grid.ys[-1] < _HIGHEST_ROW and grid.xs[0] < word.x0 < grid.xs[-1]
    ]
    bottom = grid.ys[-1]
    for line in lines_of(near):
        if line.top - bottom > _FAR * line.size:
            break
        bottom = line.bottom
    bottom += 1.0
    if not _row_between(grid, bottom, words):
        return grid
    cells = [*grid.cells, GridCell(len(grid.ys) - 1, 0, 1, len(grid.xs) - 1)]
    return _grid(grid.xs, [*grid.ys, bottom], cells)


def _is_divided(cell: GridCell, grid: Grid, words: Sequence[Word]) -> bool:
    walls = grid.xs[cell.column + 1 : cell.column + cell.columns]
    sides = {sum(word.x0 > wall - 2.0 for wall in walls) for word in words}
    return len(sides) > 1 and not any(
        _crosses(line, wall) for line in lines_of(words) for wall in walls
    )


def _crosses(line: TextLine, wall: float) -> bool:
    """Whether words run on over a wall."""
    if any(word.x0 + 2.0 < wall < word.x1 - 2.0 for word in line.words):
        return True
    return any(
        before.x1 <= wall + 2.0
        and after.x0 >= wall - 2.0
        and after.x0 - before.x1 < _GAP * after.size
        for before, after in itertools.pairwise(line.words)
    )


def _grid(xs: list[float], ys: list[float], cells: list[GridCell]) -> Grid:
    owner = {
        (row, column): index
        for index, cell in enumerate(cells)
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    }
    return Grid(xs, ys, cells, owner)


def grids_beside(boxes: Sequence[Box], words: Sequence[Word]) -> list[Grid]:
    """Boxes that stand beside one another: in the same columns a table, else one grid for each.

    Boxes that hold other boxes are frames; a row of boxes with a line each is left to be read across.
    """
    if len(boxes) > _MOST_BOXES:
        return []
    grids: list[Grid] = []
    run: list[list[Box]] = []
    for row in [*_side_by_side(boxes), []]:
        if run and not (row and _continues(run[-1], row)):
            grids += [_of_boxes(run)] if len(run) >= _FEWEST_ROWS else _alone(run, words)
            run = []
        run.append(row)
    return grids


def _side_by_side(boxes: Sequence[Box]) -> list[list[Box]]:
    """The boxes at the same height as others, in rows from the top, each from the left."""
    inner = [box for box in boxes if not any(_holds(box, other) for other in boxes)]
    rows: list[list[Box]] = []
    for box in sorted(inner, key=lambda box: (round(box.top / _SAME), box.x0)):
        row = rows[-1] if rows else None
        if row and abs(row[0].top - box.top) <= _SAME and row[-1].x1 <= box.x0 + _SAME:
            row.append(box)
        else:
            rows.append([box])
    return [row for row in rows if len(row) > 1]


def _alone(rows: Sequence[list[Box]], words: Sequence[Word]) -> list[Grid]:
    """Each box a grid of its own, where one of its row holds several lines."""
    grids = []
    for row in rows:
        own = [[word for word in words if _is_in(word, box)] for box in row]
        if max(len(lines_of(each)) for each in own) > _ONE_LINE:
            top = min(box.top for box in row)
            cells = [GridCell(0, 0, 1, 1)]
            grids += [_grid([box.x0, box.x1], [top, box.bottom], cells) for box in row]
    return grids


def _is_in(word: Word, box: Box) -> bool:
    return box.x0 <= word.x0 <= box.x1 and box.top <= word.middle <= box.bottom


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer is not inner
        and outer.x0 <= inner.x0 + _SAME
        and outer.x1 >= inner.x1 - _SAME
        and outer.top <= inner.top + _SAME
        and outer.bottom >= inner.bottom - _SAME
        and (outer.x1 - outer.x0) * (outer.bottom - outer.top)
        > 1.2 * (inner.x1 - inner.x0) * (inner.bottom - inner.top)
    )


def _continues(above: list[Box], below: list[Box]) -> bool:
    return (
        len(above) == len(below)
        and 0 <= below[0].top - above[0].bottom + _SAME <= _WIDEST_GAP
        and all(
            abs(a.x0 - b.x0) <= _SAME and abs(a.x1 - b.x1) <= _SAME
            for a, b in zip(above, below, strict=True)
        )
    )


def _of_boxes(rows: Sequence[list[Box]]) -> Grid:
    xs = [rows[0][0].x0]
    xs += [(left.x1 + right.x0) / 2 for left, right in itertools.pairwise(rows[0])]
    xs.append(rows[0][-1].x1)
    ys = [rows[0][0].top]
    ys += [(above[0].bottom + below[0].top) / 2 for above, below in itertools.pairwise(rows)]
    ys.append(rows[-1][0].bottom)
    cells = [
        GridCell(row, column, 1, 1) for row in range(len(rows)) for column in range(len(rows[0]))
    ]
    return _grid(xs, ys, cells)
