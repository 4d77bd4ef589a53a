"""A web page from bytes to blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from lxml import etree

from oneplan.exchange.plan_readers.blocks import (
    Block,
    Cell,
    Heading,
    Line,
    ListItem,
    Paragraph,
    Row,
    UnreadableFile,
)
from oneplan.exchange.plan_readers.formats.format import Contents
from oneplan.exchange.plan_readers.formats.html.elements import (
    BLOCKS,
    IGNORED,
    LISTS,
    UNSEEN,
    heading_level,
    is_hidden,
    line_of,
    tag_of,
    words_inside,
)
from oneplan.exchange.plan_readers.formats.html.furniture import is_furniture, main_part
from oneplan.exchange.plan_readers.formats.html.label_lists import is_of_labels, labels_of
from oneplan.exchange.plan_readers.formats.html.lightened import lightened
from oneplan.exchange.plan_readers.formats.html.notices import NOTICES
from oneplan.exchange.plan_readers.formats.html.page_source import decoded, parsed
from oneplan.exchange.plan_readers.formats.html.tables import (
    TableGrid,
    caption_of,
    cells_of,
    is_layout,
    rows_of,
)
from oneplan.exchange.plan_readers.formats.html.words import MAX_DEPTH, Words
from oneplan.exchange.plan_readers.formats.marked_text import LineBuilder
from oneplan.exchange.plan_readers.formats.noticed import Noticed
from oneplan.exchange.plan_readers.formats.table_shapes import as_blocks, line_block, table_of
from oneplan.exchange.plan_readers.limits import LIMITS, Limits, cut_off, damaged
from oneplan.vocabulary.findings import Finding, Source


def read_html(data: bytes, name: str, limits: Limits = LIMITS) -> Contents:
    """The blocks of a web page; UnreadableFile where it shows no text."""
    text, findings = decoded(data, name)
    text, cut = lightened(text, Source(name), limits)
    page = _Page(name, limits)
    root, whole = parsed(text)
    blocks = page.blocks(root)
    findings.extend([*cut, *page.findings])
    if not whole and not blocks:
        raise UnreadableFile(
            f"The elements of “{name}” are nested too deep to be read.",
            "Open the page, copy the plan's text and tables into a new document, and read that.",
        )
    if not whole:
        findings.append(damaged(Source(name), "its elements are nested without end"))
    if not blocks:
        raise UnreadableFile(
            f"“{name}” is a web page without text.",
            "Open the page, wait until the plan is shown, and save it complete, or print it to PDF.",
        )
    return Contents(tuple(blocks), tuple(findings))


class _Page:
    def __init__(self, name: str, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        self._noticed = Noticed()
        self._tables = 0
        self._cells_left = limits.cells
        self._cut_off: list[Finding] = []

    @property
    def findings(self) -> list[Finding]:
        """What was noticed."""
        return [*self._cut_off, *self._noticed.findings(NOTICES)]

    def blocks(self, root: etree._Element | None) -> list[Block]:
        """The blocks of the page, as many as the limits allow."""
        found: list[Block] = []
        main = main_part(root) if root is not None else None
        if main is not None:
            self._look_around(main)
            root = main
        for block in self._walk(root, 0) if root is not None else ():
            if len(found) == self._limits.blocks:
                self._cut(block.source, f"{len(found):,} paragraphs and tables")
                break
            found.append(block)
            if self._cells_left < 0:
                break
        return found

    def _look_around(self, main: etree._Element) -> None:
        """Notice the words beside the main part and beside what it stands in."""
        for part in (main, *main.iterancestors()):
            for beside in (*part.itersiblings(), *part.itersiblings(preceding=True)):
                words = words_inside(beside) if tag_of(beside) not in UNSEEN else ""
                if words:
                    self._see("page-frame-left-out", beside, words)

    def _cut(self, place: Source, what: str) -> None:
        self._cut_off.append(cut_off(place, what))

    def _see(self, rule: str, element: etree._Element, quote: str) -> None:
        self._noticed.see(rule, self._place(element), quote)

    def _place(self, element: etree._Element) -> Source:
        return Source(self._name, line=line_of(element))

    def _walk(self, parent: etree._Element, depth: int) -> Iterator[Block]:
        """The blocks inside a container; words between them are paragraphs."""
        place = self._place(parent)
        if depth > MAX_DEPTH:
            text = words_inside(parent)
            if text:
                self._see("nested-too-deep", parent, text)
                yield Paragraph(text, source=place)
            return
        builder = LineBuilder()
        words = Words(builder, self._see)
        words.add_text(parent.text)
        for child in parent:
            tag = tag_of(child)
            if is_furniture(child, tag):
                self._see("page-frame-left-out", child, words_inside(child))
            elif tag in BLOCKS and not is_hidden(child):
                yield from self._prose(builder.lines(), place)
                builder = LineBuilder()
                words = Words(builder, self._see)
                yield from self._block(child, tag, depth)
                place = self._place(child)
            elif tag not in IGNORED and not is_hidden(child) and _holds_block(child):
                yield from self._prose(builder.lines(), place)
                builder = LineBuilder()
                words = Words(builder, self._see)
                yield from self._walk(child, depth + 1)
            else:
                words.add(child, depth=depth)
            words.add_text(child.tail)
        yield from self._prose(builder.lines(), place)

    def _prose(self, lines: tuple[Line, ...], place: Source) -> Iterator[Block]:
        pending: Line | None = None
        for line in lines:
            if pending and not line.bullet and line.text[0].islower():
                pending = Line(f"{pending.text} {line.text}", pending.bullet, pending.level)
                continue
            if pending:
                yield line_block(pending, place)
            pending = line
        if pending:
            yield line_block(pending, place)

    def _block(self, element: etree._Element, tag: str, depth: int) -> Iterator[Block]:
        level = heading_level(element, tag)
        if level:
            text = " ".join(line.text for line in self._lines(element))
            if text:
                yield Heading(text, level, self._place(element))
        elif tag in LISTS:
            yield from self._list(element, tag, 1, depth)
        elif tag == "table":
            yield from self._table(element, depth)
        elif tag == "dl" and is_of_labels(element):
            yield from self._labels(element)
        elif tag in {"dt", "summary"}:
            text = " ".join(line.text for line in self._lines(element))
            if text:
                yield Paragraph(text, True, self._place(element))
        else:
            yield from self._walk(element, depth + 1)

    def _lines(self, element: etree._Element) -> tuple[Line, ...]:
        builder = LineBuilder()
        words = Words(builder, self._see)
        words.add_text(element.text)
        for child in element:
            words.add(child)
            words.add_text(child.tail)
        return builder.lines()

    def _list(self, element: etree._Element, tag: str, level: int, depth: int) -> Iterator[Block]:
        if depth > MAX_DEPTH:
            yield from self._walk(element, depth)
            return
        start = element.get("start", "1")
        number = int(start) if start.isdecimal() and len(start) < 6 else 1
        text = " ".join((element.text or "").split())
        if text:
            yield ListItem(text, level, source=self._place(element))
        for child in element:
            inner = tag_of(child)
            if is_hidden(child):
                Words(LineBuilder(), self._see).add(child)
            elif inner in LISTS:
                yield from self._list(child, inner, level + 1, depth + 1)
            elif inner == "li":
                marker = _marker(number, element.get("type", "1")) if tag == "ol" else "•"
                number += 1
                yield from self._item(child, marker, level, depth + 1)
            elif inner in BLOCKS:
                yield from self._block(child, inner, depth + 1)

    def _item(self, item: etree._Element, marker: str, level: int, depth: int) -> Iterator[Block]:
        """The item's own words as one block, then the lists and tables inside it."""
        builder = LineBuilder()
        words = Words(builder, self._see)
        words.add_text(item.text)
        later: list[etree._Element] = []
        for child in item:
            if tag_of(child) in LISTS or tag_of(child) == "table":
                later.append(child)
            else:
                builder.add(" ")
                words.add(child)
            words.add_text(child.tail)
        text = " ".join(line.text for line in builder.lines())
        if text:
            yield ListItem(text, level, marker, self._place(item))
        for child in later:
            tag = tag_of(child)
            if tag == "table":
                yield from self._table(child, depth)
            else:
                yield from self._list(child, tag, level + 1, depth)

    def _table(self, element: etree._Element, depth: int) -> Iterator[Block]:
        if is_layout(element):
            for row in rows_of(element):
                for cell in cells_of(row):
                    if not is_hidden(cell):
                        yield from self._walk(cell, depth + 1)
            return
        self._tables += 1
        rows = list(self._rows(element))
        caption = caption_of(element)
        title = " ".join(line.text for line in self._lines(caption)) if caption is not None else ""
        source = Source(self._name, line=line_of(element), table=self._tables)
        table = table_of(rows, source, title or None)
        if table is not None:
            yield from as_blocks(table)

    def _labels(self, element: etree._Element) -> Iterator[Block]:
        self._tables += 1
        place = Source(self._name, line=line_of(element), table=self._tables)
        rows = []
        for number, (label, values) in enumerate(labels_of(element), start=1):
            source = replace(place, line=line_of(label), row=number)
            cells = (self._lines(label), tuple(chain.from_iterable(map(self._lines, values))))
            rows.append(
                Row(
                    tuple(
                        Cell(lines, at, source=replace(source, column=at))
                        for at, lines in enumerate(cells, start=1)
                    ),
                    source,
                )
            )
        table = table_of(rows, place)
        if table is not None:
            yield table

    def _rows(self, element: etree._Element) -> Iterator[Row]:
        grid = TableGrid(self._name, self._tables, self._see, self._limits.columns)
        for row in grid.rows(element):
            self._cells_left -= len(row.cells)
            if self._cells_left < 0:
                self._cut(row.source, f"{self._limits.cells:,} table cells")
                return
            yield row


def _holds_block(element: etree._Element) -> bool:
    """Whether an inline element wraps blocks, as careless pages do."""
    return any(tag_of(child) in BLOCKS for child in element)


def _marker(number: int, kind: str) -> str:
    if kind in {"a", "A"} and number <= 26:
        return f"{chr(ord(kind) + number - 1)})"
    return f"{number}."
