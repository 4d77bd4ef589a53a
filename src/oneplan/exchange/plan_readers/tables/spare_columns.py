"""Columns that the plan document has no place for: what they hold is told in a finding, not lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from oneplan.exchange.plan_readers.blocks import Row
from oneplan.exchange.plan_readers.tables.header_cells import is_calendar
from oneplan.exchange.plan_readers.tables.roles import ColumnMapping, MappedColumn, Role
from oneplan.vocabulary.findings import Finding, Source

_LONGEST_MARK = 3
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
        """One finding a column, quoting its header and each different cell; one for a time line."""
        found = []
        for columns in self._spare.values():
            line = [known for known in columns if is_calendar(known.column.header)]
            marks = {text for known in line for text in known.texts}
            if len(line) > 3 and all(len(text) <= _LONGEST_MARK for text in marks):
                found.append(_time_line(line))
            else:
                line = []
            found += [
                _left_out(known)
                for known in columns
                if known not in line and (known.column.header or known.texts)
            ]
        return found


def _is_spare(known: MappedColumn) -> bool:
    return known.role is None or (known.role in _NO_PLACE and not known.set_by_caller)


def _time_line(line: Sequence[_Spare]) -> Finding:
    first, last = line[0].column.header, line[-1].column.header
    return Finding(
        rule="column-left-out",
        severity="info",
        message=f"The time line in columns “{first}” to “{last}” has no place in the plan document and is left out.",
        quotes=(first, last),
        fix="Give each action a date in a column of its own, if the time line alone says when.",
        source=line[0].source,
    )


def _cure(role: Role | None) -> str:
    if role is None:
        return "Say what the column holds when reading the file again, or rename it in the source."
    if role == "start":
        return "The plan says by when; write the start into the action's words where it matters."
    return "Progress belongs in the reviews of the plan. Say so if the column holds something else."


def _left_out(known: _Spare) -> Finding:
    header = known.column.header or f"number {known.column.column}, without a header"
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
        fix=_cure(known.column.role),
        source=known.source,
    )
