"""Explore Local Statistics of the Office for National Statistics."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from oneplan.evidence.definitions import Definition
from oneplan.exchange.data_readers.area_columns import area_code, unlisted_areas
from oneplan.exchange.data_readers.cells import read_figures, status_of
from oneplan.exchange.data_readers.columns import joined, mapped, parted, period_columns
from oneplan.exchange.data_readers.datasets import dataset_name, slug
from oneplan.exchange.data_readers.gathering import Gathering
from oneplan.exchange.data_readers.grid import Grid, letters_of
from oneplan.exchange.data_readers.period_labels import read_period
from oneplan.exchange.data_readers.reading import DataReading

NAME = "els"
_NEEDED = {"areacd", "indicator", "period", "observation"}
_HEADERS = (*sorted(_NEEDED), "measure", "unit", "lci_95", "uci_95", "status", "notes")


def recognises(headers: frozenset[str]) -> bool:
    """Whether these are the columns of such a file."""
    return {letters_of(header) for header in headers} >= _NEEDED


def read(grid: Grid, companions: Mapping[str, bytes]) -> DataReading:
    """The observations, one for each row; the metadata are used where they come along."""
    grid = grid.named_as(_HEADERS)
    areas = mapped(grid.columns["areacd"], area_code)
    codes = mapped(grid.columns["indicator"], _code)
    about = {
        "indicator": codes,
        "area": areas,
        **period_columns(grid.columns["period"], read_period),
    }
    printed = {"indicator": "indicator", "area": "areacd", "period": "period"}
    gathering = Gathering(_with_status(grid), about, printed)
    gathering.add(
        "observation",
        **{
            name: read_figures(grid.columns[header])
            for header, name in (("lci_95", "lower"), ("uci_95", "upper"))
            if header in grid.columns
        },
        **(
            {"note": pc.utf8_trim_whitespace(grid.columns["notes"])}
            if "notes" in grid.columns
            else {}
        ),
    )
    metadata = next((found for found in map(_metadata, companions.values()) if found), {})
    return DataReading(
        NAME,
        dataset_name(grid.name),
        gathering.gathered(),
        _definitions(grid, codes, metadata),
        gathering.cells,
        gathering.rejected,
        (*gathering.findings, *unlisted_areas(areas, grid.rows, grid.name)),
        _text(metadata.get("sourceOrg"))
        or "Office for National Statistics, Explore Local Statistics",
        "Open Government Licence v3.0",
    )


def _code(name: str) -> str | None:
    return f"els/{slug(name)}" if name.strip() else None


def _with_status(grid: Grid) -> Grid:
    """The grid with the symbol of the status column where no number stands."""
    if "status" not in grid.columns:
        return grid
    status = mapped(grid.columns["status"], lambda text: text if status_of(text) else "")
    observed = grid.columns["observation"]
    blank = pc.equal(pc.utf8_trim_whitespace(observed), "")
    return grid.with_column("observation", pc.if_else(blank, status, observed))


def _metadata(data: bytes) -> dict[str, object]:
    """What the metadata say of the whole dataset; empty where they are no such metadata."""
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        return {}
    if not isinstance(content, dict):
        return {}
    inner = content.get("ess-beta-metadata")
    shared = inner.get("shared") if isinstance(inner, dict) else None
    return shared if isinstance(shared, dict) else {}


def _definitions(
    grid: Grid, codes: pa.Array, metadata: dict[str, object]
) -> tuple[Definition, ...]:
    blank = pa.repeat(pa.scalar(""), len(grid))
    measures = grid.columns.get("measure", blank)
    units = grid.columns.get("unit", blank)
    said = pc.unique(joined(codes, grid.columns["indicator"], measures, units)).to_pylist()
    found: dict[str, Definition] = {}
    places = metadata.get("decimalPlaces")
    for text in said:
        if text is None:
            continue
        code, name, measure, unit = parted(text)
        share = measure.strip().casefold() == "percentage" or unit.strip() == "%"
        found.setdefault(
            code,
            Definition(
                code,
                name.strip(),
                "proportion" if share else None,
                unit.strip() or None,
                100 if share else None,
                decimals=places if isinstance(places, int) else None,
                source=NAME,
            ),
        )
    return tuple(found.values())


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
