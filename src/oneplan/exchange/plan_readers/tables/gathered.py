"""What the rows of a table say, gathered before anyone reads the cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from oneplan.document.phrases.items import split_items
from oneplan.document.schema import ActionCategory
from oneplan.exchange.plan_readers.blocks import Cell, Line, Row
from oneplan.exchange.plan_readers.tables.flow import join_onto, put_together
from oneplan.exchange.plan_readers.tables.linked_names import whole_tier
from oneplan.exchange.plan_readers.tables.roles import ColumnMapping, Role
from oneplan.vocabulary.findings import Source

Slot = tuple[Role, int]
"""A role and, where several columns share it, which of them, from 0."""

Tier = list[Line]
"""The lines that one row of the table gives to a cell."""

_LINKS: frozenset[Role] = frozenset({"strategies_and_groups", "strategies", "groups"})
OWN_OF_A_MEASURE: frozenset[Role] = frozenset({"measures", "indicator", "baseline", "target"})
"""Roles whose cells in one row are of one measure."""
_EMPTY = "–"
_NAMES: frozenset[Role] = _LINKS | {"partners_and_leads", "partners", "leads"}


@dataclass(frozen=True, slots=True)
class Slots:
    """The slots of a table's columns, with the header that each column has."""

    mapping: ColumnMapping
    by_column: dict[int, Slot]
    headers: dict[Slot, str]

    @classmethod
    def of(cls, mapping: ColumnMapping) -> Slots:
        """The slots for a mapping, columns that share a role being numbered from the left."""
        seen: Counter[Role] = Counter()
        by_column: dict[int, Slot] = {}
        headers: dict[Slot, str] = {}
        for known in mapping.columns:
            if known.role is None or known.role == "ignore":
                continue
            slot = (known.role, seen[known.role])
            seen[known.role] += 1
            by_column[known.column] = slot
            headers[slot] = known.header
        return cls(mapping, by_column, headers)

    def filled(self, row: Row) -> list[tuple[Slot, Cell]]:
        """The filled cells of a row with their slots; cells of unknown columns are left out."""
        return [
            (self.by_column[cell.column], cell)
            for cell in row.cells
            if cell.lines and cell.column in self.by_column
        ]

    def cell(self, row: Row, role: Role) -> Cell | None:
        """The first cell of a role in a row, empty or not."""
        return next(
            (cell for cell in row.cells if self.by_column.get(cell.column) == (role, 0)), None
        )


def holds_names_only(slots: Iterable[Slot]) -> bool:
    """Whether a row fills only cells of people and links, or of money beside them."""
    return all(role in _NAMES or role == "funding" for role, _ in slots)


@dataclass(slots=True)
class GatheredAction:
    """An action's cells, put together from all its rows.

    ``elements`` are the parts of the plan that columns of the table name; ``answers`` says that the
    table is a list of recommendations and what is done about them, ``report`` where they stand.
    """

    source: Source
    ref: str | None
    headers: dict[Slot, str]
    category: ActionCategory = "core"
    answers: bool = False
    report: str | None = None
    cells: dict[Slot, list[Tier]] = field(default_factory=dict)
    sources: dict[Slot, Source] = field(default_factory=dict)
    elements: dict[Role, str] = field(default_factory=dict)

    def add(self, slot: Slot, cell: Cell, *, after_break: bool, second_row: bool = False) -> None:
        """Add a cell of a further row: the rest of the cell above, or a second tier of it.

        ``second_row`` says that the row holds names only, as rows with the lead officer do.
        """
        lines = _divided(cell.lines) if slot[0] == "measures" else list(cell.lines)
        tiers = self.cells.setdefault(slot, [])
        self.sources.setdefault(slot, cell.source)
        if not tiers or (slot[0] == "funding" and not after_break):
            tiers.append(lines)
        elif slot[0] not in _NAMES:
            join_onto(tiers[-1], lines, after_break=after_break)
        elif [line.text for line in tiers[-1]] == [line.text for line in lines]:
            # Plans printed once more in the row of the groups stand among the groups.
            among_groups = second_row and slot[0] in _LINKS and len(tiers) == 1
            if among_groups and not (after_break or cell.covered):
                tiers.append(lines)
        else:
            whole = not after_break or whole_tier(
                tiers[-1][-1].text,
                lines[0].text,
                len(tiers),
                links=slot[0] in _LINKS,
                second_row=second_row,
            )
            if whole:
                tiers.append(lines)
            else:
                _join_names(tiers[-1], lines)

    def add_measure_row(self, row: Row, slots: Slots) -> None:
        """Add a row's measure with its own baseline and targets, an empty cell keeping its place.

        Several lines of a cell that stand beside as many figures are left to be told apart later.
        """
        for cell in row.cells:
            slot = slots.by_column.get(cell.column)
            if slot is None or slot[0] not in OWN_OF_A_MEASURE:
                continue
            lines = _divided(cell.lines) if slot[0] == "measures" else list(cell.lines)
            tiers = self.cells.setdefault(slot, [[]])
            self.sources.setdefault(slot, cell.source)
            tiers[-1].extend(lines or [Line(_EMPTY)])

    def ending(self, *roles: Role) -> str:
        """The last line that the first of these roles to hold any has, "" where none does."""
        for role in roles:
            tiers = self.cells.get((role, 0))
            if tiers:
                return tiers[-1][-1].text
        return ""

    def lines(self, *roles: Role) -> list[Line]:
        """All lines of these roles in column order."""
        return [
            line
            for slot in sorted(self.cells, key=lambda slot: slot[1])
            if slot[0] in roles
            for tier in self.cells[slot]
            for line in tier
        ]

    def tiers(self, role: Role) -> list[Tier]:
        """The tiers of a role's cells."""
        return [
            tier
            for slot in sorted(self.cells, key=lambda slot: slot[1])
            if slot[0] == role
            for tier in self.cells[slot]
        ]

    def text(self, *roles: Role) -> str:
        """The lines of these roles as one text."""
        return " ".join(line.text for line in self.lines(*roles))

    def slots(self, role: Role) -> list[Slot]:
        """The slots of a role that hold anything, in column order."""
        return sorted((slot for slot in self.cells if slot[0] == role), key=lambda slot: slot[1])


def _divided(lines: Sequence[Line]) -> Tier:
    """The lines of a cell, a list that lost the bullets of its items being divided again."""
    bullets = [line for line in lines if line.bullet]
    if len(bullets) != 1:
        return list(lines)
    return [
        part
        for line in lines
        for part in (
            [Line(item, True, line.level) for item in split_items(line.text)]
            if line.bullet
            else [line]
        )
    ]


def _join_names(before: Tier, after: Tier) -> None:
    """Add names to names, the last and the first of them being one that a page break cut."""
    last = before[-1]
    before[-1] = Line(put_together(last.text, after[0].text), last.bullet, last.level)
    before.extend(after[1:])
