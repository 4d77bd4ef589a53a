"""Text without drawn lines: newspaper columns put one after the other, tables without rules found."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from oneplan.exchange.plan_readers.formats.list_marks import list_mark
from oneplan.exchange.plan_readers.formats.pdf.words import TextLine, Word, line_of

_GUTTER = 5.5
_WIDE_GAP = 0.75
_LOOK_AHEAD = 4
_LEADER = re.compile(r"\.{4,}|…{2,}|_{5,}")
_NUMBER_ONLY = re.compile(r"[\d,.%£()–-]+")
_REFERENCE = re.compile(r"[A-Za-z]{0,4} ?\d{1,3}(?:[./-]\d{1,3}){0,3}[a-z]?[.)]?")
_FEWEST_NUMBERS, _MOST_NUMBERED = 3, 0.7
_LARGER = 1.12


@dataclass(slots=True)
class Zone:
    """Lines that share gutters, each as its pieces; without gutters it is plain prose."""

    lines: list[list[TextLine]] = field(default_factory=list)
    gutters: list[tuple[float, float]] = field(default_factory=list)

    def pieces(self, column: int) -> list[TextLine]:
        """The pieces that stand in one column, from 0."""
        return [
            piece
            for line in self.lines
            for piece in line
            if column_of(piece, self.gutters) == column
        ]

    def take_gutters(self, before: Sequence[tuple[float, float]]) -> None:
        """Take the gutters of a table before this one if it shows more columns and all text fits.

        A column that is empty on the whole of a page cannot be seen on that page.
        """
        if len(before) <= len(self.gutters):
            return
        middles = [(left + right) / 2 for left, right in before]
        crossed = any(
            each.x0 + 2.0 < middle < each.x1 - 2.0
            for line in self.lines
            if len(line) > 1
            for each in line
            for middle in middles
        )
        if not crossed:
            self.gutters = list(before)

    def whole_lines(self) -> list[TextLine]:
        """The lines with their pieces put together again."""
        return [line_of([word for piece in line for word in piece.words]) for line in self.lines]


def zones_of(lines: Sequence[TextLine]) -> Iterator[Zone]:
    """The page's lines divided into runs that share gutters and runs of plain prose."""
    pieces = [_pieces(line) for line in lines if not _is_leader(line)]
    at = 0
    plain = Zone()
    while at < len(pieces):
        zone, end = _grown(pieces, at)
        if zone is None:
            plain.lines.append([line_of([word for each in pieces[at] for word in each.words])])
            at += 1
            continue
        if plain.lines:
            yield plain
            plain = Zone()
        yield zone
        at = end
    if plain.lines:
        yield plain


def _is_leader(line: TextLine) -> bool:
    """Whether the line belongs to a list of contents: dots that lead to a page number."""
    return _LEADER.search(line.text) is not None and line.text[-1:].isdigit()


def _pieces(line: TextLine) -> list[TextLine]:
    """The line cut at wide gaps; a list mark stays with its words."""
    groups: list[list[Word]] = [[line.words[0]]]
    for before, word in zip(line.words, line.words[1:], strict=False):
        wide = word.x0 - before.x1 > max(_WIDE_GAP * max(word.size, before.size), _GUTTER)
        alone = len(groups[-1]) == 1 and list_mark(f"{before.text} x") is not None
        if wide and not alone:
            groups.append([word])
        else:
            groups[-1].append(word)
    return [line_of(group) for group in groups]


def _grown(pieces: list[list[TextLine]], start: int) -> tuple[Zone | None, int]:
    """The zone that begins at a line, and where it ends; None where no gutter holds."""
    if len(pieces[start]) < 2:
        return None, start
    used = _taken([], pieces[start])
    end, several, last_good = start + 1, 1, start + 1
    while end < len(pieces) and not _parted(pieces[end - 1], pieces[end]):
        wider = _taken(used, pieces[end])
        if len(wider) < len(_taken(used, [])) and len(pieces[end]) == 1:
            if not _crosses_once(pieces, end, used):
                break
            end += 1
            continue
        if len(wider) < 2:
            break
        used = wider
        several += len(pieces[end]) > 1
        end += 1
        last_good = end
    if several < 2:
        return None, start
    gutters = [(left[1], right[0]) for left, right in itertools.pairwise(used)]
    return Zone(pieces[start:last_good], gutters), last_good


def _parted(above: list[TextLine], below: list[TextLine]) -> bool:
    """Whether two lines belong to different things: much room between, or a heading in larger type."""
    gap = min(each.top for each in below) - max(each.bottom for each in above)
    size = max(each.size for each in below)
    heads = len(below) == 1 and size > _LARGER * max(each.size for each in above)
    return gap > 3.0 * size or heads


def _taken(used: list[tuple[float, float]], line: Sequence[TextLine]) -> list[tuple[float, float]]:
    """The stretches of the page's width that hold text, with those of another line."""
    stretches = sorted([*used, *((each.x0, each.x1) for each in line)])
    merged: list[tuple[float, float]] = []
    for start, end in stretches:
        if merged and start < merged[-1][1] + _GUTTER:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _crosses_once(pieces: list[list[TextLine]], at: int, used: list[tuple[float, float]]) -> bool:
    """Whether a line that crosses the gutters is a row of its own inside the table."""
    if len(used) < 3 or abs(pieces[at][0].x0 - used[0][0]) > _GUTTER:
        return False
    for later in pieces[at + 1 : at + 1 + _LOOK_AHEAD]:
        if len(later) > 1:
            return len(_taken(used, later)) >= len(used)
    return False


def column_of(piece: TextLine, gutters: Sequence[tuple[float, float]]) -> int:
    """The column, from 0, in which a piece begins."""
    middle = min(piece.x0 + 2.0, (piece.x0 + piece.x1) / 2)
    return sum(1 for left, right in gutters if middle > (left + right) / 2)


def is_newspaper(zone: Zone) -> bool:
    """Whether a zone with gutters is running text in columns rather than a table."""
    if not 1 <= len(zone.gutters) <= 2:
        return False
    for column in range(len(zone.gutters) + 1):
        pieces = zone.pieces(column)
        if len(pieces) < 3:
            return False
        widest = max(each.x1 - each.x0 for each in pieces)
        usual = median(each.x1 - each.x0 for each in pieces)
        words = median(len(each.words) for each in pieces)
        if widest < 110 or words < 3.5 or usual < 0.55 * widest:
            return False
    return True


def table_rows(zone: Zone) -> list[list[list[TextLine]]]:
    """The zone's rows, each a list of cells, each cell the pieces that stand in it."""
    columns = len(zone.gutters) + 1
    breaks = _row_breaks(zone)
    rows: list[list[list[TextLine]]] = []
    for number, line in enumerate(zone.lines):
        if number == 0 or breaks[number]:
            rows.append([[] for _ in range(columns)])
        for piece in line:
            rows[-1][column_of(piece, zone.gutters)].append(piece)
    return rows


def _row_breaks(zone: Zone) -> list[bool]:
    """For each line whether a row begins with it: told by wider gaps, else by the first column."""
    first = [any(column_of(piece, zone.gutters) == 0 for piece in line) for line in zone.lines]
    if _numbers_its_rows(zone):
        return first
    leading = _leading(zone)
    reach = zone.lines[0][0].bottom
    gaps = []
    for line in zone.lines:
        gaps.append(min(each.top for each in line) - reach)
        reach = max(reach, *(each.bottom for each in line))
    usual, wide = 1.25 * leading + 1.0, 3.0 * leading + 3.0
    between_rows = [gap for gap, starts in zip(gaps, first, strict=True) if starts and gap > usual]
    if between_rows:
        wide = min(wide, 0.9 * median(between_rows))
    by_gap = [
        number > 0 and gap > (usual if first[number] else wide) for number, gap in enumerate(gaps)
    ]
    return by_gap if any(by_gap) else [_starts_row(line, zone) for line in zone.lines]


def _numbers_its_rows(zone: Zone) -> bool:
    """Whether most of what stands in the first column are numbers or references, one for each row."""
    pieces = zone.pieces(0)
    numbers = sum(1 for piece in pieces if _REFERENCE.fullmatch(piece.text))
    return numbers >= _FEWEST_NUMBERS and numbers >= _MOST_NUMBERED * len(pieces)


def _starts_row(line: list[TextLine], zone: Zone) -> bool:
    """Whether the line's first column begins something new; a small letter goes on."""
    return any(
        column_of(piece, zone.gutters) == 0 and not piece.text[:1].islower() for piece in line
    )


def _leading(zone: Zone) -> float:
    """The usual white between two lines of one cell."""
    below: dict[int, float] = {}
    gaps = []
    for line in zone.lines:
        for piece in line:
            column = column_of(piece, zone.gutters)
            if column in below and piece.top - below[column] < 1.2 * piece.size:
                gaps.append(max(piece.top - below[column], 0.0))
            below[column] = piece.bottom
    gaps.sort()
    return gaps[len(gaps) // 4] if gaps else 0.3 * zone.lines[0][0].size


def looks_like_table(zone: Zone) -> bool:
    """Whether a zone holds enough rows and columns to be a table and not a chance alignment."""
    several = sum(1 for line in zone.lines if len(line) > 1)
    if several < 2:
        return False
    numbers = any(_NUMBER_ONLY.fullmatch(piece.text) for line in zone.lines for piece in line[1:])
    return several >= 3 or len(zone.gutters) >= 2 or numbers
