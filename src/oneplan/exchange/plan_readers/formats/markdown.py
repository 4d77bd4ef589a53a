"""Markdown: headings, nested lists, pipe tables, and HTML inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from oneplan.exchange.plan_readers.blocks import (
    Block,
    Cell,
    Heading,
    Line,
    ListItem,
    Paragraph,
    Row,
)
from oneplan.exchange.plan_readers.formats.encodings import decode_prose
from oneplan.exchange.plan_readers.formats.format import Contents, Format
from oneplan.exchange.plan_readers.formats.fragments import fragment_lines
from oneplan.exchange.plan_readers.formats.markdown_parts import parts_of
from oneplan.exchange.plan_readers.formats.marked_text import plain_lines
from oneplan.exchange.plan_readers.formats.table_shapes import as_blocks, line_block, table_of
from oneplan.exchange.plan_readers.formats.text import read_text
from oneplan.exchange.plan_readers.limits import LIMITS, Limits, cut_off
from oneplan.vocabulary.findings import Finding, Source

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_OPENING = {"strong_open": "<b>", "strong_close": "</b>"}
_MAX_LINE = 20_000
_DEEPEST = 40
_CELL_END = re.compile(r"(?<!\\)\|")


def read_markdown(data: bytes, name: str, limits: Limits = LIMITS) -> Contents:
    """The blocks of a Markdown file; lines count from 1."""
    text, findings = decode_prose(data, name)
    reading = _Reading(name, findings, limits)
    # Markdown's inline grammar is not linear in hostile lines; long ones are broken.
    return Contents(tuple(reading.blocks(_broken(text))), tuple(findings))


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return (
        MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
        .enable("table")
        .disable(["code", "link", "image", "reference", "entity"])
    )


def _broken(text: str) -> str:
    if all(len(line) <= _MAX_LINE for line in text.split("\n")):
        return text
    return "\n".join(
        line[at : at + _MAX_LINE]
        for line in text.split("\n")
        for at in range(0, max(len(line), 1), _MAX_LINE)
    )


class _Reading:
    def __init__(self, name: str, findings: list[Finding], limits: Limits) -> None:
        self._name = name
        self._findings = findings
        self._limits = limits
        self._cells_left = limits.cells
        self._lists: list[tuple[str, int]] = []
        self._marker = ""
        self._tables = 0
        self._first = 0
        self._line = 1
        self._lines: list[str] = []

    def blocks(self, text: str) -> Iterator[Block]:
        """The blocks of the text, part by part, up to the limits."""
        count, parser = 0, _parser()
        for self._first, part, whole in parts_of(text):
            for block in self._part(parser.parse(part), part):
                if count == self._limits.blocks or self._cells_left < 0:
                    self._cut(f"{count:,} paragraphs and tables")
                    return
                yield block
                count += 1
            if not whole:
                self._cut(f"{len(part):,} characters without an empty line between them")
                return

    def _cut(self, what: str) -> None:
        self._findings.append(cut_off(self._source(), what))

    def _part(self, tokens: Sequence[Token], text: str) -> Iterator[Block]:
        self._lines = text.split("\n")
        if any(token.level >= _DEEPEST - 1 for token in tokens):
            yield from self._plain(text)
            return
        at = 0
        while at < len(tokens):
            token = tokens[at]
            self._line = self._first + token.map[0] + 1 if token.map else self._line
            if token.type == "table_open":
                end = _end_of_table(tokens, at)
                yield from self._table(tokens[at:end])
                at = end
            else:
                yield from self._block(tokens, at)
                at += 1

    def _plain(self, text: str) -> Iterator[Block]:
        """What is nested deeper than the parser goes, line by line."""
        self._line = self._first + 1
        self._findings.append(
            Finding(
                rule="nested-too-deep",
                severity="warning",
                message="Lists or quotations nested too deep were read as plain lines.",
                fix="Copy the text into a new document without so many levels, and read that.",
                source=self._source(),
            )
        )
        lead = "\n" * self._first
        yield from read_text((lead + text).encode(), self._name).blocks

    def _source(self) -> Source:
        return Source(self._name, line=self._line)

    def _block(self, tokens: Sequence[Token], at: int) -> Iterator[Block]:
        token = tokens[at]
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            start = token.attrGet("start")
            self._lists.append((token.type[:7], int(start) if start is not None else 1))
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            self._lists.pop()
        elif token.type == "list_item_open":
            self._marker = self._next_marker(token)
        elif token.type == "inline":
            yield from self._inline(tokens[at - 1], token)
        elif token.type in {"fence", "code_block"}:
            yield from (line_block(line, self._source()) for line in fragment_lines(token.content))
        elif token.type == "html_block":
            yield from self._html(token.content)

    def _next_marker(self, token: Token) -> str:
        kind, number = self._lists[-1]
        self._lists[-1] = (kind, number + 1)
        return f"{number}{token.markup or '.'}" if kind == "ordered" else "•"

    def _inline(self, opening: Token, token: Token) -> Iterator[Block]:
        lines = fragment_lines(_marked(token))
        if opening.type == "heading_open":
            text = " ".join(line.text for line in lines)
            if text:
                yield Heading(text, int(opening.tag[1]), self._source())
            return
        for line in lines:
            if self._marker:
                yield ListItem(line.text, max(len(self._lists), 1), self._marker, self._source())
                self._marker = ""
            elif self._lists and not line.bullet:
                yield Paragraph(line.text, line.bold == line.text, self._source())
            else:
                yield line_block(line, self._source())

    def _html(self, content: str) -> Iterator[Block]:
        if "<" not in content or not content.strip():
            return
        page = f"<html><body>{content}</body></html>".encode()
        if not any(line.text for line in fragment_lines(content)):
            return
        from oneplan.exchange.plan_readers.formats.html.reading import read_html

        for block in read_html(page, self._name).blocks:
            yield replace(block, source=self._source())

    def _table(self, tokens: Sequence[Token]) -> Iterator[Block]:
        self._tables += 1
        place = Source(self._name, line=self._line, table=self._tables)
        rows: list[Row] = []
        cells: list[Cell] = []
        header, line = False, self._line
        for at, token in enumerate(tokens):
            if token.type == "tr_open":
                cells, line = [], self._first + token.map[0] + 1 if token.map else line
            elif token.type in {"th_open", "td_open"}:
                header = token.type == "th_open"
            elif token.type == "inline" and tokens[at - 1].type in {"th_open", "td_open"}:
                source = replace(place, line=line, row=len(rows) + 1, column=len(cells) + 1)
                lines = _cell_lines(token, header=header)
                cells.append(Cell(lines, len(cells) + 1, header=header, source=source))
            elif token.type == "tr_close":
                source = replace(place, line=line, row=len(rows) + 1)
                cells.extend(self._further_cells(line, len(cells), source))
                rows.append(Row(tuple(cells), source))
                self._cells_left -= len(cells)
        table = table_of(rows, place)
        if table is not None:
            yield from as_blocks(table)

    def _further_cells(self, line: int, count: int, source: Source) -> Iterator[Cell]:
        """The cells of a row beyond the header's, which the parser leaves out."""
        printed = self._lines[line - 1 - self._first].strip().removeprefix("|").removesuffix("|")
        if printed.count("|") < count:
            return
        for column, text in enumerate(_CELL_END.split(printed)[count:], start=count + 1):
            yield Cell(plain_lines(text), column, source=replace(source, column=column))


def _cell_lines(token: Token, *, header: bool) -> tuple[Line, ...]:
    """The cell's lines. Header cells are bold anyway, so their marks say nothing."""
    lines = fragment_lines(_marked(token))
    return tuple(replace(line, bold="") for line in lines) if header else lines


def _marked(token: Token) -> str:
    """An inline token as text with the few HTML tags that fragments understand."""
    parts: list[str] = []
    for child in token.children or ():
        if child.type in {"text", "code_inline", "html_inline"}:
            parts.append(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            parts.append(" " if child.type == "softbreak" else "<br>")
        else:
            parts.append(_OPENING.get(child.type, ""))
    return "".join(parts)


def _end_of_table(tokens: Sequence[Token], start: int) -> int:
    return next(at for at in range(start, len(tokens)) if tokens[at].type == "table_close") + 1


FORMAT = Format("markdown", "a Markdown file", (".md", ".markdown", ".mkd"), read_markdown)
