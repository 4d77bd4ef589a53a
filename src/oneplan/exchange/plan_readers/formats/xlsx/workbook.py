"""What the sheets of a workbook share: their list, the texts, the styles, the parts beside."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from oneplan.exchange.plan_readers.blocks import Line
from oneplan.exchange.plan_readers.formats.docx.names import is_on
from oneplan.exchange.plan_readers.formats.office_zip import OfficeZip, Relation
from oneplan.exchange.plan_readers.formats.xlsx.shared_texts import local, shared_texts
from oneplan.exchange.plan_readers.formats.xlsx.styles import PLAIN, CellStyle, read_styles
from oneplan.exchange.plan_readers.limits import LIMITS, Limits, cut_off, damaged
from oneplan.vocabulary.findings import Finding, Source

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
    """What all sheets share. ``struck`` holds the struck-out words of texts, by their number."""

    package: OfficeZip
    sheets: list[SheetPart] = field(default_factory=list)
    texts: list[tuple[Line, ...]] = field(default_factory=list)
    struck: dict[int, str] = field(default_factory=dict)
    styles: list[CellStyle] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    from_1904: bool = False

    def style(self, number: str | None) -> CellStyle:
        """The style that a cell names; a plain one where there is none."""
        at = int(number) if number and number.isdecimal() and len(number) < 8 else 0
        return self.styles[at] if at < len(self.styles) else PLAIN


def open_workbook(package: OfficeZip, limits: Limits = LIMITS) -> Workbook:
    """The workbook's list of sheets, its shared texts and its styles."""
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
    _read_texts(book, linked.get("sharedStrings", "xl/sharedStrings.xml"), limits.shared_texts)
    book.styles = read_styles(package.xml(linked.get("styles", "xl/styles.xml")))
    return book


def _is_set(value: str | None) -> bool:
    return value is not None and is_on(value)


def _sheets(root: etree._Element, relations: dict[str, Relation]) -> list[SheetPart]:
    found = []
    for element in root.iter():
        if local(element) != "sheet":
            continue
        link = relations.get(element.get(_LINK) or element.get(_STRICT_LINK) or "")
        hidden = element.get("state", "visible") != "visible"
        name = element.get("name", "")
        if link is None:
            found.append(SheetPart(name, "", hidden, is_chart=False))
        else:
            found.append(SheetPart(name, link.target, hidden, link.kind != "worksheet"))
    return found


def _read_texts(book: Workbook, path: str, most: int) -> None:
    if path not in book.package:
        return
    place = Source(book.package.name)
    texts = shared_texts(book.package.read(path), book.package.name)
    try:
        for number, (lines, struck) in enumerate(islice(texts, most)):
            book.texts.append(lines)
            if struck:
                book.struck[number] = struck
        if next(texts, None) is not None:
            book.findings.append(cut_off(place, f"{most:,} different texts"))
    except etree.XMLSyntaxError:
        book.findings.append(damaged(place, "the list of its cells' texts breaks off"))
