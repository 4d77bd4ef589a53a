"""Word tables on their grid: merged cells, repeated header rows, tables inside cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from oneplan.exchange.plan_readers.blocks import Cell, Line, Row
from oneplan.exchange.plan_readers.formats.docx.names import Names, is_on
from oneplan.exchange.plan_readers.formats.docx.paragraphs import ParagraphReader
from oneplan.exchange.plan_readers.formats.docx.runs import words_inside
from oneplan.exchange.plan_readers.formats.marked_text import LineBuilder
from oneplan.exchange.plan_readers.formats.traffic_lights import TrafficLights, light_of
from oneplan.exchange.plan_readers.limits import LIMITS
from oneplan.vocabulary.findings import Source

_MAX_DEPTH = 60


@dataclass
class TableReader:
    """Reads tables' rows; ``see`` is told of what is noticed, ``place`` gives the page."""

    names: Names
    paragraphs: ParagraphReader
    see: Callable[[str, str], None]
    place: Callable[[], Source]
    cells_left: int = LIMITS.cells
    most_columns: int = LIMITS.columns

    def __post_init__(self) -> None:
        names = self.names
        self._painted: list[tuple[int, str]] = []
        self._wrappers = names.all("sdt", "sdtContent", "customXml", "ins", "moveTo")
        self._p, self._tbl, self._tr, self._tc = (names[tag] for tag in ("p", "tbl", "tr", "tc"))

    def rows(self, table: etree._Element, number: int) -> Iterator[Row]:
        """The rows of the table, which is the ``number``-th of the document."""
        names, lights = self.names, TrafficLights()
        for at, row in enumerate(self._children(table, self._tr), start=1):
            properties = row.find(names["trPr"])
            if properties is not None and self._is_deleted(properties):
                continue
            header = properties is not None and _switched(properties, "tblHeader", names)
            page = self.place()
            source = Source(page.file, page=page.page, table=number, row=at)
            self._painted.clear()
            cells = tuple(self._cells(row, properties, header, source))
            lights.take(sum(bool(cell.lines) for cell in cells), self._painted)
            self.cells_left -= len(cells)
            yield Row(cells, source)
            if self.cells_left < 0:
                break
        if lights.speak:
            self.see("colour-without-words", "")

    def _is_deleted(self, properties: etree._Element) -> bool:
        deleted = properties.find(self.names["del"]) is not None
        if deleted or properties.find(self.names["ins"]) is not None:
            self.see("tracked-changes", "")
        return deleted

    def _cells(
        self,
        row: etree._Element,
        properties: etree._Element | None,
        header: bool,
        source: Source,
    ) -> Iterator[Cell]:
        names = self.names
        column = 1
        for short in ("gridBefore", "gridAfter"):
            skipped = _number(properties, short, names, 0)
            if short == "gridBefore":
                for _ in range(skipped):
                    yield Cell((), column, source=_at(source, column))
                    column += 1
        for cell in self._children(row, self._tc):
            inner = cell.find(names["tcPr"])
            spans = max(1, _number(inner, "gridSpan", names, 1))
            covered = _is_covered(inner, names)
            lines = () if covered else self.lines(cell)
            if not lines and inner is not None and (light := self._light(inner)):
                self._painted.append((column, light))
            yield Cell(lines, column, spans, covered, header, _at(source, column))
            column += spans
            if column > self.most_columns:
                self.see("table-too-wide", "")
                return

    def _light(self, properties: etree._Element) -> str:
        shading = properties.find(self.names["shd"])
        return light_of(shading.get(self.names["fill"], "")) if shading is not None else ""

    def _children(
        self, parent: etree._Element, tag: str, depth: int = 0
    ) -> Iterator[etree._Element]:
        """The rows of a table or cells of a row, those inside content controls included."""
        for child in parent:
            if child.tag == tag:
                yield child
            elif child.tag in self._wrappers:
                if depth == _MAX_DEPTH:
                    self.see("nested-too-deep", words_inside(child, self.names))
                    return
                yield from self._children(child, tag, depth + 1)

    def lines(self, cell: etree._Element) -> tuple[Line, ...]:
        """The lines of a cell, text boxes and inner tables included."""
        builder = LineBuilder()
        self._add(cell, builder, 0)
        return builder.lines()

    def _add(self, parent: etree._Element, builder: LineBuilder, depth: int) -> None:
        if depth > LIMITS.nested_tables * 3:
            text = words_inside(parent, self.names)
            self.see("nested-too-deep", text)
            builder.start_line()
            builder.add(text)
            return
        for child in parent:
            tag = child.tag
            if tag == self._p:
                read = self.paragraphs.read(child)
                self.paragraphs.add_lines(read, builder)
                for box in read.boxes:
                    self._add(box, builder, depth + 1)
            elif tag == self._tbl:
                self.see("nested-table", "")
                for row in self._children(child, self._tr):
                    for inner in self._children(row, self._tc):
                        self._add(inner, builder, depth + 1)
            elif tag in self._wrappers:
                self._add(child, builder, depth + 1)


def _at(source: Source, column: int) -> Source:
    return Source(source.file, page=source.page, table=source.table, row=source.row, column=column)


def _switched(properties: etree._Element, short: str, names: Names) -> bool:
    found = properties.find(names[short])
    return found is not None and is_on(found.get(names["val"]))


def _number(properties: etree._Element | None, short: str, names: Names, fallback: int) -> int:
    found = properties.find(names[short]) if properties is not None else None
    value = found.get(names["val"], "") if found is not None else ""
    return min(int(value), LIMITS.columns) if value.isdecimal() and len(value) < 6 else fallback


def _is_covered(properties: etree._Element | None, names: Names) -> bool:
    merge = properties.find(names["vMerge"]) if properties is not None else None
    return merge is not None and merge.get(names["val"], "continue") == "continue"
