"""Tables in text whose cells stand between tabs, with rows that a line end broke in two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from oneplan.exchange.plan_readers.blocks import Cell, Line, Row, Table
from oneplan.exchange.plan_readers.formats.fragments import fragment_lines, open_tags
from oneplan.exchange.plan_readers.formats.list_marks import list_mark
from oneplan.exchange.plan_readers.limits import LIMITS, cut_off
from oneplan.vocabulary.findings import Finding, Source

_SEPARATOR = re.compile(r"\s*:?-{2,}:?\s*$")
_WIDE_GAP = re.compile(r"(\S)[ \u00a0]{2,}(?=[A-Z0-9%£(•])")
_STRONG = re.compile(r"\*\*(?=\S)([^*]{1,2000}?)(?<=\S)\*\*")
_ENDS_A_SENTENCE = ".:;!?"


@dataclass(slots=True)
class _PhysicalRow:
    """A row as it is put together: its cells, the pieces of each, and the tags open in the last."""

    line: int
    cells: list[list[str]]
    open: int = 0

    def extend(self, cells: list[str]) -> None:
        """Add the first text to the last cell and the others as further cells."""
        self.cells[-1].append(cells[0])
        self.cells.extend([cell] for cell in cells[1:])
        self.open = open_tags(cells[-1]) + (self.open if len(cells) == 1 else 0)


def read_tab_table(
    lines: Sequence[str], start: int, end: int, name: str, findings: list[Finding]
) -> tuple[Table, int]:
    """The table that begins at line index ``start``, and the index of the first line after it.

    What goes beyond the limits is left out and said in ``findings``.
    """
    tabbed = [at for at in range(start, end) if "\t" in lines[at]]
    width = max(lines[at].count("\t") for at in tabbed) + 1
    if width > LIMITS.columns or width * (end - start) > 2 * LIMITS.cells:
        last = min(end, start + 2 * LIMITS.cells // min(width, LIMITS.columns))
        wide = width > LIMITS.columns
        what = f"{LIMITS.columns} columns" if wide else f"{last - start:,} rows"
        findings.append(cut_off(Source(name, line=start + 1), f"{what} of a very large table"))
        width, end = min(width, LIMITS.columns), last
        tabbed = [at for at in tabbed if at < end]
    rows: list[_PhysicalRow] = []
    at = start
    while at < end:
        line = lines[at]
        if "\t" in line:
            _add_row(rows, line, at, width)
        elif _continues(rows[-1], line, width):
            rows[-1].extend([line])
        elif at < tabbed[-1]:
            rows.append(_PhysicalRow(at, [[line]]))
        else:
            break
        at += 1
    table = tuple(_row(row, width, name) for row in rows if not _is_separator(row))
    return Table(table, width, source=Source(file=name, line=start + 1)), at


def _add_row(rows: list[_PhysicalRow], line: str, at: int, width: int) -> None:
    """Add the line as a row, or as the rest of a row that a line end cut short."""
    cells = line.split("\t")
    before = rows[-1] if rows else None
    if before and len(before.cells) < width and len(before.cells) + len(cells) - 1 == width:
        unfinished = before.cells[-1][-1].strip() and before.open > 0
        if unfinished or cells[0].lstrip()[:1].islower():
            before.extend(cells)
            return
    rows.append(_PhysicalRow(at, [[cell] for cell in cells], open_tags(cells[-1])))


def _continues(row: _PhysicalRow, line: str, width: int) -> bool:
    """Whether a line without tabs is the rest of the last cell of the row before it."""
    last = row.cells[-1][-1].strip()
    if len(row.cells) == 1 and width > 1:
        return False
    if line.lstrip()[0].islower() or list_mark(line) or line.lstrip().startswith(("<", "£")):
        return True
    return bool(last) and (row.open > 0 or last[-1] in ",;:&")


def _is_separator(row: _PhysicalRow) -> bool:
    """Whether the row only draws a line under the header, as Markdown does."""
    return all(len(cell) == 1 and _SEPARATOR.match(cell[0]) for cell in row.cells)


def _row(row: _PhysicalRow, width: int, name: str) -> Row:
    texts = row.cells[:width] + [[""]] * (width - len(row.cells))
    cells = tuple(
        Cell(
            cell_lines(parts),
            column,
            source=Source(file=name, line=row.line + 1, column=column),
        )
        for column, parts in enumerate(texts, start=1)
    )
    return Row(cells, Source(file=name, line=row.line + 1))


def cell_lines(parts: Sequence[str]) -> tuple[Line, ...]:
    """The lines of a cell given as its physical lines: HTML, and lists that a wide gap divides."""
    if not any(part.strip() for part in parts):
        return ()
    lines: list[Line] = []
    for part in _joined(parts):
        marked = _STRONG.sub(r"<b>\1</b>", part) if "**" in part else part
        lines.extend(fragment_lines(_with_gaps_as_breaks(marked)))
    return tuple(lines)


def _joined(parts: Sequence[str]) -> list[str]:
    """Physical lines of one cell, those that go on in mid-sentence joined to the one before."""
    groups: list[list[str]] = []
    still_open = 0
    for part in parts:
        goes_on = part.lstrip()[:1].islower() or still_open > 0
        if groups and goes_on and not list_mark(part):
            groups[-1].append(part)
        else:
            groups.append([part])
        still_open = max(0, still_open + open_tags(part))
    return [" ".join(group) for group in groups]


def _with_gaps_as_breaks(text: str) -> str:
    """The text with wide gaps as line breaks where they divide items rather than sentences."""
    if "  " not in text:
        return text
    gaps = [match[1] for match in _WIDE_GAP.finditer(text)]
    if not any(before not in _ENDS_A_SENTENCE and before != ">" for before in gaps):
        return text
    return _WIDE_GAP.sub(r"\1<br>", text)
