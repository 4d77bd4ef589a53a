"""From blocks to the parts of an action plan: headings, indicators, remarks and the tables between them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from oneplan.document.phrases.indicators import find_codes, read_indicator
from oneplan.document.phrases.measures import read_measure
from oneplan.document.schema import Statement
from oneplan.exchange.plan_readers.between_tables import (
    announces_answers,
    begins_a_glossary,
    indicators_follow,
    is_generic,
    kind_of_remark,
    may_head,
    names_the_plan,
    places_listed,
)
from oneplan.exchange.plan_readers.blocks import (
    Block,
    Heading,
    ListItem,
    Paragraph,
    Row,
    SourceDocument,
    Table,
)
from oneplan.exchange.plan_readers.composed import Composed
from oneplan.exchange.plan_readers.drafts import Draft, DraftTree
from oneplan.exchange.plan_readers.elements import Known, elements_of
from oneplan.exchange.plan_readers.front_list import FrontLine, match_front_list
from oneplan.exchange.plan_readers.headings import (
    HeadingWords,
    labels_of,
    read_heading,
    take_apart,
)
from oneplan.exchange.plan_readers.narrative.glossary import looks_like_glossary, read_glossary
from oneplan.exchange.plan_readers.placing import Placing
from oneplan.exchange.plan_readers.printed_lines import lines_of, proper_names
from oneplan.exchange.plan_readers.sheets_beside import sheets_beside
from oneplan.exchange.plan_readers.tables.gathered import GatheredAction
from oneplan.exchange.plan_readers.tables.other_tables import measures_of_rows, texts_of_row
from oneplan.exchange.plan_readers.tables.roles import Role
from oneplan.exchange.plan_readers.tables.rows import LoneRow
from oneplan.exchange.plan_readers.tables.table_reader import OtherRows, TableReader
from oneplan.vocabulary.findings import Source

_NUMBERED_TABLE = re.compile(r"^table\s+\w+\s*[:.–-]?\s*", re.IGNORECASE)
_LIST_MARK = re.compile(r"^\s*(?:[-–•*▪●]|\d{1,2}[.)])\s+")


def compose(document: SourceDocument, caller: Mapping[str, Role]) -> Composed:
    """The parts and actions of a document that holds action tables.

    ``caller`` gives roles by the plain words of a header. Where no table lists actions the result
    has ``actions`` 0.
    """
    return _Composer(document, caller).run()


class _Composer:
    def __init__(self, document: SourceDocument, caller: Mapping[str, Role]) -> None:
        self._document = document
        lines = lines_of(document)
        self._proper = proper_names(lines)
        self._labels = labels_of(lines)
        self._tree = DraftTree()
        self._tables = TableReader(caller, self._is_heading)
        self._placing = Placing(self._tree)
        self._result = Composed()
        self._front: list[FrontLine] = []
        self._listing = False
        self._sheets = len({table.source.sheet for table in document.tables()} - {None})
        self._headed_sheets: set[str | None] = set()
        self._sheets_beside = sheets_beside(document, self._tables.lists_actions)
        self._sheet: str | None = None

    def run(self) -> Composed:
        """Walk all blocks and give what they hold."""
        for number, block in enumerate(self._document.blocks):
            self._tree.block = number
            if block.source.sheet != self._sheet:
                self._turn_to(block.source.sheet)
            if self._sheet in self._sheets_beside:
                self._beside(block)
                continue
            match block:
                case Heading():
                    self._heading(block)
                case Paragraph():
                    self._paragraph(block.text, block.source, bold=block.bold)
                case ListItem():
                    self._item(block)
                case Table():
                    self._table(block)
        match_front_list(self._front, self._tree)
        result = self._result
        meanings = {term.term: term.meaning for term in result.glossary}
        result.elements = elements_of(self._tree, self._placing, Known(meanings, self._proper))
        result.statements.extend(self._tree.root.statements)
        result.mappings, result.actions = self._tables.mappings, self._tables.actions
        result.findings = self._tables.findings
        return result

    def _is_heading(self, text: str) -> bool:
        return read_heading(text, self._labels) is not None or indicators_follow(text) is not None

    # Sheets beside the plan

    def _turn_to(self, sheet: str | None) -> None:
        """What stands on a sheet beside the plan belongs to none of its parts."""
        self._sheet = sheet
        if sheet in self._sheets_beside:
            self._leave_the_plan()

    def _beside(self, block: Block) -> None:
        if not isinstance(block, Table):
            self._remark(block.text, block.source)
        elif looks_like_glossary(block):
            self._result.glossary.extend(read_glossary(block))
        else:
            self._remarks(block.rows)

    # Headings

    def _heading(self, block: Heading) -> None:
        if self._announces_a_list(block.text, block.source) or self._ends_the_plan(block.text):
            return
        if is_generic(block.text):
            self._tree.leave(block.level)
            return
        if self._tables.takes_category(block.text):
            return
        words = take_apart(block.text, self._labels)
        self._open(words, block.source, block.level)

    def _open(self, words: HeadingWords, source: Source, depth: int | None = None) -> Draft:
        self._listing = False
        self._headed_sheets.add(source.sheet)
        self._tables.new_section()
        level = words.level_name or (
            f"style{depth}" if depth else "capitals" if words.capitals else "bold"
        )
        draft = self._tree.open(words, level, source, depth)
        self._placing.opened(draft)
        return draft

    def _ends_the_plan(self, text: str) -> bool:
        """Whether a line begins the glossary, which belongs to no part of the plan."""
        if not begins_a_glossary(text):
            return False
        self._leave_the_plan()
        return True

    def _leave_the_plan(self) -> None:
        self._tree.close_all()
        self._placing.closed()
        self._tables.new_section()
        self._tables.end_of_tables()
        self._listing = False

    # Lines

    def _paragraph(self, text: str, source: Source, *, bold: bool) -> None:
        if self._announces_a_list(text, source) or self._ends_the_plan(text):
            return
        words = read_heading(text, self._labels)
        numbered = words is not None and words.code is not None
        inside = self._tree.current is not self._tree.root
        if inside and not numbered and self._tables.takes_category(text):
            return
        if words is None and bold and may_head(text):
            words = take_apart(text, self._labels)
        if words is not None and not is_generic(text):
            self._open(words, source)
            return
        if self._listing and (find_codes(text) or _LIST_MARK.match(text)):
            self._indicator(_LIST_MARK.sub("", text), source)
            return
        self._listing = False
        if not is_generic(text):
            self._remark(text, source)

    def _item(self, block: ListItem) -> None:
        if self._listing:
            self._indicator(block.text, block.source)
            return
        words = read_heading(block.text, self._labels)
        if words is not None and words.label and self._tree.current is not self._tree.root:
            self._open(words, block.source)
            return
        self._remark(block.text, block.source, marker=block.marker)

    def _announces_a_list(self, text: str, source: Source) -> bool:
        rest = indicators_follow(text)
        if rest is None or self._tree.current is self._tree.root:
            return False
        self._listing = True
        self._tables.new_section()
        if rest:
            self._indicator(rest, source)
        return True

    def _indicator(self, text: str, source: Source) -> None:
        target = self._placing.target()
        measure = None if find_codes(text) else read_measure(text, source=source)
        if measure is not None and measure.kind == "quantified":
            target.measures.append(measure)
            return
        indicator = read_indicator(text)
        indicator.source = source
        target.indicators.append(indicator)

    def _remark(self, text: str, source: Source, marker: str = "") -> None:
        self._result.places.extend(places_listed(text))
        statement = Statement(kind=kind_of_remark(text), text=text, source=source)
        if self._tree.current is self._tree.root:
            if not self._tables.actions:
                self._front.append(FrontLine(text, marker, source))
            self._result.statements.append(statement)
            return
        if announces_answers(text):
            self._tables.new_section()
        self._placing.remark(text)
        self._placing.target().statements.append(statement)

    # Tables

    def _table(self, table: Table) -> None:
        if looks_like_glossary(table) and not self._tables.lists_actions(table):
            self._result.glossary.extend(read_glossary(table))
            return
        self._listing = False
        if self._sheets > 1:
            self._open_sheet(table)
        elif table.title and table.source.sheet is None:
            self._open_caption(table, table.title)
        for event in self._tables.read(table):
            match event:
                case GatheredAction():
                    if self._tables.actions == 1:
                        self._result.begins_at = self._begins_at()
                    self._placing.place(event)
                case LoneRow():
                    self._lone_row(event)
                case OtherRows():
                    self._other_rows(event)

    def _begins_at(self) -> int:
        """The block that begins the outermost open part, the plan's title not being one."""
        current = self._tree.current
        chain = [current, *current.ancestors()][:-1]
        while chain and not chain[-1].heading.label and names_the_plan(chain[-1].heading.title):
            chain.pop()
        return chain[-1].block if chain else self._tree.block

    def _open_sheet(self, table: Table) -> None:
        """A sheet of its own is a part of the plan where its name says which."""
        name = table.title or table.source.sheet or ""
        if not name or is_generic(name) or table.source.sheet in self._headed_sheets:
            return
        self._tree.close_all()
        self._open(take_apart(name, self._labels), table.source, depth=0)

    def _open_caption(self, table: Table, caption: str) -> None:
        """A caption that reads as a heading names the part of the plan that the table is of."""
        text = _NUMBERED_TABLE.sub("", caption).strip()
        words = read_heading(text, self._labels)
        if words is not None and self._tables.lists_actions(table):
            self._open(words, table.source)
        elif text and not is_generic(text):
            self._remark(text, table.source)

    def _lone_row(self, row: LoneRow) -> None:
        text = row.cell.text
        first = row.cell.lines[0]
        source = row.cell.source if row.cell.source != Source() else row.source
        marked = first.bold == first.text or row.cell.spans > 1
        if self._listing and (first.bullet or not self._is_heading(text)):
            self._indicator(text, source)
            return
        self._paragraph(text, source, bold=marked)

    def _other_rows(self, rows: OtherRows) -> None:
        measures = measures_of_rows(rows.rows, rows.mapping) if rows.mapping else []
        if measures:
            self._placing.target().measures.extend(measures)
            return
        self._remarks(rows.rows)

    def _remarks(self, rows: Sequence[Row]) -> None:
        for row in rows:
            for text, source in texts_of_row(row):
                self._remark(text, source)
