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
from oneplan.exchange.plan_readers.formats.xlsx.number_formats import shown
from oneplan.exchange.plan_readers.formats.xlsx.workbook import Workbook, local, text_lines
from oneplan.exchange.plan_readers.limits import LIMITS

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_LARGEST_COLUMN = 16_384
_LARGEST_ROW = 1_048_576
_NUMBER_KINDS = frozenset({"n", ""})

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
    cells: int = 0
    cut_off: bool = False
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

    def __init__(self, book: Workbook, see: See, cells_left: int) -> None:
        self._book = book
        self._see = see
        self._left = cells_left
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
        if start and end and len(self._sheet.merges) < LIMITS.cells:
            self._sheet.merges.append((*start, *end))

    def _cell(self, element: etree._Element) -> None:
        place = reference(element.get("r", ""))
        self._row, self._column = place or (self._row, self._column + 1)
        if len(element) == 0:
            return
        self._left -= 1
        lines = self._lines(element)
        if lines:
            self._sheet.cells += 1
            self._sheet.rows.setdefault(self._row, {})[self._column] = lines

    def _lines(self, element: etree._Element) -> tuple[Line, ...]:
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
            return text_lines(inline)
        if value is None:
            if formula is not None:
                self._see("formula-without-value", self._row, self._column, formula)
            return ()
        return self._valued(kind, value, element.get("s", "0"))

    def _valued(self, kind: str, value: str, style: str) -> tuple[Line, ...]:
        at = int(style) if style.isdecimal() and len(style) < 8 else 0
        if kind == "s":
            index = int(value) if value.isdecimal() and len(value) < 9 else -1
            lines = self._book.texts[index] if 0 <= index < len(self._book.texts) else ()
        elif kind == "b":
            lines = plain_lines("TRUE" if value == "1" else "FALSE")
        elif kind == "e":
            self._see("formula-error", self._row, self._column, value)
            lines = plain_lines(value)
        elif kind in _NUMBER_KINDS:
            code = self._book.formats[at] if at < len(self._book.formats) else "General"
            lines = plain_lines(shown(value, code, from_1904=self._book.from_1904))
        else:
            lines = plain_lines(value.replace("_x000D_", "")[: LIMITS.cell_characters])
        if at < len(self._book.bold_styles) and self._book.bold_styles[at]:
            return tuple(
                Line(line.text, line.bullet, line.level, line.text, line.underlined)
                for line in lines
            )
        return lines
