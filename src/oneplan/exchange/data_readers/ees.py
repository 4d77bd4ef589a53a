"""Explore Education Statistics, and the scorecards that are built the same way."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from oneplan.evidence.definitions import Definition
from oneplan.exchange.data_readers.area_columns import area_code, area_named, unlisted_areas
from oneplan.exchange.data_readers.columns import (
    joined,
    mapped,
    mapped_together,
    parted,
    period_columns,
)
from oneplan.exchange.data_readers.datasets import dataset_name
from oneplan.exchange.data_readers.dimensions import group_column
from oneplan.exchange.data_readers.ees_columns import TIME, VERSION, columns_of
from oneplan.exchange.data_readers.ees_counts import counts_beside
from oneplan.exchange.data_readers.ees_metadata import Metadata, read_metadata
from oneplan.exchange.data_readers.ees_periods import ees_period
from oneplan.exchange.data_readers.ees_symbols import as_meant_then
from oneplan.exchange.data_readers.gathering import Gathering
from oneplan.exchange.data_readers.geographic_levels import LEVELS, level_named
from oneplan.exchange.data_readers.grid import Grid, letters_of
from oneplan.exchange.data_readers.header_units import kind_of_header
from oneplan.exchange.data_readers.period_labels import revision_of
from oneplan.exchange.data_readers.reading import DataReading, NoObservations

NAME = "ees"
OGL = "Open Government Licence v3.0"
_NAMES = {
    "national": "country_name",
    "regional": "region_name",
    "local authority": "la_name",
    "local authority district": "lad_name",
}
"""Where the name of an area stands, for old rows whose code is blank or x."""
_LONDON, _HALVES_OF_LONDON = "E12000007", ("E13000001", "E13000002")
"""Inner and Outer London stand with London's code in files of some years."""
_HEADERS = (
    *TIME,
    "geographic_level",
    *(name for names in LEVELS.values() for name in names),
    *_NAMES.values(),
)


def recognises(headers: frozenset[str]) -> bool:
    """Whether these are the columns of such a file."""
    said = {letters_of(header) for header in headers}
    return {letters_of(name) for name in (*TIME, "geographic_level")} <= said


def read(grid: Grid, companions: Mapping[str, bytes]) -> DataReading:
    """The observations, one for each value cell; the metadata are used where they come along.

    Raises:
        NoObservations: no column holds figures.
    """
    grid = grid.named_as(_HEADERS)
    metadata = _metadata(grid, companions)
    dividing, valued = columns_of(grid, metadata)
    if not valued:
        raise NoObservations("None of its columns holds figures.")
    gathering = Gathering(
        grid, _about(grid, dividing), {"area": "geographic_level", "period": "time_period"}
    )
    dataset = dataset_name(grid.name)
    counts = counts_beside(grid, dataset)
    for header in valued:
        gathering.add(header, f"{dataset}/{header}", **counts.get(header, {}))
    observations, old_symbols = as_meant_then(gathering.gathered(), grid.name)
    return DataReading(
        NAME,
        dataset,
        observations,
        tuple(_definition(dataset, header, metadata) for header in valued),
        gathering.cells,
        gathering.rejected,
        (*gathering.findings, *old_symbols, *unlisted_areas(_areas(grid), grid.rows, grid.name)),
        "Department for Education, Explore Education Statistics",
        OGL,
    )


def _metadata(grid: Grid, companions: Mapping[str, bytes]) -> Metadata | None:
    """The first metadata that name a column of values in this file; others are of other files."""
    found = (read_metadata(data) for data in companions.values())
    return next(
        (said for said in found if said and said.indicators.keys() & grid.columns.keys()), None
    )


def _about(grid: Grid, dividing: list[tuple[str | pa.Array, pa.Array]]) -> dict[str, pa.Array]:
    times = joined(*(grid.columns[name] for name in TIME))
    about = {
        "area": _areas(grid),
        "group": group_column(dividing, len(grid)),
        **period_columns(times, lambda text: ees_period(*parted(text))),
    }
    for header in grid.columns:
        if header.casefold() in VERSION:
            about["revision"] = mapped(grid.columns[header], revision_of)
    return about


def _areas(grid: Grid) -> pa.Array:
    codes = (name for names in LEVELS.values() for name in names)
    read = [name for name in (*codes, *_NAMES.values()) if name in grid.columns]
    columns = [grid.columns["geographic_level"], *(grid.columns[name] for name in read)]

    def area(texts: tuple[str, ...]) -> str | None:
        level = level_named(texts[0])
        wanted = LEVELS.get(level, ())
        held = dict(zip(read, texts[1:], strict=True))
        code = area_code(*(held[name] for name in wanted if name in held))
        named = area_named(held.get(_NAMES.get(level, ""), ""))
        if code == _LONDON and named in _HALVES_OF_LONDON:
            return named
        return code or named

    return mapped_together(columns, area)


def _definition(dataset: str, header: str, metadata: Metadata | None) -> Definition:
    code = f"{dataset}/{header}"
    said = metadata.indicators.get(header) if metadata else None
    kind, unit, multiplier = kind_of_header(header)
    if said is None:
        return Definition(code, header, kind, unit, multiplier, source=NAME)
    if said.unit == "%":
        kind = "proportion" if kind != "value_only" else kind
    return Definition(
        code, said.label, kind, said.unit or unit, multiplier, decimals=said.decimals, source=NAME
    )
