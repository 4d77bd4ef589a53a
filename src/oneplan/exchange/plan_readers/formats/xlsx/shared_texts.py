"""The texts that the cells of a workbook share, and the lines of each."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from oneplan.exchange.plan_readers.blocks import Line
from oneplan.exchange.plan_readers.formats.docx.names import is_on
from oneplan.exchange.plan_readers.formats.marked_text import LineBuilder, physical_lines
from oneplan.exchange.plan_readers.formats.office_zip import refuse_doctype

CellText = tuple[tuple[Line, ...], str]
"""The lines of a text, and the words in it that are struck out and so left out of the lines."""


def local(element: etree._Element) -> str:
    """The element's tag without its namespace, which differs between strict and usual files."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def shared_texts(data: bytes, name: str) -> Iterator[CellText]:
    """The texts in order. Raises XMLSyntaxError where the part breaks off."""
    refuse_doctype(data, name)
    context = etree.iterparse(
        BytesIO(data),
        events=("end",),
        tag="{*}si",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
    )
    for _, item in context:
        yield cell_text(item)
        item.clear()
        while item.getprevious() is not None:
            del item.getparent()[0]


def cell_text(item: etree._Element) -> CellText:
    """A shared or inline text, with the bold words of rich text marked."""
    builder = LineBuilder()
    struck = ""
    for child in item:
        kind = local(child)
        if kind == "t":
            _add(builder, child.text or "", frozenset())
        elif kind == "r":
            marks = _marks(child)
            text = "".join(part.text or "" for part in child if local(part) == "t")
            if "strike" in marks:
                struck += text
            else:
                _add(builder, text, marks)
    return builder.lines(), struck.strip()


def _marks(run: etree._Element) -> frozenset[str]:
    return frozenset(
        local(mark)
        for part in run
        if local(part) == "rPr"
        for mark in part
        if is_on(mark.get("val"))
    )


def _add(builder: LineBuilder, text: str, marks: frozenset[str]) -> None:
    # Excel writes a carriage return inside a text as _x000D_.
    text = text.replace("_x000D_\n", "\n").replace("_x000D_", "\n")
    for number, line in enumerate(physical_lines(text)):
        if number:
            builder.start_line()
        builder.add(line, bold="b" in marks, underlined="u" in marks)
