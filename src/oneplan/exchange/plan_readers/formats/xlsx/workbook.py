"""What the sheets of a workbook share: their list, the texts, the number formats, the parts beside."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from oneplan.exchange.plan_readers.blocks import Line
from oneplan.exchange.plan_readers.formats.docx.names import is_on
from oneplan.exchange.plan_readers.formats.marked_text import LineBuilder, physical_lines
from oneplan.exchange.plan_readers.formats.office_zip import OfficeZip, Relation
from oneplan.exchange.plan_readers.formats.xlsx.number_formats import BUILT_IN
from oneplan.exchange.plan_readers.limits import LIMITS

_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_LINK = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet of the workbook: its name, its part's path and whether it is hidden."""

    name: str
    path: str
    hidden: bool
    is_chart: bool


@dataclass(slots=True)
class Workbook:
    """What all sheets share."""

    package: OfficeZip
    sheets: list[SheetPart] = field(default_factory=list)
    texts: list[tuple[Line, ...]] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    bold_styles: list[bool] = field(default_factory=list)
    from_1904: bool = False


def local(element: etree._Element) -> str:
    """The element's tag without its namespace, which differs between strict and usual files."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def open_workbook(package: OfficeZip) -> Workbook:
    """The workbook's list of sheets, its shared texts and its formats."""
    path = package.main_part("xl/workbook.xml")
    book = Workbook(package)
    relations = package.relations(path)
    root = package.xml(path)
    if root is not None:
        book.sheets = _sheets(root, {each.id: each for each in relations})
        book.from_1904 = any(
            local(element) == "workbookPr" and _is_set(element.get("date1904")) for element in root
        )
    linked = {each.kind: each.target for each in relations}
    book.texts = _texts(package, linked.get("sharedStrings", "xl/sharedStrings.xml"))
    _read_styles(book, package.xml(linked.get("styles", "xl/styles.xml")))
    return book


def _is_set(value: str | None) -> bool:
    return value is not None and is_on(value)


def _sheets(root: etree._Element, relations: dict[str, Relation]) -> list[SheetPart]:
    found = []
    for element in root.iter():
        if local(element) != "sheet":
            continue
        link = relations.get(element.get(_LINK) or element.get(_STRICT_LINK) or "")
        if link is not None:
            hidden = element.get("state", "visible") != "visible"
            name = element.get("name", "")
            found.append(SheetPart(name, link.target, hidden, link.kind != "worksheet"))
    return found


def _texts(package: OfficeZip, path: str) -> list[tuple[Line, ...]]:
    root = package.xml(path)
    return [text_lines(item) for item in root] if root is not None else []


def text_lines(item: etree._Element) -> tuple[Line, ...]:
    """The lines of a shared or inline text, with the bold words of rich text."""
    builder = LineBuilder()
    length = 0
    for child in item:
        kind = local(child)
        if kind == "t":
            length += _add(builder, child.text or "", bold=False)
        elif kind == "r":
            marks = {local(mark) for part in child if local(part) == "rPr" for mark in part}
            for part in child:
                if local(part) == "t":
                    length += _add(
                        builder, part.text or "", bold="b" in marks, underlined="u" in marks
                    )
        if length > LIMITS.cell_characters:
            break
    return builder.lines()


def _add(builder: LineBuilder, text: str, *, bold: bool, underlined: bool = False) -> int:
    # Excel writes a carriage return inside a text as _x000D_.
    text = text.replace("_x000D_\n", "\n").replace("_x000D_", "\n")[: LIMITS.cell_characters]
    for number, line in enumerate(physical_lines(text)):
        if number:
            builder.start_line()
        builder.add(line, bold=bold, underlined=underlined)
    return len(text)


def _read_styles(book: Workbook, root: etree._Element | None) -> None:
    if root is None:
        return
    own = {
        element.get("numFmtId", ""): element.get("formatCode", "")
        for element in root.iter()
        if local(element) == "numFmt"
    }
    bold_fonts = [
        any(local(mark) == "b" and is_on(mark.get("val")) for mark in font)
        for group in root
        if local(group) == "fonts"
        for font in group
    ]
    for group in root:
        if local(group) != "cellXfs":
            continue
        for style in group:
            number = style.get("numFmtId", "0")
            built_in = BUILT_IN.get(int(number), "General") if number.isdecimal() else "General"
            book.formats.append(own.get(number, built_in))
            font = style.get("fontId", "0")
            at = int(font) if font.isdecimal() else 0
            book.bold_styles.append(at < len(bold_fonts) and bold_fonts[at])
