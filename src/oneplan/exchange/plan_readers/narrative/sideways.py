"""Elements side by side: a column each, the cues of the rows in the first column."""

from __future__ import annotations

from collections.abc import Sequence

from oneplan.document.phrases.measures import read_measure
from oneplan.document.schema import Element, StatementKind
from oneplan.exchange.plan_readers.blocks import Cell, Row, Table
from oneplan.exchange.plan_readers.narrative.columns import Side, filled, sides, units_of_cell
from oneplan.exchange.plan_readers.narrative.cues import Role, heading_cue
from oneplan.exchange.plan_readers.narrative.joining import hangs, text_continues
from oneplan.exchange.plan_readers.narrative.outline import Outline
from oneplan.exchange.plan_readers.narrative.unit import Unit, clean

_REMARK = 5


class Sideways:
    """A table whose columns are outcomes or priorities, over page breaks too."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._sides: list[Side] = []
        self._width = 0
        self._role: Role | None = None

    def goes_on(self, table: Table, rows: Sequence[Row]) -> bool:
        """Whether the table goes on with the columns of the one before: as wide, its first head empty."""
        return (
            bool(self._sides) and table.columns == self._width and not clean(rows[0].cells[0].text)
        )

    def begin(self, rows: Sequence[Row], width: int) -> bool:
        """Read a table's rows; False where no row names the elements side by side."""
        cues = [heading_cue(clean(row.cells[0].text)) for row in rows]
        found, naming = sides(rows, cues)
        if naming is None or not found:
            return False
        self._sides, self._width, self._role = found, width, None
        remark = _remark(clean(rows[naming].cells[0].text))
        if remark:
            self._outline.state("context", remark, rows[naming].cells[0].source)
        for side in found:
            self._outline.attach(side.element)
        self.read([row for at, row in enumerate(rows) if at != naming])
        return True

    def read(self, rows: Sequence[Row]) -> None:
        """Read rows under the columns; a row with an empty head goes on with the role above it."""
        for row in rows:
            head = clean(row.cells[0].text)
            if head:
                cue = heading_cue(head)
                self._role = cue.role if cue else "context"
            others = [cell for cell in filled(row) if cell.column > 1]
            if len(others) == 1 and len(self._sides) > 1:
                self._for_all(others[0])
                continue
            for cell in others:
                self._fill(cell, goes_on=not head)

    def _for_all(self, cell: Cell) -> None:
        """A cell that stands for all columns speaks for the plan."""
        kind: StatementKind = "vision" if self._role is None else "context"
        if self._role in ("measures", "success"):
            kind = "success"
        for unit in units_of_cell(cell):
            self._outline.state(kind, unit.text, unit.source)

    def _fill(self, cell: Cell, *, goes_on: bool) -> None:
        side = next((side for side in self._sides if side.column == cell.column), None)
        if side is None or self._role is None:
            for unit in units_of_cell(cell):
                self._outline.state("context", unit.text, unit.source)
            return
        role = "members" if self._role == "lead" else self._role
        with self._outline.within(side.element):
            for number, unit in enumerate(units_of_cell(cell)):
                if not (number == 0 and goes_on and _joined(side.element, role, unit)):
                    self._outline.add(role, unit.text, unit.source)


def _remark(head: str) -> str:
    """What a row's head says beyond its name ("Outcomes – these depend on one another"), else ""."""
    _, dash, rest = head.replace(" – ", " - ").partition(" - ")
    return rest if dash and len(rest.split()) >= _REMARK else ""


def _joined(element: Element, role: Role, unit: Unit) -> bool:
    """Whether the first line under a page break was joined to the last measure above it."""
    last = element.measures[-1] if element.measures else None
    if role != "measures" or last is None:
        return False
    if not (unit.text[:1].islower() or text_continues(last.text, unit.text) or hangs(last.text)):
        return False
    element.measures[-1] = read_measure(f"{last.text} {unit.text}", last.source)
    return True
