"""Header rows: where they stand in a table, over how many rows, and what their columns say."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from oneplan.exchange.plan_readers.blocks import Cell, Row
from oneplan.exchange.plan_readers.tables.header_cells import (
    LONGEST_HEADER,
    HeaderReading,
    is_calendar,
    read_header,
)
from oneplan.exchange.plan_readers.tables.header_words import words_of
from oneplan.exchange.plan_readers.tables.roles import Role

CallerMapping = Mapping[str, Role]
"""Header texts, in any spelling of capitals and spaces, and the roles a caller sets for them."""

_MOST_HEADER_ROWS = 3
_CERTAIN = 0.75
_LIKELY = 0.6
_SAYS_WHAT: frozenset[Role] = frozenset(
    {"action", "steps", "measures", "recommendation", "area", "priority", "outcome", "indicator"}
)
_VALUE = re.compile(r"£\s?(?!000)\d|\d\s?%|^[A-Z]{1,5}\s?\d{1,3}\.\d")


@dataclass(frozen=True, slots=True)
class HeaderColumn:
    """A column's header text over all its header rows, and what its words say."""

    column: int
    text: str
    reading: HeaderReading


@dataclass(frozen=True, slots=True)
class Header:
    """The header that begins at a row: how many rows it takes and its columns."""

    rows: int
    columns: tuple[HeaderColumn, ...]

    @property
    def signature(self) -> tuple[str, ...]:
        """The header's words by column, by which a repeated header is known."""
        return tuple(" ".join(words_of(column.text)) for column in self.columns)


def by_words(mapping: CallerMapping | None) -> dict[str, Role]:
    """A caller's mapping keyed by the plain words of each header."""
    return {" ".join(words_of(header)): role for header, role in (mapping or {}).items()}


def header_at(
    rows: Sequence[Row], at: int, width: int, caller: Mapping[str, Role], *, first: bool
) -> Header | None:
    """The header that begins at row index ``at``, None where that row is none.

    ``first`` says that the table has had no header yet; a later row has to look much more like one.
    """
    if not _is_header(rows[at], caller, width, first=first):
        return None
    count = 1
    while count < _MOST_HEADER_ROWS and at + count < len(rows):
        if not _is_sub_header(rows[at + count - 1], rows[at + count]):
            break
        count += 1
    above = rows[at - 1] if at and first else None
    return Header(count, _columns(rows[at : at + count], above, caller))


def _is_header(row: Row, caller: Mapping[str, Role], width: int, *, first: bool) -> bool:
    filled = _without_calendar([cell for cell in row.cells if cell.lines])
    if len(filled) < 2 or any(_is_no_heading(cell.text) for cell in filled):
        return False
    floor = _LIKELY if first else _CERTAIN
    readings = [_reading(cell, caller) for cell in filled]
    known = [reading.role for reading in readings if reading.role and reading.sure >= floor]
    periods = sum(reading.period_only for reading in readings)
    roles = {role for role in known if role}
    share = (len(known) + periods * 0.5) / len(filled)
    if all(cell.header for cell in filled) and len(roles) > 1 and share > 0.4:
        return True
    enough = share >= (0.5 if first else 0.7) and len(roles) >= min(3, width, 2 if first else 3)
    return enough and bool(roles & _SAYS_WHAT) and (first or len(filled) * 2 >= width)


def _without_calendar(filled: list[Cell]) -> list[Cell]:
    """The cells without the time line of a Gantt chart, which heads no column of words."""
    told = [cell for cell in filled if not is_calendar(cell.text)]
    return told if len(told) > 2 and len(filled) - len(told) > 3 else filled


def _is_no_heading(text: str) -> bool:
    return len(text) > LONGEST_HEADER or _VALUE.search(text) is not None


def _reading(cell: Cell, caller: Mapping[str, Role]) -> HeaderReading:
    text = cell.text
    set_role = caller.get(" ".join(words_of(text))) if caller else None
    return HeaderReading(set_role, 1.0) if set_role else read_header(text)


def _is_sub_header(above: Row, row: Row) -> bool:
    """Whether a row only divides the headers above it: "Target" over "2024/25" and "2025/26"."""
    filled = [cell for cell in row.cells if cell.lines]
    if not filled or any(len(cell.text) > 60 for cell in filled):
        return False
    beneath = {
        column: cell
        for cell in above.cells
        for column in range(cell.column, cell.column + max(1, cell.spans))
    }
    divided = parted = 0
    for cell in filled:
        over = beneath.get(cell.column)
        reading = read_header(cell.text)
        says = reading.period_only or reading.sure >= 0.5
        if over is not None and over.spans < cell.spans:
            return False
        spanned = over is not None and over.spans > cell.spans and bool(over.lines)
        if not spanned and not says:
            return False
        repeated = not spanned and over is not None and bool(over.lines)
        divided += says
        parted += not repeated
    return divided * 2 >= len(filled) and parted * 2 >= len(filled)


def _columns(
    rows: Sequence[Row], above: Row | None, caller: Mapping[str, Role]
) -> tuple[HeaderColumn, ...]:
    texts: dict[int, list[str]] = {}
    for row in rows:
        for cell in row.cells:
            for column in _reach(cell):
                parts = texts.setdefault(column, [])
                if cell.lines and (not parts or parts[-1] != cell.text):
                    parts.append(cell.text)
    over = {
        column: cell.text
        for cell in (above.cells if above is not None and _groups(above) else ())
        for column in _reach(cell)
    }
    columns = []
    for column in sorted(texts):
        text = " ".join(texts[column])
        reading = _column_reading(texts[column], over.get(column, ""), caller)
        columns.append(HeaderColumn(column, text, reading))
    return tuple(columns)


def _reach(cell: Cell) -> range:
    return range(cell.column, cell.column + max(1, cell.spans))


def _groups(row: Row) -> bool:
    """Whether a row above the header groups its columns, and is not just a title."""
    filled = [cell for cell in row.cells if cell.lines]
    return len(filled) > 1 and any(cell.spans > 1 for cell in filled)


def _column_reading(parts: list[str], over: str, caller: Mapping[str, Role]) -> HeaderReading:
    text = " ".join(parts)
    set_role = caller.get(" ".join(words_of(text))) if caller else None
    if set_role:
        return HeaderReading(set_role, 1.0)
    own = read_header(parts[-1]) if parts else read_header("")
    if len(parts) > 1 and own.role == "partners" and read_header(parts[0]).role == "leads":
        return read_header(text)
    if len(parts) > 1 and own.sure < 0.5:
        return read_header(text) if read_header(text).role else read_header(parts[0])
    if over and own.sure < 0.5:
        grouped = read_header(over)
        return grouped if grouped.role else own
    return own
