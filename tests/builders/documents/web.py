"""Blocks as a web page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from builders.documents.blocks_made import pages_of_table
from builders.documents.layout import PLAIN, Layout
from oneplan.exchange.plan_readers.blocks import Block, Cell, Heading, Line, ListItem, Table


def write_html(blocks: Iterable[Block], layout: Layout = PLAIN) -> bytes:
    """The bytes of a UTF-8 page that holds the blocks."""
    body = "\n".join(_body(list(blocks), layout))
    page = f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Plan</title></head><body>\n{body}\n</body></html>\n'
    return page.encode()


def _body(blocks: list[Block], layout: Layout) -> Iterator[str]:
    depth = 0
    for block in blocks:
        level = block.level if _is_listed(block, layout) and isinstance(block, ListItem) else 0
        yield "<ul>" * max(0, level - depth) + "</ul>" * max(0, depth - level)
        depth = level
        if isinstance(block, Table):
            for part in pages_of_table(block, layout.rows_per_page, layout.repeat_header):
                yield from _table(part, layout)
        elif isinstance(block, Heading):
            tag = "b" if layout.bold_headings else f"h{min(block.level, 6)}"
            yield f"<p><b>{escape(block.text)}</b></p>" if tag == "b" else _tagged(tag, block.text)
        elif isinstance(block, ListItem):
            listed = _is_listed(block, layout)
            text = block.text if listed else f"{block.marker} {block.text}"
            yield _tagged("li" if listed else "p", text)
        else:
            text = escape(block.text)
            yield f"<p><b>{text}</b></p>" if block.bold else f"<p>{text}</p>"
    yield "</ul>" * depth


def _is_listed(block: Block, layout: Layout) -> bool:
    return isinstance(block, ListItem) and block.marker in "•▪" and not layout.typed_bullets


def _tagged(tag: str, text: str) -> str:
    return f"<{tag}>{escape(text)}</{tag}>"


def _table(table: Table, layout: Layout) -> Iterator[str]:
    yield "<table>" + (_tagged("caption", table.title) if table.title else "")
    for number, row in enumerate(table.rows):
        cells = "".join(
            _cell(each, _reach(table, number, each.column), layout)
            for each in row.cells
            if not each.covered
        )
        yield f"<tr>{cells}</tr>"
    yield "</table>"


def _reach(table: Table, number: int, column: int) -> int:
    """How many rows the cell covers."""
    rows = 1
    for row in table.rows[number + 1 :]:
        below = next((each for each in row.cells if each.column == column), None)
        if below is None or not below.covered:
            break
        rows += 1
    return rows


def _cell(each: Cell, rows: int, layout: Layout) -> str:
    tag = "th" if each.header else "td"
    spans = (f' colspan="{each.spans}"' if each.spans > 1 else "") + (
        f' rowspan="{rows}"' if rows > 1 else ""
    )
    return f"<{tag}{spans}>{''.join(_lines(each.lines, layout))}</{tag}>"


def _lines(lines: tuple[Line, ...], layout: Layout) -> Iterator[str]:
    depth = 0
    for line in lines:
        level = line.level if line.bullet and not layout.typed_bullets else 0
        yield "<ul>" * max(0, level - depth) + "</ul>" * max(0, depth - level)
        depth = level
        text = _marked(line)
        if level:
            yield f"<li>{text}</li>"
        else:
            yield f"<p>• {text}</p>" if line.bullet else f"<p>{text}</p>"
    yield "</ul>" * depth


def _marked(line: Line) -> str:
    for marked, tag in ((line.underlined, "u"), (line.bold, "b")):
        if marked and line.text.startswith(marked):
            return f"<{tag}>{escape(marked)}</{tag}>{escape(line.text[len(marked) :])}"
    return escape(line.text)
