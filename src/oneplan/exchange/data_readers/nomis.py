"""Nomis, the labour market and population statistics of the ONS: the interface's CSV, and downloads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from oneplan.evidence.definitions import Definition
from oneplan.exchange.data_readers import tidy
from oneplan.exchange.data_readers.area_columns import area_code, area_named, unlisted_areas
from oneplan.exchange.data_readers.columns import (
    joined,
    mapped,
    mapped_together,
    parted,
    period_columns,
)
from oneplan.exchange.data_readers.datasets import dataset_name, slug
from oneplan.exchange.data_readers.dimensions import dimension_name, group_column, is_everyone
from oneplan.exchange.data_readers.gathering import Gathering, marked
from oneplan.exchange.data_readers.grid import Grid, letters_of
from oneplan.exchange.data_readers.header_rows import CODES_OF_A_DOWNLOAD
from oneplan.exchange.data_readers.period_labels import read_period
from oneplan.exchange.data_readers.reading import DataReading
from oneplan.vocabulary.findings import Finding
from oneplan.vocabulary.periods import Period

NAME = "nomis"
SOURCE = "Office for National Statistics, Nomis"
OGL = "Open Government Licence v3.0"
_HEADERS = (
    "DATE",
    "DATE_NAME",
    "DATE_CODE",
    "GEOGRAPHY",
    "GEOGRAPHY_NAME",
    "GEOGRAPHY_CODE",
    "MEASURES",
    "MEASURES_NAME",
    "OBS_VALUE",
    "OBS_STATUS",
    "OBS_STATUS_NAME",
    "OBS_CONF",
)
_DATES = ("DATE_NAME", "DATE", "DATE_CODE")
_NOT_DIVIDING = re.compile(
    r"(?:DATE|GEOGRAPHY|MEASURES|OBS_STATUS|OBS_CONF|OBS_VALUE|URN|RECORD_OFFSET|RECORD_COUNT)(?:_.*)?"
    r"|.+_(?:CODE|TYPE|TYPECODE|SORTORDER)",
    re.IGNORECASE,
)
_PREFIX = re.compile(r"^C_", re.IGNORECASE)
_WITHHELD = re.compile(r"suppress|disclos|confiden|withheld", re.IGNORECASE)
_DIVIDING = frozenset(("sex", "age", "ethnicity", "free school meals", "sen"))


def recognises(headers: frozenset[str]) -> bool:
    """Whether these are the columns of the interface's CSV, or of a download with area codes."""
    said = {letters_of(header) for header in headers}
    dated = said & {letters_of(name) for name in _DATES}
    geography = said & {"geographycode", "geographyname"}
    return CODES_OF_A_DOWNLOAD in said or bool({"obsvalue"} <= said and dated and geography)


def read(grid: Grid, companions: Mapping[str, bytes]) -> DataReading:
    """The observations, one for each row of the interface, or for each cell of a download."""
    if CODES_OF_A_DOWNLOAD in {letters_of(header) for header in grid.columns}:
        reading = tidy.read(_as_local_table(grid), companions)
        return replace(
            reading,
            format=NAME,
            source=SOURCE,
            licence=OGL,
            findings=tuple(_of_file(finding, grid.name) for finding in reading.findings),
        )
    grid = grid.named_as(_HEADERS)
    dataset = dataset_name(grid.name)
    codes = _indicators(grid, dataset)
    places = [name for name in ("GEOGRAPHY_CODE", "GEOGRAPHY_NAME") if name in grid.columns]
    areas = mapped_together([grid.columns[name] for name in places], _area)
    dates = [name for name in _DATES if name in grid.columns]
    about = {
        "indicator": codes,
        "area": areas,
        "group": group_column(_dividing(grid), len(grid)),
        **period_columns(
            joined(*(grid.columns[name] for name in dates)), lambda text: _period(*parted(text))
        ),
    }
    printed = {"indicator": "OBS_VALUE", "area": places[0], "period": dates[0]}
    gathering = Gathering(grid, about, printed)
    gathering.add("OBS_VALUE", **_notes(grid))
    return DataReading(
        NAME,
        dataset,
        _withheld(gathering.gathered()),
        _definitions(codes, grid),
        gathering.cells,
        gathering.rejected,
        (*gathering.findings, *unlisted_areas(areas, grid.rows, grid.name)),
        SOURCE,
        OGL,
    )


def _area(texts: tuple[str, ...]) -> str | None:
    return next((code for text in texts if (code := area_code(text) or area_named(text))), None)


def _period(*labels: str) -> Period | None:
    return next((period for label in labels if (period := read_period(label))), None)


def _indicators(grid: Grid, dataset: str) -> pa.Array:
    measures = grid.columns.get("MEASURES_NAME", grid.columns.get("MEASURES"))
    if measures is None:
        return pa.array([f"nomis/{dataset}"] * len(grid), pa.string())
    return mapped(measures, lambda text: f"nomis/{dataset}/{slug(text.replace('%', ' percent '))}")


def _dividing(grid: Grid) -> list[tuple[str | pa.Array, pa.Array]]:
    """The columns of names that divide, or of their numbers where no names came along."""
    upper = {name.upper() for name in grid.columns}
    return [
        (_PREFIX.sub("", name[:-5] if name.upper().endswith("_NAME") else name), column)
        for name, column in grid.columns.items()
        if not _NOT_DIVIDING.fullmatch(name) and f"{name.upper()}_NAME" not in upper
    ]


def _notes(grid: Grid) -> dict[str, pa.Array]:
    if "OBS_STATUS_NAME" not in grid.columns:
        return {}
    said = mapped(
        grid.columns["OBS_STATUS_NAME"], lambda text: "" if text == "Normal Value" else text.strip()
    )
    return {"note": said}


def _withheld(observations: pa.Table) -> pa.Table:
    notes = observations["note"].cast(pa.string())
    said = pc.match_substring_regex(notes, _WITHHELD.pattern, ignore_case=True)
    return marked(observations, pc.and_(said, pc.is_null(observations["value"])), "suppressed")


def _definitions(codes: pa.Array, grid: Grid) -> tuple[Definition, ...]:
    measures = grid.columns.get("MEASURES_NAME", grid.columns["OBS_VALUE"])
    named = "MEASURES_NAME" in grid.columns
    found: dict[str, Definition] = {}
    for text in pc.unique(joined(codes, measures)).to_pylist():
        code, measure = parted(text)
        share = named and ("percent" in measure.casefold() or "%" in measure)
        name = f"{dataset_name(grid.name).replace('_', ' ')}: {measure}" if named else code
        described = (
            Definition(code, name, "proportion", "%", 100, source=NAME)
            if share
            else Definition(code, name, source=NAME)
        )
        found.setdefault(code, described)
    return tuple(found.values())


def _as_local_table(grid: Grid) -> Grid:
    """A download named after its title, with the groups of its lines such as "sex", "Male"."""
    first, *rest = grid.columns.items()
    columns = {"area name" if letters_of(first[0]) != CODES_OF_A_DOWNLOAD else first[0]: first[1]}
    columns |= dict(rest)
    for word, said in zip(grid.around, grid.around[1:], strict=False):
        if dimension_name(word) in _DIVIDING and not is_everyone(said):
            columns.setdefault(word, pa.array([said] * len(grid), pa.string()))
    name = f"nomis-{slug(grid.around[0])}.csv" if grid.around else grid.name
    return replace(grid, name=name, columns=columns)


def _of_file(finding: Finding, file: str) -> Finding:
    if finding.source is None:
        return finding
    return finding.model_copy(update={"source": replace(finding.source, file=file)})
