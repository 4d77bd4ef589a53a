"""Any data file to observations: the format is known by the columns, never by the name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from oneplan.exchange.data_readers import ees, els, fingertips, lait, neighbours, tidy
from oneplan.exchange.data_readers.checking import checked
from oneplan.exchange.data_readers.ees_metadata import read_metadata
from oneplan.exchange.data_readers.grid import Grid, read_grid
from oneplan.exchange.data_readers.lait_dictionary import read_dictionary
from oneplan.exchange.data_readers.reading import DataReading, NoObservations


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, how it is known by its columns, and what reads it."""

    name: str
    recognises: Callable[[frozenset[str]], bool]
    read: Callable[[Grid, Mapping[str, bytes]], DataReading]


FORMATS: tuple[Format, ...] = tuple(
    Format(reader.NAME, reader.recognises, reader.read)
    for reader in (ees, fingertips, lait, els, tidy)
)
"""In the order in which they are tried; the tidy table is last, for it asks for least."""


_LONGEST_SHOWN = 40


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
    grid = read_grid(data, name)
    headers = frozenset(grid.columns)
    for known in FORMATS:
        if wanted in (None, known.name) and known.recognises(headers):
            return checked(known.read(grid, companions or {}), name)
    if wanted:
        raise NoObservations(f"It has not the columns of the format {wanted}.")
    if neighbours.recognises(headers):
        raise NoObservations("It holds areas with their neighbours, no observations.")
    raise NoObservations(_lacking(headers))


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
    if b"Measure_code" in start and read_dictionary(data, name):
        return "It is a dictionary of measures; it is used together with the data."
    return None


def _lacking(headers: frozenset[str]) -> str:
    shown = ", ".join(header[:_LONGEST_SHOWN] for header in sorted(headers)[:8])
    return (
        "No columns of its name an area, a period and a value, and it has the form of no published "
        f"dataset that is known. Its columns: {shown}{' …' if len(headers) > 8 else ''}."
    )
