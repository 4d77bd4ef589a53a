"""Parallel columns: outcome measures on the left, action priorities on the right, and the like."""

from __future__ import annotations

from collections.abc import Sequence

from oneplan.document.phrases.items import split_items
from oneplan.document.schema import Element, ElementKind
from oneplan.exchange.plan_readers.blocks import Cell, Row
from oneplan.exchange.plan_readers.narrative.columns import filled, header_cues, units_of_cell
from oneplan.exchange.plan_readers.narrative.cues import (
    CONTAINERS,
    Cue,
    Role,
    heading_cue,
    run_in_cue,
)
from oneplan.exchange.plan_readers.narrative.labels import kind_of_container, names_group, titled
from oneplan.exchange.plan_readers.narrative.outline import CHILD, GROUP, Outline
from oneplan.exchange.plan_readers.narrative.unit import Unit, clean

_SIDE_BY_SIDE: frozenset[Role] = frozenset(
    ("measures", "actions", "activity", "success", "evidence", "focus")
)
_LONGEST_TITLE = 25


class ParallelColumns:
    """Columns under a header of cues, which go on over page breaks without a header."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._columns: dict[int, Cue] = {}
        self._width = 0
        self._seen: list[Role] = []
        self._owner: Element | None = None

    def remember(self, role: Role) -> None:
        """Note a role announced by a heading: the columns came one after another before the table."""
        self._start_afresh_under_another_aim()
        if role in _SIDE_BY_SIDE and role not in self._seen:
            self._seen.append(role)

    def goes_on(self, width: int) -> bool:
        """Whether a table without a header goes on with the columns of the open element."""
        self._start_afresh_under_another_aim()
        if self._outline.aim is None:
            return False
        if self._columns:
            return width == self._width
        return width == 2 and len(self._seen) >= 2

    def _start_afresh_under_another_aim(self) -> None:
        owner = self._outline.outer_aim
        if owner is not self._owner:
            self._owner, self._columns, self._seen = owner, {}, []

    def read(self, rows: Sequence[Row], width: int, *, headed: bool) -> None:
        """Read the rows; what stands above the header is the title and description of the element."""
        if not headed and not self._columns:
            self._columns = {
                at: Cue(role, role) for at, role in enumerate(self._seen[-2:], start=1)
            }
        self._width = width
        above = headed
        for row in rows:
            cues = header_cues(row)
            if cues:
                self._columns = {cue.column: cue.cue for cue in cues}
                above = False
            elif above:
                self._above_header(row)
            else:
                self._row(row)
        self._owner = self._outline.outer_aim
        if self._columns:
            self._outline.role = self._columns[max(self._columns)].role

    def _above_header(self, row: Row) -> None:
        for cell in filled(row):
            for unit in units_of_cell(cell):
                cue = run_in_cue(unit.text)
                if cue:
                    self._outline.add(cue.role, cue.rest, unit.source)
                elif unit.words <= _LONGEST_TITLE and not unit.text.endswith("."):
                    kind: ElementKind = "partnership" if names_group(unit.text) else "priority"
                    self._outline.close(CHILD)
                    self._outline.open(titled(unit.text, kind, None, unit.source), CHILD)
                else:
                    self._outline.add("context", unit.text, unit.source)

    def _row(self, row: Row) -> None:
        for cell in filled(row):
            cue = self._columns.get(cell.column)
            units = list(units_of_cell(cell))
            if cue is None:
                for unit in units:
                    self._outline.add("context", unit.text, unit.source)
            elif cue.role in CONTAINERS or cue.role == "said":
                self._open_from(cue, cell)
            elif self._belongs_to_the_aim(cue):
                with self._outline.within_aim():
                    self._fill(cue.role, units)
            else:
                self._fill(cue.role, units)

    def _belongs_to_the_aim(self, cue: Cue) -> bool:
        """Whether what will be done stands beside a thing said, and is done for the whole outcome."""
        beside_said = any(known.role == "said" for known in self._columns.values())
        return beside_said and cue.role in ("activity", "actions", "measures", "success")

    def _open_from(self, cue: Cue, cell: Cell) -> None:
        """Open the element that a cell names: an outcome or priority, or a thing said."""
        title, outline = clean(cell.text), self._outline
        if cue.role == "said":
            section = Element(kind="section", label=cue.label, title=title, source=cell.source)
            outline.open(section, outline.said_depth)
            outline.state("said", title, cell.source)
        else:
            kind, label = kind_of_container(cue.label)
            outline.open(titled(title, kind, label, cell.source), CHILD)

    def _fill(self, role: Role, units: Sequence[Unit]) -> None:
        """Add the lines of a cell in a role; a bold first line is a group of its own."""
        outline = self._outline
        for number, unit in enumerate(units):
            if number == 0 and _is_group(unit):
                self._open_group(unit)
                continue
            if number == 0 and unit.kind == "text" and unit.text[:1].islower():
                outline.reopen(role)
            for text in _items(role, unit):
                outline.add(role, text, unit.source)

    def _open_group(self, unit: Unit) -> None:
        outline = self._outline
        outline.close_inside_aim()
        owner = outline.outer_aim
        under_body = owner is not None and owner.kind == "partnership"
        kind: ElementKind = "outcome" if under_body else "focus_area"
        if names_group(unit.text):
            kind = "workstream"
        title = unit.text.strip(" :")
        outline.open(Element(kind=kind, title=title, source=unit.source), GROUP)


def _is_group(unit: Unit) -> bool:
    return unit.bold and unit.words <= _LONGEST_TITLE and heading_cue(unit.text) is None


def _items(role: Role, unit: Unit) -> list[str]:
    """The measures of a line that lists several, a sentence each; any other line as it is."""
    return split_items(unit.text) if role == "measures" and unit.kind == "text" else [unit.text]
