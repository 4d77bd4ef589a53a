"""A CSV file of counts, a cell a row, as a counted table; and what may be shown as the same file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import pyarrow as pa

from oneplan.evidence.disclosure.cleared import ClearedCell, ClearedTable
from oneplan.evidence.disclosure.counted import (
    CountedCell,
    CountedTable,
    Key,
    Structure,
    Uncleared,
    key_of,
    without,
)
from oneplan.exchange.data_readers.cells import read_cells
from oneplan.exchange.data_readers.counted_columns import (
    Columns,
    columns_of,
    dimension_of,
    everyone_by_sum,
    spans_of_periods,
)
from oneplan.exchange.data_readers.counted_shares import shares_of
from oneplan.exchange.data_readers.dimensions import is_everyone, member_name
from oneplan.vocabulary.findings import Finding, Source

Row = Mapping[str, str]
_MOST_PEOPLE = 10_000_000_000
_SHARE = re.compile(r"%|per ?cent|\bpct\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, repr=False)
class CountedFile(Uncleared):
    """The counted table in a file, which columns are what, and what is doubtful.

    ``shares`` names for columns of percentages the dimension whose everyone they are shares of.
    """

    table: CountedTable
    columns: Columns
    shares: Mapping[str, str]
    findings: tuple[Finding, ...]


def read_counted(
    rows: Sequence[Row],
    title: str,
    *,
    wanted: Columns,
    structure: Structure,
    release: str = "",
    base_public: bool = False,
) -> CountedFile:
    """The counted table that rows hold, a cell a row.

    ``wanted`` names columns that are known beforehand. Members are everyone where the structure or the
    usual words say so, or where one is the sum of all others.

    Raises:
        UnreadableTable: no column holds counts.
    """
    columns = columns_of(rows, wanted)
    structure = _renamed(structure)
    read = _Read(rows, columns, title)
    keys = [
        {d: member_name(d, row[name].strip()) for name, d in columns.dimensions.items()}
        for row in rows
    ]
    counts = read.counts()
    whole = {dimension_of(name): set(members) for name, members in structure.everyone.items()}
    apart = structure.apart | columns.apart
    for name in columns.dimensions.values():
        of = whole.setdefault(name, set())
        if name not in apart and not _has_everyone(name, keys, of):
            found = everyone_by_sum(name, keys, [count.value for count in counts])
            of |= {found} if found else set()
    cells = tuple(
        CountedCell(
            key_of(_named(key, whole, apart)), count.value, base, count.symbol, count.withheld
        )
        for key, count, base in zip(keys, counts, read.bases(), strict=True)
    )
    structure = replace(
        structure,
        spans={**spans_of_periods(keys, apart), **structure.spans},
        apart=apart,
        everyone={name: tuple(sorted(members)) for name, members in whole.items() if members},
    )
    table = CountedTable(title, cells, release, structure, base_public or columns.base_is_public)
    return CountedFile(table, columns, shares_of(rows, columns, cells), tuple(read.findings))


def _renamed(structure: Structure) -> Structure:
    """The structure with its dimensions called as they are in every table."""
    return Structure(
        {dimension_of(name): wholes for name, wholes in structure.parts.items()},
        {dimension_of(name): spans for name, spans in structure.spans.items()},
        frozenset(map(dimension_of, structure.apart)),
        frozenset(map(dimension_of, structure.overlap)),
        {dimension_of(name): members for name, members in structure.everyone.items()},
    )


def _has_everyone(name: str, keys: Iterable[Mapping[str, str]], whole: set[str]) -> bool:
    return any(_is_whole(key[name], whole) for key in keys)


def _is_whole(member: str, whole: set[str]) -> bool:
    return member in whole or is_everyone(member)


def _named(
    key: Mapping[str, str], whole: Mapping[str, set[str]], apart: frozenset[str]
) -> dict[str, str]:
    """The members that are not everyone; of a period an empty cell is no everyone either."""
    return {
        name: member
        for name, member in key.items()
        if (member if name in apart else not _is_whole(member, whole[name]))
    }


@dataclass(frozen=True, slots=True)
class _Count:
    value: int | None
    symbol: str = ""
    withheld: bool = False


def _is_count(value: float) -> bool:
    return 0 <= value <= _MOST_PEOPLE and value == int(value)


class _Read:
    """The figures of the columns, with findings for those that are no counts."""

    def __init__(self, rows: Sequence[Row], columns: Columns, file: str) -> None:
        self._rows = rows
        self._columns = columns
        self._file = file
        self.findings: list[Finding] = []

    def counts(self) -> list[_Count]:
        """The count of every row; one that cannot be read is withheld and told.

        Percentages with their bases can be worked back: without counts they are what is counted.
        """
        shares = self._columns.count is None
        column = self._columns.count or next(n for n in self._columns.figures if _SHARE.search(n))
        texts = [row[column] for row in self._rows]
        cells = read_cells(pa.array(texts, pa.string()))
        values: list[float | None] = cells.value.to_pylist()
        if shares:
            values = [
                None if value is None or base is None else float(round(value * base / 100))
                for value, base in zip(values, self.bases(), strict=True)
            ]
        found = zip(texts, values, cells.status.to_pylist(), strict=True)
        return [
            self._count(place, column, text, value, status)
            for place, (text, value, status) in enumerate(found)
        ]

    def _count(
        self, place: int, column: str, text: str, value: float | None, status: str | None
    ) -> _Count:
        if value is not None and _is_count(value):
            return _Count(int(value))
        if value is None and status is not None and status != "ok":
            return _Count(None, text.strip(), status in ("suppressed", "low"))
        self._tell(place, column, text)
        return _Count(None, "", withheld=True)

    def bases(self) -> list[int | None]:
        """The base of every row, None where there is none."""
        if self._columns.base is None:
            return [None] * len(self._rows)
        cells = read_cells(pa.array([row[self._columns.base] for row in self._rows], pa.string()))
        return [
            int(value) if value is not None and _is_count(value) else None
            for value in cells.value.to_pylist()
        ]

    def _tell(self, place: int, column: str, text: str) -> None:
        self.findings.append(
            Finding(
                rule="count-not-read",
                severity="error",
                message=f"{column} is no whole number of people, nor a symbol; the cell is withheld.",
                quotes=(text.strip(),),
                fix="Correct the cell.",
                source=Source(file=self._file, line=place + 2),
            )
        )


def cleared_rows(
    rows: Sequence[Row], file: CountedFile, cleared: ClearedTable, sign: str
) -> list[dict[str, str]]:
    """The rows with nothing but what may be shown, ``status`` telling what is withheld.

    Figures worked out from a count and a base are kept only where both are shown exactly: with a base
    that is not known to be shown they would give it away.
    """
    by_key = {cell.key: cell for cell in cleared}
    return [_row(row, file, cell, by_key, sign) for row, cell in zip(rows, cleared, strict=True)]


def _row(
    row: Row,
    file: CountedFile,
    cell: ClearedCell,
    by_key: Mapping[Key, ClearedCell],
    sign: str,
) -> dict[str, str]:
    columns, shown = file.columns, {**row}
    if columns.count is not None:
        shown[columns.count] = cell.text
    if columns.base is not None:
        shown[columns.base] = cell.base_text
    both = cell.exact and None not in (cell.count, cell.base)
    for name in columns.figures:
        whole = by_key.get(without(cell.key, file.shares[name])) if name in file.shares else None
        of_whole = whole is not None and None not in (cell.count, whole.count) and cell.exact
        if not (both or of_whole):
            shown[name] = sign if row[name].strip() else ""
    known = "ok" if cell.count is not None else "not_available"
    return {**shown, "status": "suppressed" if cell.text == sign else known}
