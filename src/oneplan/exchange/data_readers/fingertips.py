"""The Fingertips export of the Office for Health Improvement and Disparities."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from oneplan.evidence.definitions import Definition
from oneplan.exchange.data_readers.area_columns import area_code, unlisted_areas
from oneplan.exchange.data_readers.cells import read_figures
from oneplan.exchange.data_readers.columns import joined, mapped, parted, period_columns
from oneplan.exchange.data_readers.datasets import dataset_name
from oneplan.exchange.data_readers.dimensions import group_column
from oneplan.exchange.data_readers.gathering import Gathering
from oneplan.exchange.data_readers.grid import Grid
from oneplan.exchange.data_readers.period_labels import read_period
from oneplan.exchange.data_readers.reading import DataReading
from oneplan.vocabulary.polarity import Polarity

NAME = "fingertips"
_FIGURES = {
    "Count": "numerator",
    "Denominator": "denominator",
    "Lower CI 95.0 limit": "lower",
    "Upper CI 95.0 limit": "upper",
    "Lower CI 99.8 limit": "lower_998",
    "Upper CI 99.8 limit": "upper_998",
}
_JUDGED = frozenset(("Better", "Worse", "Best", "Worst"))
_UNJUDGED = frozenset(("Lower", "Higher", "Lowest", "Highest"))


def recognises(headers: frozenset[str]) -> bool:
    """Whether these are the columns of such a file, of this year or earlier ones."""
    return {"Indicator ID", "Area Code", "Time period", "Value"} <= headers


def read(grid: Grid, companions: Mapping[str, bytes]) -> DataReading:
    """The observations, one for each row; a value that is missing says why in its note."""
    del companions
    areas = mapped(grid.columns["Area Code"], area_code)
    codes = mapped(grid.columns["Indicator ID"], _code)
    about = {
        "indicator": codes,
        "area": areas,
        "group": group_column(_dividing(grid), len(grid)),
        **period_columns(grid.columns["Time period"], read_period),
    }
    figures = {
        name: read_figures(grid.columns[header])
        for header, name in _FIGURES.items()
        if header in grid.columns
    }
    if "Value note" in grid.columns:
        figures["note"] = pc.utf8_trim_whitespace(grid.columns["Value note"])
    printed = {"indicator": "Indicator ID", "area": "Area Code", "period": "Time period"}
    gathering = Gathering(grid, about, printed)
    gathering.add("Value", **figures)
    observations = _withheld(gathering.gathered())
    return DataReading(
        NAME,
        dataset_name(grid.name),
        observations,
        _definitions(grid, codes),
        gathering.cells,
        gathering.rejected,
        (*gathering.findings, *unlisted_areas(areas, grid.rows, grid.name)),
        "OHID, Fingertips",
        "Open Government Licence v3.0",
    )


def _code(text: str) -> str | None:
    plain = text.strip().removesuffix(".0")
    return f"fingertips/{plain}" if plain.isdecimal() else None


def _dividing(grid: Grid) -> list[tuple[str | pa.Array, pa.Array]]:
    dividing: list[tuple[str | pa.Array, pa.Array]] = [
        (name, grid.columns[name]) for name in ("Sex", "Age") if name in grid.columns
    ]
    if {"Category", "Category Type"} <= grid.columns.keys():
        dividing.append((grid.columns["Category Type"], grid.columns["Category"]))
    return [(name, mapped(members, _member)) for name, members in dividing]


def _member(text: str) -> str:
    return "Total" if text.strip().casefold() == "all ages" else text


def _withheld(observations: pa.Table) -> pa.Table:
    """The observations with those marked suppressed whose note says that they were withheld."""
    notes = observations["note"].cast(pa.string())
    status = observations["status"].cast(pa.string())
    withheld = pc.and_(
        pc.match_substring_regex(
            notes, "suppress|disclos|small number|small count", ignore_case=True
        ),
        pc.is_null(observations["value"]),
    )
    place = observations.schema.get_field_index("status")
    marked = pc.if_else(withheld, pa.scalar("suppressed"), status).dictionary_encode()
    return observations.set_column(
        place, observations.schema.field(place), marked.cast(observations.schema.field(place).type)
    )


def _definitions(grid: Grid, codes: pa.Array) -> tuple[Definition, ...]:
    compared = grid.columns.get("Compared to England value or percentiles")
    names = grid.columns.get("Indicator Name", grid.columns["Indicator ID"])
    said = joined(codes, names, compared if compared is not None else names)
    found: dict[str, tuple[str, set[str]]] = {}
    for text in pc.unique(said).to_pylist():
        if text is not None:
            code, name, comparison = parted(text)
            found.setdefault(code, (name, set()))[1].add(comparison)
    return tuple(
        Definition(code, name.strip(), polarity=_polarity(words), source=NAME)
        for code, (name, words) in found.items()
    )


def _polarity(comparisons: set[str]) -> Polarity | None:
    """Fingertips says only that a judgement is made, not which way is good: that is left open."""
    return "none" if comparisons & _UNJUDGED and not comparisons & _JUDGED else None
