"""Blocks as plain text with tabs between cells, as Markdown, and as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from builders.documents.blocks_made import pages_of_table
from builders.documents.layout import PLAIN, Layout
from oneplan.exchange.plan_readers.blocks import Block, Cell, Heading, Line, ListItem, Table


def write_text(blocks: Iterable[Block], layout: Layout = PLAIN) -> bytes:
    """The bytes of a text file: cells between tabs, their lists as HTML."""
    return "\n\n".join(part for block in blocks for part in _text(block, layout)).encode()


def _text(block: Block, layout: Layout) -> Iterator[str]:
    if isinstance(block, Table):
        for part in pages_of_table(block, layout.rows_per_page, layout.repeat_header):
            yield "\n".join(
                "\t".join(_fragment(each) for each in _columns(row.cells, part.columns))
                for row in part.rows
            )
    elif isinstance(block, Heading):
        yield block.text if layout.bold_headings else f"{'#' * block.level} {block.text}"
    elif isinstance(block, ListItem):
        marker = "-" if block.marker in "•▪" else block.marker
        yield f"{'  ' * (block.level - 1)}{marker} {block.text}"
    else:
        yield f"**{block.text}**" if block.bold else block.text


def _columns(cells: tuple[Cell, ...], columns: int) -> list[tuple[Line, ...]]:
    lines: list[tuple[Line, ...]] = [()] * columns
    for each in cells:
        lines[each.column - 1] = each.lines
    return lines


def _fragment(lines: tuple[Line, ...]) -> str:
    """A cell's lines: bare if there is only one, else as HTML."""
    if len(lines) == 1 and not lines[0].bullet:
        return _marked(lines[0])
    parts, depth = [], 0
    for line in lines:
        level = line.level if line.bullet else 0
        parts.append("<ul>" * max(0, level - depth) + "</ul>" * max(0, depth - level))
        depth = level
        tag = "li" if level else "p"
        parts.append(f"<{tag}>{_marked(line)}</{tag}>")
    return "".join([*parts, "</ul>" * depth])


def _marked(line: Line) -> str:
    for marked, tag in ((line.underlined, "u"), (line.bold, "b")):
        if marked and line.text.startswith(marked):
            return f"<{tag}>{marked}</{tag}>{line.text[len(marked) :]}"
    return line.text


def write_markdown(blocks: Iterable[Block], layout: Layout = PLAIN) -> bytes:
    """The bytes of a Markdown file. Its tables have one header row and no merged cells."""
    return ("\n\n".join(part for block in blocks for part in _md(block, layout)) + "\n").encode()


def _md(block: Block, layout: Layout) -> Iterator[str]:
    if not isinstance(block, Table):
        yield from _text(block, layout)
        return
    for part in pages_of_table(block, layout.rows_per_page, layout.repeat_header):
        rows = [
            "| "
            + " | ".join(
                _fragment(each).replace("|", "\\|") for each in _columns(row.cells, part.columns)
            )
            + " |"
            for row in part.rows
        ]
        rows.insert(1, "|" + " --- |" * part.columns)
        yield "\n".join(rows)


def write_csv(blocks: Iterable[Block], layout: Layout = PLAIN) -> bytes:
    """The bytes of a CSV file: prose and tables one below the other, lists as lines with bullets."""
    saved = StringIO(newline="")
    writer = csv.writer(saved, delimiter=layout.delimiter)
    for block in blocks:
        if not isinstance(block, Table):
            marker = f"{block.marker} " if isinstance(block, ListItem) else ""
            writer.writerow([f"{marker}{block.text}"])
            continue
        for part in pages_of_table(block, layout.rows_per_page, layout.repeat_header):
            for row in part.rows:
                cells = _columns(row.cells, part.columns)
                writer.writerow(["\n".join(_printed(line) for line in each) for each in cells])
            writer.writerow([])
    return saved.getvalue().encode("utf-8-sig")


def _printed(line: Line) -> str:
    return f"• {line.text}" if line.bullet else line.text
