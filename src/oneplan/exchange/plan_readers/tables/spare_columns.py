"""Columns that the plan document has no place for: what they hold is told in a finding, not lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from oneplan.exchange.plan_readers.blocks import Row
from oneplan.exchange.plan_readers.tables.roles import ColumnMapping, MappedColumn, Role
from oneplan.vocabulary.findings import Finding, Source

_NO_PLACE: frozenset[Role] = frozenset({"progress", "start"})


@dataclass(slots=True)
class _Spare:
    column: MappedColumn
    source: Source
    texts: dict[str, None] = field(default_factory=dict)


class SpareColumns:
    """Keeps what the columns hold that no part of an action takes."""

    def __init__(self) -> None:
        self._spare: dict[int, list[_Spare]] = {}

    def note(self, mapping: ColumnMapping) -> None:
        """Remember the columns of a table that are left out."""
        self._spare[id(mapping)] = [
            _Spare(known, mapping.source) for known in mapping.columns if _is_spare(known)
        ]

    def take(self, rows: Sequence[Row], mapping: ColumnMapping) -> None:
        """Keep what these rows hold in the columns left out."""
        spare = {known.column.column: known for known in self._spare.get(id(mapping), ())}
        if not spare:
            return
        for row in rows:
            for cell in row.cells:
                if cell.lines and cell.column in spare:
                    spare[cell.column].texts[cell.text] = None

    def findings(self) -> list[Finding]:
        """One finding a column, quoting its header and each different cell."""
        return [_left_out(known) for columns in self._spare.values() for known in columns]


def _is_spare(known: MappedColumn) -> bool:
    if not known.header:
        return False
    return known.role is None or (known.role in _NO_PLACE and not known.set_by_caller)


def _left_out(known: _Spare) -> Finding:
    header = known.column.header
    understood = known.column.role is not None
    return Finding(
        rule="column-left-out" if understood else "column-not-recognised",
        severity="info" if understood else "warning",
        message=(
            f"The column “{header}” has no place in the plan document and is left out."
            if understood
            else f"The column “{header}” was not understood and is left out of the plan."
        ),
        quotes=(header, *(text for text in known.texts if text != header)),
        fix=(
            "Progress belongs in the reviews of the plan. Say so if the column holds something else."
            if understood
            else "Say what the column holds when reading the file again, or rename it in the source."
        ),
        source=known.source,
    )
