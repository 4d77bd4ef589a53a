"""Walks the tables of a document: headers found and remembered, rows handed on, the rest returned."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from oneplan.exchange.plan_readers.blocks import Row, Table
from oneplan.exchange.plan_readers.formats.noticed import Noticed
from oneplan.exchange.plan_readers.tables.categories import category_heading
from oneplan.exchange.plan_readers.tables.columns import holds_actions, map_by_cells, map_columns
from oneplan.exchange.plan_readers.tables.gathered import GatheredAction, Slots
from oneplan.exchange.plan_readers.tables.header_cells import read_header
from oneplan.exchange.plan_readers.tables.headers import Header, header_at
from oneplan.exchange.plan_readers.tables.left_out import NOTICES
from oneplan.exchange.plan_readers.tables.roles import ColumnMapping, Role
from oneplan.exchange.plan_readers.tables.rows import LeftOutRow, LoneRow, OrphanRow, RowReader
from oneplan.exchange.plan_readers.tables.sideways import upright
from oneplan.exchange.plan_readers.tables.spare_columns import SpareColumns
from oneplan.vocabulary.findings import Finding

_HEADER_WITHIN = 4
_STANDS_IN: frozenset[Role] = frozenset({"area", "recommendation"})


@dataclass(frozen=True, slots=True)
class OtherRows:
    """Rows under a header, or a whole table, that list no actions."""

    rows: tuple[Row, ...]
    mapping: ColumnMapping | None
    whole: bool


TableEvent = GatheredAction | LoneRow | OtherRows


class TableReader:
    """Takes the tables of a document in order.

    ``mappings`` reports the columns of every different header.
    """

    def __init__(self, caller: Mapping[str, Role], is_heading: Callable[[str], bool]) -> None:
        self.mappings: list[ColumnMapping] = []
        self._findings: list[Finding] = []
        self._spare = SpareColumns()
        self._left_out = Noticed()
        self.actions = 0
        self._caller = caller
        self._rows = RowReader(is_heading)
        self._known: dict[tuple[str, ...], Slots] = {}
        self._slots: Slots | None = None
        self._width = 0
        self._answers = False

    @property
    def findings(self) -> list[Finding]:
        """What was not understood, or has no place in a plan."""
        return [*self._findings, *self._left_out.findings(NOTICES), *self._spare.findings()]

    def new_section(self) -> None:
        """A heading of the plan came: what follows continues no action."""
        self._rows.new_section()

    def takes_category(self, text: str) -> bool:
        """Whether a line between tables is a heading such as "Actions to narrow the gap"."""
        category = category_heading(text)
        if category is not None:
            self._rows.begin_category(category)
        return category is not None

    def end_of_tables(self) -> None:
        """Text came that no table goes on after: a table without a header is a new one."""
        self._slots = None

    def lists_actions(self, table: Table) -> bool:
        """Whether a table begins with the header of an action table, or goes on from one."""
        for at in range(min(_HEADER_WITHIN, len(table.rows))):
            header = header_at(table.rows, at, table.columns, self._caller, first=True)
            roles = {column.reading.role for column in header.columns} if header else set()
            if "action" in roles and len(roles - {None}) > 2:
                return True
        return self._slots is not None and table.columns == self._width

    def read(self, table: Table) -> Iterator[TableEvent]:
        """The actions, headings and other rows of a table in order."""
        table = upright(table)
        headers = self._headers(table)
        first = next(iter(headers), None)
        before = table.rows[:first] if first is not None else table.rows
        yield from self._read_without_header(table, before, whole=first is None)
        starts = [*headers, len(table.rows)]
        for number, at in enumerate(headers):
            header = headers[at]
            body = table.rows[at + header.rows : starts[number + 1]]
            yield from self._read_under(header, body, table, whole=len(headers) == 1 and not at)

    def _headers(self, table: Table) -> dict[int, Header]:
        found: dict[int, Header] = {}
        at = 0
        while at < len(table.rows):
            header = header_at(table.rows, at, table.columns, self._caller, first=not found)
            if header is not None:
                found[at] = header
            at += header.rows if header is not None else 1
        return found

    def _read_under(
        self, header: Header, body: Sequence[Row], table: Table, *, whole: bool
    ) -> Iterator[TableEvent]:
        slots = self._known.get(header.signature)
        if slots is None:
            source = body[0].source if body else table.source
            slots = Slots.of(map_columns(header, body, self._caller, source))
            self._known[header.signature] = slots
            if holds_actions(slots.mapping):
                self._report(slots.mapping)
        if not holds_actions(slots.mapping):
            yield OtherRows(table.rows if whole else tuple(body), slots.mapping, whole)
            return
        self._slots, self._width = slots, table.columns
        self._answers = _lists_what_to_improve(slots.mapping)
        yield from self._read_rows(body, slots, after_break=table.may_go_on)

    def _read_without_header(
        self, table: Table, rows: Sequence[Row], *, whole: bool
    ) -> Iterator[TableEvent]:
        if not rows:
            return
        if self._slots is not None and table.columns == self._width:
            yield from self._read_rows(rows, self._slots, after_break=table.may_go_on)
        elif whole and self._guess(table):
            yield from self._read_rows(rows, self._slots, after_break=False)
        elif whole:
            yield OtherRows(tuple(rows), None, whole)
        else:
            yield from self._preamble(rows)

    def _guess(self, table: Table) -> bool:
        """Whether the cells alone show an action table; its columns are then remembered."""
        if table.columns < 3 or len(table.rows) < 2:
            return False
        mapping = map_by_cells(table.rows, table.columns, table.source)
        guessed = sum(known.role is not None for known in mapping.columns)
        if not holds_actions(mapping) or guessed < 3:
            return False
        self._slots, self._width, self._answers = Slots.of(mapping), table.columns, False
        self._report(mapping)
        self._findings.append(
            Finding(
                rule="table-without-header",
                severity="warning",
                message="This table has no header row; its columns were guessed from what they hold.",
                fix="Give the table a header row, or check the columns that were guessed.",
                source=table.source,
            )
        )
        return True

    def _read_rows(
        self, rows: Sequence[Row], slots: Slots | None, *, after_break: bool
    ) -> Iterator[TableEvent]:
        if slots is None:
            return
        self._spare.take(rows, slots.mapping)
        for row in rows:
            for event in self._rows.read(row, slots, after_break=after_break):
                if isinstance(event, OrphanRow):
                    self._orphan(event.row)
                    continue
                if isinstance(event, LeftOutRow):
                    self._left_out.see(event.why, event.row.source, _words(event.row))
                    continue
                if isinstance(event, GatheredAction):
                    self.actions += 1
                    event.answers = self._answers
                yield event
            if not row.empty:
                after_break = False

    def _preamble(self, rows: Sequence[Row]) -> Iterator[TableEvent]:
        """Rows above the header of a sheet: titles and remarks, one text a row."""
        for row in rows:
            for cell in row.cells:
                if cell.lines:
                    yield LoneRow(cell, row.source)

    def _orphan(self, row: Row) -> None:
        self._findings.append(
            Finding(
                rule="row-not-understood",
                severity="warning",
                message="This row names no action and there is none above it that it could belong to.",
                quotes=(_words(row)[:300],),
                fix="Check the row in the source; what it says is not in the plan.",
                source=row.source,
            )
        )

    def _report(self, mapping: ColumnMapping) -> None:
        self.mappings.append(mapping)
        self._spare.note(mapping)


def _words(row: Row) -> str:
    return " ".join(cell.text for cell in row.cells if cell.lines)


def _lists_what_to_improve(mapping: ColumnMapping) -> bool:
    """Whether the actions stand under a header such as "Area for improvement" or "Recommendation"."""
    if mapping.has("recommendation"):
        return True
    headers = [known.header for known in mapping.columns if known.role == "action"]
    return any(read_header(header).role in _STANDS_IN for header in headers)
