"""Files of neighbours: one row a neighbour, one row an area, or the Department for Education's workbook."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

import pyarrow as pa

from oneplan.evidence.benchmarks.neighbours import NEIGHBOURS
from oneplan.exchange.data_readers.area_columns import area_code, area_named
from oneplan.exchange.data_readers.cells import status_of
from oneplan.exchange.data_readers.datasets import dataset_name
from oneplan.exchange.data_readers.grid import Grid, read_grid
from oneplan.exchange.data_readers.rows import UnreadableTable
from oneplan.vocabulary.findings import Finding, Severity, Source, fingerprinted

_NEIGHBOUR = ("neighbour", "neighbor", "neighbour code", "sn gss", "sn code", "sn old la code")
_AREA = (
    "area",
    "area code",
    "gss",
    "areacd",
    "la code",
    "la num",
    "la number",
    "old la code",
    "new la code",
)
_POSITION = ("position", "rank", "order")
_MODEL = ("model", "neighbour model")
_AS_OF = ("as of", "date", "model date")
_NUMBERED = re.compile(r"(?:sn|neighbou?r)? ?(\d{1,3})")
_CALLED = re.compile(r"(?:sn|neighbou?r) ?\d{1,3}")
_NOT_WORD = re.compile(r"[\W_]+")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NAMED_MONTH = re.compile(
    rf"(?:^|[^a-z])({'|'.join(_MONTHS)})[a-z]*[ _-]*((?:19|20)\d\d)", re.IGNORECASE
)
_MONTH_LEFT = re.compile(rf"_(?:{'|'.join(_MONTHS)})[a-z]*$")
_DATE = re.compile(r"(?:^|\D)((?:19|20)\d\d)(?:[-_.]?(0[1-9]|1[0-2]))?(?!\d)")
_HEADER_WITHIN = 6
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class NeighbourReading:
    """Sets of neighbours in the one shape, and what is doubtful in the file."""

    neighbours: pa.Table
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    model: str
    as_of: str
    area: str | None
    neighbour: str | None
    position: int
    row: int
    printed: tuple[str, str]


def read_neighbours(data: bytes, name: str) -> NeighbourReading:
    """The sets in a file; the model and its date come from columns, or else from the file's name.

    Raises:
        UnreadableTable: no table, or one that names no areas with their neighbours.
    """
    grid = _with_its_header(read_grid(data, name))
    plain = {_plain(header): header for header in grid.columns}
    if not recognises(frozenset(grid.columns)):
        raise UnreadableTable(
            "No columns name an area and its neighbours.",
            "Give the columns area, neighbour and position, with codes.",
        )
    area = next(plain[name] for name in _AREA if name in plain)
    neighbour = next((plain[name] for name in _NEIGHBOUR if name in plain), None)
    if neighbour is not None:
        rows = _long(grid, plain, area, neighbour)
    else:
        rows = _wide(grid, area, _numbered(plain))
    kept, findings = _sorted_out(rows, name)
    if not kept:
        raise UnreadableTable("It names no area that is known.", "Use GSS codes.")
    return NeighbourReading(_as_table(kept), tuple(fingerprinted(findings)))


def recognises(headers: frozenset[str]) -> bool:
    """Whether the columns name an area and its neighbours: one in each row, or numbered columns."""
    plain = {_plain(header): header for header in headers}
    named = bool(plain.keys() & {*_NEIGHBOUR})
    return bool(plain.keys() & {*_AREA}) and (named or len(_numbered(plain)) > 1)


def names_neighbours(grid: Grid) -> bool:
    """Whether a table, or what stands below a few lettered rows of it, names areas and neighbours."""
    return recognises(frozenset(_with_its_header(grid).columns))


def holds_nothing_else(headers: frozenset[str]) -> bool:
    """Whether its numbered columns are called statistical neighbours (SN1, SN2 …)."""
    called = [header for header in headers if _CALLED.fullmatch(_plain(header))]
    return recognises(headers) and len(called) > 1


def _numbered(plain: dict[str, str]) -> list[tuple[int, str]]:
    found = ((_NUMBERED.fullmatch(said), header) for said, header in plain.items())
    return sorted((int(number[1]), header) for number, header in found if number)


def _plain(header: str) -> str:
    return _NOT_WORD.sub(" ", header.casefold()).strip()


def _with_its_header(grid: Grid) -> Grid:
    """The grid from the row on that names the columns, where lettered rows stand above it."""
    for place in range(min(_HEADER_WITHIN, len(grid))):
        cells = [column[place].as_py() for column in grid.columns.values()]
        if "sn1" in map(_plain, cells):
            seen = Counter(cells)
            names = [cell if seen[cell] == 1 else "" for cell in cells]
            columns = {
                name or f"column {number}": column.slice(place + 1)
                for number, (name, column) in enumerate(
                    zip(names, grid.columns.values(), strict=True)
                )
            }
            return Grid(grid.name, columns, grid.rows.slice(place + 1), grid.sheet, grid.ragged)
    return grid


def _long(grid: Grid, plain: dict[str, str], area: str, neighbour: str) -> Iterator[_Row]:
    model, as_of = _model_of(grid.name)
    columns = [
        _texts(grid, plain, names, default)
        for names, default in ((_MODEL, model), (_AS_OF, ""), (_POSITION, ""))
    ]
    places: dict[tuple[str, str], int] = {}
    for row, of, other, said, dated, position in zip(
        grid.rows.to_pylist(),
        grid.columns[area].to_pylist(),
        grid.columns[neighbour].to_pylist(),
        *columns,
        strict=True,
    ):
        named = said.strip() or model
        places[named, of] = places.get((named, of), 0) + 1
        place = int(position) if position.strip().isdecimal() else places[named, of]
        when = dated.strip() or _date_in(named) or as_of
        yield _Row(named, when, _code(of), _code(other), place, row, (of, other))


def _texts(grid: Grid, plain: dict[str, str], names: tuple[str, ...], default: str) -> list[str]:
    header = next((plain[name] for name in names if name in plain), None)
    if header is None:
        return [default] * len(grid)
    texts: list[str] = grid.columns[header].to_pylist()
    return texts


def _wide(grid: Grid, area: str, numbered: list[tuple[int, str]]) -> Iterator[_Row]:
    model, as_of = _model_of(grid.name)
    others = [(place, grid.columns[header].to_pylist()) for place, header in numbered]
    areas = grid.columns[area].to_pylist()
    for number, (row, of) in enumerate(zip(grid.rows.to_pylist(), areas, strict=True)):
        if not of.strip():
            continue
        for place, column in others:
            if column[number].strip() and status_of(column[number]) is None:
                other = column[number]
                yield _Row(model, as_of, _code(of), _code(other), place, row, (of, other))


def _code(text: str) -> str | None:
    return area_code(text) or area_named(text)


def _model_of(file: str) -> tuple[str, str]:
    name = _MONTH_LEFT.sub("", dataset_name(file)).strip("_").replace("_", "-")
    as_of = _date_in(file)
    return (f"{name}-{as_of[:4]}" if as_of else name), as_of


def _date_in(text: str) -> str:
    """The month or year that a model's or file's name tells, as "2025-05" or "2025"; else empty."""
    named = _NAMED_MONTH.search(text)
    if named:
        return f"{named[2]}-{_MONTHS.index(named[1].casefold()) + 1:02d}"
    found = _DATE.search(text)
    return "-".join(part for part in found.groups() if part) if found else ""


def _sorted_out(rows: Iterable[_Row], file: str) -> tuple[list[_Row], list[Finding]]:
    kept: dict[tuple[str, str, str], _Row] = {}
    unknown: list[tuple[_Row, str]] = []
    odd: list[tuple[str, str, _Row]] = []
    for row in rows:
        if row.area is None or row.neighbour is None:
            unknown.append((row, row.printed[0] if row.area is None else row.printed[1]))
        elif row.area == row.neighbour:
            odd.append(("neighbour-of-itself", "is named as its own neighbour; left out", row))
        elif (row.model, row.area, row.neighbour) in kept:
            odd.append(("neighbour-twice", "has a neighbour twice; the first is kept", row))
        else:
            kept[row.model, row.area, row.neighbour] = row
    findings = [*_unknown(unknown, file), *_odd(odd, file)]
    undated = next((row for row in kept.values() if not row.as_of), None)
    if undated:
        message = f"Of when the model {undated.model} is, neither a column nor the name says."
        fix = "Give a column as_of, such as 2025-05."
        findings.append(_finding("neighbours-without-date", "warning", message, fix, undated, file))
    return list(kept.values()), findings


def _unknown(rows: list[tuple[_Row, str]], file: str) -> Iterator[Finding]:
    codes = {printed: row for row, printed in reversed(rows)}
    for printed in list(codes)[:_MOST_NAMED]:
        more = f" So are {len(codes) - _MOST_NAMED} more." if len(codes) > _MOST_NAMED else ""
        message = f"“{printed}” is no code or name of an area; its rows are left out.{more}"
        yield _finding(
            "unknown-area", "warning", message, "Use the GSS code.", codes[printed], file
        )


def _odd(rows: list[tuple[str, str, _Row]], file: str) -> Iterator[Finding]:
    first: dict[str, tuple[str, _Row]] = {}
    counts: dict[str, int] = {}
    for rule, says, row in rows:
        first.setdefault(rule, (says, row))
        counts[rule] = counts.get(rule, 0) + 1
    for rule, (says, row) in first.items():
        more = f" ({counts[rule]} rows of this sort)" if counts[rule] > 1 else ""
        yield _finding(
            rule,
            "warning",
            f"{row.printed[0]} {says}{more}.",
            "Compare with the source.",
            row,
            file,
        )


def _finding(
    rule: str, severity: Severity, message: str, fix: str, row: _Row, file: str
) -> Finding:
    return Finding(
        rule=rule,
        severity=severity,
        message=message,
        where=row.printed[0],
        quotes=tuple(dict.fromkeys(row.printed)),
        fix=fix,
        source=Source(file=file, row=row.row),
    )


def _as_table(rows: list[_Row]) -> pa.Table:
    ordered = sorted(rows, key=lambda row: (row.model, row.area or "", row.position, row.row))
    columns = chain.from_iterable(
        [[getattr(row, name) for row in ordered]] for name in NEIGHBOURS.names
    )
    return pa.table(dict(zip(NEIGHBOURS.names, columns, strict=True)), schema=NEIGHBOURS)
