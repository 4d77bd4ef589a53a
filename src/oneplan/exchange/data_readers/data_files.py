"""Any data file to observations: the format is known by the columns, never by the name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from oneplan.exchange.data_readers import (
    ees,
    els,
    fingertips,
    lait,
    neighbours,
    nomis,
    tidy,
)
from oneplan.exchange.data_readers.checking import checked
from oneplan.exchange.data_readers.ees_metadata import read_metadata
from oneplan.exchange.data_readers.fingertips_metadata import read_fingertips_metadata
from oneplan.exchange.data_readers.grid import Grid, read_grids
from oneplan.exchange.data_readers.lait_dictionary import read_dictionary
from oneplan.exchange.data_readers.reading import DataReading, NoObservations, joined_readings
from oneplan.vocabulary.findings import Finding, Source


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, how it is known by its columns, and what reads it."""

    name: str
    recognises: Callable[[frozenset[str]], bool]
    read: Callable[[Grid, Mapping[str, bytes]], DataReading]


FORMATS: tuple[Format, ...] = tuple(
    Format(reader.NAME, reader.recognises, reader.read)
    for reader in (ees, fingertips, lait, els, nomis, tidy)
)
"""In the order in which they are tried; the tidy table is last, for it asks for least."""


_LONGEST_SHOWN = 40
_MOST_NAMED = 5


def read_observations(
    data: bytes,
    name: str,
    companions: Mapping[str, bytes] | None = None,
    wanted: str | None = None,
) -> DataReading:
    """The observations in a file, each once, with all findings.

    ``companions`` are files that describe it, by their names; ``wanted`` is the name of the format
    where somebody says it.

    Raises:
        NoObservations: the file is sound and holds none; it says what it holds instead.
        UnreadableTable: the file cannot be read as a table at all.
    """
    described = _describes(data, name)
    if described:
        raise NoObservations(described)
    grids = read_grids(data, name)
    formats = [format_ for format_ in FORMATS if wanted in (None, format_.name)]
    known = [(grid, found) for grid in grids if (found := _format_of(grid, formats))]
    if not known:
        raise NoObservations(_none(grids, wanted))
    readings, without = [], []
    for grid, found in known:
        try:
            readings.append(found.read(replace(grid, alone=len(known) == 1), companions or {}))
        except NoObservations as nothing:
            without.append((grid, nothing))
    if not readings:
        raise NoObservations(_none(grids, wanted, without[0][1]))
    told = (*_sheets_left(grids, readings, name), *_pointed(grids))
    return checked(joined_readings(readings, told), name)


def _format_of(grid: Grid, formats: Sequence[Format]) -> Format | None:
    headers = frozenset(grid.columns)
    if neighbours.holds_nothing_else(headers):
        return None
    return next((known for known in formats if known.recognises(headers)), None)


def _none(grids: Sequence[Grid], wanted: str | None, said: Exception | None = None) -> str:
    headers = frozenset(max(grids, key=len).columns)
    if any(neighbours.names_neighbours(grid) for grid in grids):
        return "It holds areas with their neighbours, no observations."
    if said is not None:
        return str(said)
    return f"It has not the columns of the format {wanted}." if wanted else _lacking(headers)


def _sheets_left(
    grids: Sequence[Grid], readings: Sequence[DataReading], name: str
) -> tuple[Finding, ...]:
    if len(grids) == len(readings):
        return ()
    return (
        Finding(
            rule="sheet-without-observations",
            severity="info",
            message=f"{len(readings)} of its {len(grids)} sheets with a table give observations.",
            fix="Give each sheet columns for the area, the period and the value.",
            source=Source(file=name),
        ),
    )


def _pointed(grids: Sequence[Grid]) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            rule="decimal-commas",
            severity="info",
            message=f"Read with a decimal comma, 12,5 as 12.5: {', '.join(grid.pointed[:_MOST_NAMED])}"
            f"{' …' if len(grid.pointed) > _MOST_NAMED else ''}.",
            quotes=grid.pointed[:_MOST_NAMED],
            fix="If these commas stand between thousands, take them out.",
            source=Source(file=grid.name, sheet=grid.sheet),
        )
        for grid in grids
        if grid.pointed
    )


def companions_of(name: str, describing: Mapping[str, bytes]) -> dict[str, bytes]:
    """Which of the files that describe others may be about this one.

    JSON metadata do not name what they describe: only those of the same name are taken.
    """
    stem = PurePath(name).stem
    return {
        other: data
        for other, data in describing.items()
        if PurePath(other).suffix != ".json" or PurePath(other).stem == stem
    }


def is_companion(data: bytes, name: str) -> bool:
    """Whether a file describes others: metadata or a dictionary."""
    return _describes(data, name) is not None


def _describes(data: bytes, name: str) -> str | None:
    start = data[:4096].lstrip(b"\xef\xbb\xbf \r\n")
    if start.startswith((b"{", b"[{")):
        boundaries = b'"FeatureCollection"' in start
        return (
            "It holds boundaries, no observations."
            if boundaries
            else "It describes data and holds no observations; it is used with the file of its name."
        )
    if b"col_name" in start and read_metadata(data):
        return "It describes the columns of another file; it is used together with that file."
    if b"Indicator ID" in start and read_fingertips_metadata(data):
        return "It describes indicators of Fingertips; it is used together with the data."
    if b"Measure_code" in start and read_dictionary(data, name):
        return "It is a dictionary of measures; it is used together with the data."
    return None


def _lacking(headers: frozenset[str]) -> str:
    shown = ", ".join(header[:_LONGEST_SHOWN] for header in sorted(headers)[:8])
    return (
        "No columns of its name an area, a period and a value, and it has the form of no published "
        f"dataset that is known. Its columns: {shown}{' …' if len(headers) > 8 else ''}."
    )
