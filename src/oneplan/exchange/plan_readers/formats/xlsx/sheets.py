"""One sheet of a workbook: its visible cells as Excel shows them, row by row."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree

from oneplan.exchange.plan_readers.blocks import Line
from oneplan.exchange.plan_readers.formats.marked_text import plain_lines
from oneplan.exchange.plan_readers.formats.office_zip import refuse_doctype
from oneplan.exchange.plan_readers.formats.xlsx.number_formats import shown, shown_moment
from oneplan.exchange.plan_readers.formats.xlsx.shared_texts import cell_text, local
from oneplan.exchange.plan_readers.formats.xlsx.styles import CellStyle
from oneplan.exchange.plan_readers.formats.xlsx.workbook import Workbook
from oneplan.exchange.plan_readers.limits import Limits

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_LARGEST_COLUMN = 16_384
_LARGEST_ROW = 1_048_576
_NUMBER_KINDS = frozenset({"n", ""})
_MOST_SIGNALS = 2_000

See = Callable[[str, int, int, str], None]
"""Told of a rule, a row, a column and the words it is about."""


@dataclass(slots=True)
class SheetCells:
    """A sheet's cells by row and column, both from 1, with what it hides and merges."""

    rows: dict[int, dict[int, tuple[Line, ...]]] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    """First row, first column, last row, last column."""
    signals: list[tuple[int, int, str]] = field(default_factory=list)
    """Row, column and colour of empty cells that are red, amber or green."""
    cells: int = 0
    cut_off: bool = False
    merges_left_out: int = 0
    damaged: bool = False


def reference(text: str) -> tuple[int, int] | None:
    """The row and column that "C12" names, None where it names none."""
    match = _REFERENCE.fullmatch(text)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(match[2])
    return (row, column) if 0 < row <= _LARGEST_ROW and column <= _LARGEST_COLUMN else None


class SheetReader:
    """Reads the cells of one sheet; at most ``cells_left`` of them."""

    def __init__(self, book: Workbook, see: See, cells_left: int, limits: Limits) -> None:
        self._book = book
        self._see = see
        self._left = cells_left
        self._most_merges = limits.cells
        self._sheet = SheetCells()
        self._row = 0
        self._column = 0

    def read(self, data: bytes, name: str) -> SheetCells:
        """The cells of the sheet whose part is ``data``; ``name`` is the file's."""
        refuse_doctype(data, name)
        context = etree.iterparse(
            BytesIO(data),
            events=("start", "end"),
            tag=("{*}row", "{*}c", "{*}col", "{*}mergeCell"),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
        )
        try:
            for event, element in context:
                self._take(event, element)
                if self._left < 0:
                    self._sheet.cut_off = True
                    break
        except etree.XMLSyntaxError:
            self._sheet.damaged = True
        return self._sheet

    def _take(self, event: str, element: etree._Element) -> None:
        kind = local(element)
        if event == "start":
            if kind == "row":
                self._start_row(element)
            return
        if kind == "c":
            self._cell(element)
        elif kind == "col":
            self._columns(element)
        elif kind == "mergeCell":
            self._merge(element)
        if kind != "c":
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]  # type: ignore[union-attr]

    def _start_row(self, element: etree._Element) -> None:
        number = element.get("r", "")
        self._row = int(number) if number.isdecimal() and len(number) < 8 else self._row + 1
        self._column = 0
        if element.get("hidden") in {"1", "true"} or element.get("ht") == "0":
            self._sheet.hidden_rows.append(self._row)

    def _columns(self, element: etree._Element) -> None:
        if element.get("hidden") not in {"1", "true"} and element.get("width") != "0":
            return
        first, last = element.get("min", ""), element.get("max", "")
        if first.isdecimal() and last.isdecimal() and len(last) < 7:
            self._sheet.hidden_columns.update(
                range(int(first), min(int(last), _LARGEST_COLUMN) + 1)
            )

    def _merge(self, element: etree._Element) -> None:
        first, _, last = element.get("ref", "").partition(":")
        start, end = reference(first), reference(last)
        if not start or not end:
            return
        if len(self._sheet.merges) < self._most_merges:
            self._sheet.merges.append((*start, *end))
        else:
            self._sheet.merges_left_out += 1

    def _cell(self, element: etree._Element) -> None:
        place = reference(element.get("r", ""))
        self._row, self._column = place or (self._row, self._column + 1)
        style = self._book.style(element.get("s"))
        lines: tuple[Line, ...] = ()
        if len(element):
            self._left -= 1
            lines = self._styled(self._lines(element, style), style)
        if lines:
            self._sheet.cells += 1
            self._sheet.rows.setdefault(self._row, {})[self._column] = lines
        elif style.signal and len(self._sheet.signals) < _MOST_SIGNALS:
            self._sheet.signals.append((self._row, self._column, style.signal))

    def _styled(self, lines: tuple[Line, ...], style: CellStyle) -> tuple[Line, ...]:
        """The lines of a bold cell as bold; none of a cell whose words are struck out."""
        if style.struck and lines:
            words = " ".join(line.text for line in lines)
            self._see("struck-out-text", self._row, self._column, words)
            return ()
        if style.bold:
            return tuple(
                Line(line.text, line.bullet, line.level, line.text, line.underlined)
                for line in lines
            )
        return lines

    def _lines(self, element: etree._Element, style: CellStyle) -> tuple[Line, ...]:
        kind, value, formula, inline = element.get("t", ""), None, None, None
        for child in element:
            tag = local(child)
            if tag == "v":
                value = child.text
            elif tag == "f":
                formula = child.text or ""
            elif tag == "is":
                inline = child
        if inline is not None:
            lines, struck = cell_text(inline)
            self._see_struck(struck)
            return lines
        if value is None:
            # A formula whose result is no text is stored as an empty text.
            if formula is not None and kind != "str":
                self._see("formula-without-value", self._row, self._column, f"={formula}")
            return ()
        return self._valued(kind, value, style)

    def _see_struck(self, words: str) -> None:
        if words:
            self._see("struck-out-text", self._row, self._column, words)

    def _valued(self, kind: str, value: str, style: CellStyle) -> tuple[Line, ...]:
        if kind == "s":
            return self._shared(value)
        if kind == "b":
            return plain_lines("TRUE" if value == "1" else "FALSE")
        if kind == "e":
            self._see("formula-error", self._row, self._column, value)
            return plain_lines(value)
        if kind in _NUMBER_KINDS:
            return plain_lines(shown(value, style.number_format, from_1904=self._book.from_1904))
        if kind == "d":
            return plain_lines(shown_moment(value))
        return plain_lines(value.replace("_x000D_", ""))

    def _shared(self, value: str) -> tuple[Line, ...]:
        index = int(value) if value.isdecimal() and len(value) < 9 else -1
        if not 0 <= index < len(self._book.texts):
            self._see("cell-without-text", self._row, self._column, "")
            return ()
        self._see_struck(self._book.struck.get(index, ""))
        return self._book.texts[index]
