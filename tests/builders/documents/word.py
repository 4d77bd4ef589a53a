"""Blocks as a Word document, over python-docx's own template so that styles are the usual ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from xml.sax.saxutils import escape

from docx import Document
from lxml import etree

from builders.documents.blocks_made import pages_of_table
from builders.documents.layout import PLAIN, Layout
from oneplan.exchange.plan_readers.blocks import (
    Block,
    Cell,
    Heading,
    Line,
    ListItem,
    Paragraph,
    Row,
    Table,
)

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_TEXT_WIDTH = 14_000


def write_docx(blocks: Iterable[Block], layout: Layout = PLAIN) -> bytes:
    """The bytes of a .docx file that holds the blocks."""
    document = Document()
    body = document.element.body
    section = body[-1]
    xml = "".join(part for block in blocks for part in _block(block, layout))
    root = etree.fromstring(f'<w:body xmlns:w="{_W}">{xml}</w:body>'.encode())
    for child in list(root):
        section.addprevious(child)
    if layout.landscape:
        size = document.sections[0]
        size.page_width, size.page_height = size.page_height, size.page_width
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def _block(block: Block, layout: Layout) -> Iterator[str]:
    if isinstance(block, Heading):
        style = "" if layout.bold_headings else f"Heading{min(block.level, 9)}"
        yield _paragraph(_run(block.text, bold=layout.bold_headings), style)
    elif isinstance(block, Paragraph):
        yield _paragraph(_run(block.text, bold=block.bold))
    elif isinstance(block, ListItem):
        if block.marker in "•▪" and not layout.typed_bullets:
            yield _paragraph(_run(block.text), _list_style(block.level))
        else:
            yield _paragraph(_run(f"{block.marker} {block.text}"))
    else:
        parts = pages_of_table(block, layout.rows_per_page, layout.repeat_header)
        for number, part in enumerate(parts):
            yield _PAGE_BREAK if number else ""
            yield from _table(part, layout)
        # Word joins tables between which no paragraph stands.
        yield "<w:p/>"


def _list_style(level: int) -> str:
    return "ListBullet" if level <= 1 else f"ListBullet{min(level, 3)}"


def _table(block: Table, layout: Layout) -> Iterator[str]:
    fits = len(layout.widths) == block.columns
    shares = layout.widths if fits else (1 / block.columns,) * block.columns
    yield '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    columns = "".join(f'<w:gridCol w:w="{round(share * _TEXT_WIDTH)}"/>' for share in shares)
    yield f"<w:tblGrid>{columns}</w:tblGrid>"
    starts = {
        (number - 1, each.column)
        for number, row in enumerate(block.rows)
        for each in row.cells
        if each.covered and number
    }
    for number, row in enumerate(block.rows):
        header = any(each.header for each in row.cells)
        yield "<w:tr>" + ("<w:trPr><w:tblHeader/></w:trPr>" if header else "")
        yield from (
            _cell(each, (number, each.column) in starts, layout) for each in _whole(row, block)
        )
        yield "</w:tr>"
    yield "</w:tbl>"


def _whole(row: Row, block: Table) -> Iterator[Cell]:
    """The row's cells, with empty ones where the row stops short of the table's width."""
    yield from row.cells
    end = row.cells[-1].column + row.cells[-1].spans if row.cells else 1
    for column in range(end, block.columns + 1):
        yield Cell((), column)


def _cell(each: Cell, starts_merge: bool, layout: Layout) -> str:
    marks = f'<w:gridSpan w:val="{each.spans}"/>' if each.spans > 1 else ""
    if each.covered:
        marks += "<w:vMerge/>"
    elif starts_merge:
        marks += '<w:vMerge w:val="restart"/>'
    lines = "".join(_line(line, each.header, layout) for line in each.lines) or "<w:p/>"
    return f"<w:tc><w:tcPr>{marks}</w:tcPr>{lines}</w:tc>"


def _line(line: Line, header: bool, layout: Layout) -> str:
    if line.bullet and not layout.typed_bullets:
        return _paragraph(_run(line.text), _list_style(line.level))
    text = f"• {line.text}" if line.bullet else line.text
    for marked, underlined in ((line.underlined, True), (line.bold, False)):
        if marked and text.startswith(marked):
            first = _run(marked, bold=not underlined, underlined=underlined)
            return _paragraph(first + _run(text[len(marked) :]))
    return _paragraph(_run(text, bold=header))


def _paragraph(runs: str, style: str = "") -> str:
    marks = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{marks}{runs}</w:p>"


def _run(text: str, *, bold: bool = False, underlined: bool = False) -> str:
    marks = ("<w:b/>" if bold else "") + ('<w:u w:val="single"/>' if underlined else "")
    properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
