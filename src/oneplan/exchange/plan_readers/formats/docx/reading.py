"""A Word document from bytes to blocks, one block of the body at a time."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from oneplan.exchange.plan_readers.blocks import Block, Paragraph, UnreadableFile
from oneplan.exchange.plan_readers.formats.docx.names import ALTERNATE, chosen, names_of
from oneplan.exchange.plan_readers.formats.docx.notices import NOTICES
from oneplan.exchange.plan_readers.formats.docx.numbers import read_numbers
from oneplan.exchange.plan_readers.formats.docx.paragraphs import ParagraphReader
from oneplan.exchange.plan_readers.formats.docx.runs import RunReader, words_inside
from oneplan.exchange.plan_readers.formats.docx.styles import read_styles
from oneplan.exchange.plan_readers.formats.docx.tables import TableReader
from oneplan.exchange.plan_readers.formats.format import Contents
from oneplan.exchange.plan_readers.formats.noticed import Noticed
from oneplan.exchange.plan_readers.formats.office_zip import OfficeZip, broken, refuse_doctype
from oneplan.exchange.plan_readers.formats.table_shapes import as_blocks, table_of
from oneplan.exchange.plan_readers.formats.tidying import tidy
from oneplan.exchange.plan_readers.limits import LIMITS, Limits, cut_off, damaged
from oneplan.vocabulary.findings import Finding, Source

_MAX_DEPTH = 40


def read_docx(data: bytes, name: str, limits: Limits = LIMITS) -> Contents:
    """The blocks of a Word document. UnreadableFile where it is broken, unsafe or empty."""
    package = OfficeZip(data, name, limits)
    return _Document(package, name, limits).contents()


class _Document:
    def __init__(self, package: OfficeZip, name: str, limits: Limits) -> None:
        self._package = package
        self._name = name
        self._limits = limits
        self._path = package.main_part("word/document.xml")
        self._xml = package.read(self._path)
        refuse_doctype(self._xml, name)
        self._names = names_of(self._xml)
        self._noticed = Noticed()
        self._paged = b"lastRenderedPageBreak" in self._xml
        self._tables = 0
        self._findings: list[Finding] = []
        self._connect()

    def _connect(self) -> None:
        names = self._names
        linked = {each.kind: each.target for each in self._package.relations(self._path)}
        self._linked = linked
        styles = read_styles(self._package.xml(linked.get("styles", "word/styles.xml")), names)
        numbers = read_numbers(
            self._package.xml(linked.get("numbering", "word/numbering.xml")), names
        )
        self._runs = RunReader(names, styles, self._see)
        self._paragraphs = ParagraphReader(names, styles, numbers, self._runs)
        self._reader = TableReader(
            names,
            self._paragraphs,
            self._see,
            self._place,
            self._limits.cells,
            self._limits.columns,
        )

    def _see(self, rule: str, quote: str) -> None:
        self._noticed.see(rule, self._place(), quote)

    def _place(self) -> Source:
        return Source(self._name, page=self._runs.page_breaks + 1 if self._paged else None)

    def contents(self) -> Contents:
        """All blocks and findings."""
        blocks: list[Block] = []
        try:
            for element in self._body():
                blocks.extend(self._blocks(element, 0))
                if self._is_full(blocks):
                    break
        except etree.XMLSyntaxError as error:
            if not blocks:
                raise broken(self._name) from error
            self._findings.append(damaged(self._place(), "its text breaks off"))
        if not blocks and not self._findings:
            raise UnreadableFile(
                f"“{self._name}” is a Word document without text.",
                "Choose the file that holds the plan; words inside pictures cannot be read.",
            )
        self._look_around()
        return Contents(tuple(blocks), (*self._findings, *self._noticed.findings(NOTICES)))

    def _is_full(self, blocks: list[Block]) -> bool:
        """Whether a limit is reached; says so."""
        limits = self._limits
        if self._reader.cells_left < 0:
            self._findings.append(cut_off(self._place(), f"{limits.cells:,} table cells"))
        elif len(blocks) > limits.blocks:
            del blocks[limits.blocks :]
            what = f"{limits.blocks:,} paragraphs and tables"
            self._findings.append(cut_off(blocks[-1].source, what))
        else:
            return False
        return True

    def _body(self) -> Iterator[etree._Element]:
        """The direct children of the body, each freed once the next is asked for."""
        body_tag = self._names["body"]
        context = etree.iterparse(
            BytesIO(self._xml),
            events=("start", "end"),
            tag=(body_tag, *self._names.all("p", "tbl", "sdt", "customXml", "altChunk", "ins")),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        body: etree._Element | None = None
        for event, element in context:
            if event == "start":
                body = element if body is None and element.tag == body_tag else body
            elif body is not None and element.getparent() is body:
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del body[0]

    def _blocks(self, element: etree._Element, depth: int) -> Iterator[Block]:
        names, tag = self._names, element.tag
        if depth > _MAX_DEPTH:
            yield from self._plain_words(element)
            return
        if tag == names["p"]:
            read = self._paragraphs.read(element)
            yield from self._paragraphs.blocks(read, self._place())
            for box in read.boxes:
                yield from self._inside(box, depth)
        elif tag == names["tbl"]:
            yield from self._table(element, depth)
        elif tag == names["sdt"]:
            if not self._is_contents_list(element):
                yield from self._inside(element.find(names["sdtContent"]), depth)
        elif tag in names.all("customXml", "ins", "moveTo"):
            yield from self._inside(element, depth)
        elif tag == names["altChunk"]:
            self._see("linked-content", "")
        elif tag == ALTERNATE:
            yield from self._inside(chosen(element, names), depth)

    def _plain_words(self, element: etree._Element) -> Iterator[Block]:
        text = tidy(words_inside(element, self._names))
        if text:
            self._see("nested-too-deep", text)
            yield Paragraph(text, source=self._place())

    def _inside(self, parent: etree._Element | None, depth: int) -> Iterator[Block]:
        for child in parent if parent is not None else ():
            yield from self._blocks(child, depth + 1)

    def _is_contents_list(self, control: etree._Element) -> bool:
        names = self._names
        gallery = control.find(f"{names['sdtPr']}/{names['docPartObj']}/{names['docPartGallery']}")
        return gallery is not None and gallery.get(names["val"]) == "Table of Contents"

    def _table(self, element: etree._Element, depth: int) -> Iterator[Block]:
        if self._is_layout(element):
            for cell in element.iter(self._names["tc"]):
                if next(cell.iterancestors(self._names["tbl"])) is element:
                    yield from self._inside(cell, depth)
            return
        self._tables += 1
        source = self._place()
        rows = tuple(self._reader.rows(element, self._tables))
        table = table_of(rows, Source(source.file, page=source.page, table=self._tables))
        if table is not None:
            yield from as_blocks(table)

    def _is_layout(self, element: etree._Element) -> bool:
        """Whether a table of one or two columns only arranges other tables on the page."""
        names = self._names
        grid = element.find(names["tblGrid"])
        columns = len(grid) if grid is not None else 1
        inner = [
            table
            for table in element.iterfind(f"{names['tr']}/{names['tc']}/{names['tbl']}")
            if len(table.findall(names["tr"])) > 1
            and len(table.find(names["tblGrid"]) or ()) > columns
        ]
        return bool(inner)

    def _look_around(self) -> None:
        """Notice what stands beside the body: macros, and parts that break off."""
        for path in self._package.damaged_parts:
            self._findings.append(damaged(Source(self._name), f"its part “{path}” breaks off"))
        if any(path.casefold().endswith("vbaproject.bin") for path in self._package.paths()):
            self._noticed.see("macros-ignored", Source(self._name))
