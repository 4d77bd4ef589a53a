"""A tidy table, one observation a row, as a partner sends it or as this library gives it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import get_args

import pyarrow as pa
import pyarrow.compute as pc

from oneplan.evidence.definitions import Definition
from oneplan.evidence.observations.groups import dimensions_of, group_text
from oneplan.exchange.data_readers.area_columns import area_code, area_named, unlisted_areas
from oneplan.exchange.data_readers.cells import looks_like_cells, read_figures, status_of
from oneplan.exchange.data_readers.columns import (
    constant,
    joined,
    mapped,
    mapped_together,
    parted,
    period_columns,
)
from oneplan.exchange.data_readers.datasets import dataset_name
from oneplan.exchange.data_readers.dimensions import group_column, is_everyone
from oneplan.exchange.data_readers.gathering import Gathering
from oneplan.exchange.data_readers.grid import Grid
from oneplan.exchange.data_readers.period_labels import read_period, revision_of
from oneplan.exchange.data_readers.reading import DataReading
from oneplan.vocabulary.periods import Period, YearKind

NAME = "tidy"
_ROLES: dict[str, tuple[str, ...]] = {
    "indicator": (
        "indicator",
        "indicator code",
        "indicator id",
        "measure code",
        "series",
        "metric",
    ),
    "area": (
        "area",
        "area code",
        "gss code",
        "geography code",
        "geocode",
        "la code",
        "new la code",
        "ons code",
        "local authority code",
        "old la code",
        "dfe code",
        "lad code",
        "areacd",
        "location code",
    ),
    "period": (
        "period",
        "time period",
        "year",
        "date",
        "time",
        "quarter",
        "month",
        "reporting date",
    ),
    "value": ("value", "observation", "obs value", "figure", "percentage", "percent", "rate"),
    "numerator": ("numerator", "count", "number"),
    "denominator": ("denominator", "cohort", "population"),
    "lower": ("lower", "lower ci", "lower 95", "lci", "lci 95", "lower limit", "lower ci 95"),
    "upper": ("upper", "upper ci", "upper 95", "uci", "uci 95", "upper limit", "upper ci 95"),
    "status": ("status", "obs status", "symbol"),
    "group": ("group",),
    "note": ("note", "notes", "value note", "comment", "comments"),
    "unit": ("unit", "unit measure"),
    "measure": ("measure", "measure type"),
    "year kind": ("year kind", "period kind", "year type", "period type"),
    "revision": ("revision", "version"),
    "name": ("area name", "area type", "la name", "name", "geography", "indicator name", "region"),
}
_KINDS: dict[str, YearKind] = {kind: kind for kind in get_args(YearKind)}
_NEEDED = ("area", "period")
_FIGURES = ("numerator", "denominator", "lower", "upper")
_NOT_WORD = re.compile(r"[\W_]+")
_SAYS_NOTHING_OF_A_GROUP = re.compile(
    r"compared|trend|rank|quartile|source|link|updated|^column |^period (?:start|end)$"
)


def recognises(headers: frozenset[str]) -> bool:
    """Whether the columns name an area, a period and a value or a count."""
    roles = _roles(sorted(headers))
    return {*_NEEDED} <= roles.keys() and ("value" in roles or "numerator" in roles)


def read(grid: Grid, companions: Mapping[str, bytes]) -> DataReading:
    """The observations, one for each row; a column of words that has no other part is a dimension."""
    del companions
    roles = _roles(grid.columns)
    dataset = dataset_name(grid.name)
    areas = mapped(grid.columns[roles["area"]], lambda text: area_code(text) or area_named(text))
    codes = _indicators(grid, roles, dataset)
    about = {
        "indicator": codes,
        "area": areas,
        "group": _groups(grid, roles),
        **_periods(grid, roles),
    }
    others = {name: read_figures(grid.columns[roles[name]]) for name in _FIGURES if name in roles}
    if "note" in roles:
        others["note"] = pc.utf8_trim_whitespace(grid.columns[roles["note"]])
    values = roles.get("value", roles.get("numerator", ""))
    gathering = Gathering(_with_status(grid, roles, values), about, roles)
    gathering.add(values, **others)
    return DataReading(
        NAME,
        dataset,
        gathering.gathered(),
        _definitions(grid, roles, codes),
        gathering.cells,
        gathering.rejected,
        (*gathering.findings, *unlisted_areas(areas, grid.rows, grid.name)),
    )


def _roles(headers: list[str] | dict[str, pa.Array]) -> dict[str, str]:
    plain = {_NOT_WORD.sub(" ", header.casefold()).strip(): header for header in headers}
    roles = {}
    for role, names in _ROLES.items():
        found = next((plain[name] for name in names if name in plain), None)
        if found is not None:
            roles[role] = found
    return roles


def _periods(grid: Grid, roles: dict[str, str]) -> dict[str, pa.Array]:
    if "year kind" not in roles:
        columns = period_columns(grid.columns[roles["period"]], read_period)
    else:
        said = joined(grid.columns[roles["period"]], grid.columns[roles["year kind"]])
        columns = period_columns(said, _period)
    if "revision" in roles:
        columns["revision"] = mapped(grid.columns[roles["revision"]], revision_of)
    return columns


def _period(text: str) -> Period | None:
    label, kind = parted(text)
    plain = kind.casefold().strip().removesuffix("year").strip().replace(" ", "_")
    return read_period(label, _KINDS.get(plain))


def _indicators(grid: Grid, roles: dict[str, str], dataset: str) -> pa.Array:
    if "indicator" not in roles:
        return constant(dataset, len(grid))
    return mapped(grid.columns[roles["indicator"]], lambda text: text.strip() or None)


def _groups(grid: Grid, roles: dict[str, str]) -> pa.Array:
    taken = {*roles.values()}
    known = {name for names in _ROLES.values() for name in names}
    dividing: list[tuple[str | pa.Array, pa.Array]] = []
    for header, column in grid.columns.items():
        plain = _NOT_WORD.sub(" ", header.casefold()).strip()
        if header in taken or plain in known or _SAYS_NOTHING_OF_A_GROUP.search(plain):
            continue
        if plain.endswith((" name", " code")) or plain in ("areanm", "areacd"):
            continue
        if plain in ("sex", "age", "gender", "year group") or not looks_like_cells(column):
            dividing.append((header, column))
    groups = group_column(dividing, len(grid))
    if "group" not in roles:
        return groups
    return mapped_together(
        [pc.utf8_trim_whitespace(grid.columns[roles["group"]]), groups.cast(pa.string())],
        lambda texts: group_text({**_said(texts[0]), **dimensions_of(texts[1])}),
    )


def _said(group: str) -> dict[str, str]:
    """The dimensions of a group as this library writes it; other words are a group by themselves."""
    if "=" in group:
        return dimensions_of(group)
    return {} if is_everyone(group) else {"group": group}


def _with_status(grid: Grid, roles: dict[str, str], values: str) -> Grid:
    """The grid with the status in the value's place where no number stands."""
    if "status" not in roles:
        return grid
    said = mapped(grid.columns[roles["status"]], _status_symbol)
    blank = pc.equal(pc.utf8_trim_whitespace(grid.columns[values]), "")
    columns = {**grid.columns, values: pc.if_else(blank, said, grid.columns[values])}
    return Grid(grid.name, columns, grid.rows, grid.sheet, grid.ragged)


def _status_symbol(text: str) -> str:
    plain = text.strip().casefold().replace("_", " ")
    return plain if status_of(plain) else ""


def _definitions(grid: Grid, roles: dict[str, str], codes: pa.Array) -> tuple[Definition, ...]:
    blank = pa.repeat(pa.scalar(""), len(grid))
    measures, units = (
        grid.columns[roles[role]] if role in roles else blank for role in ("measure", "unit")
    )
    found: dict[str, Definition] = {}
    said = joined(codes.cast(pa.string()), measures, units)
    for text in pc.unique(said).to_pylist():
        if text is not None:
            code, measure, unit = parted(text)
            share = "percent" in f"{measure} {unit}".casefold() or unit.strip() == "%"
            found.setdefault(
                code,
                Definition(
                    code,
                    code,
                    "proportion" if share else None,
                    "%" if share else unit.strip() or None,
                    100 if share else None,
                    source=NAME,
                ),
            )
    return tuple(found.values())
