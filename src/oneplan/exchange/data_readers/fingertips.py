"""The Fingertips export of the Office for Health Improvement and Disparities."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from oneplan.evidence.catalogue import load_catalogue
from oneplan.evidence.definitions import Definition, by_series
from oneplan.exchange.data_readers.area_columns import area_code, unlisted_areas
from oneplan.exchange.data_readers.cells import read_figures
from oneplan.exchange.data_readers.columns import joined, mapped, parted, period_columns
from oneplan.exchange.data_readers.datasets import dataset_name
from oneplan.exchange.data_readers.dimensions import group_column
from oneplan.exchange.data_readers.fingertips_metadata import read_fingertips_metadata
from oneplan.exchange.data_readers.gathering import Gathering, marked
from oneplan.exchange.data_readers.grid import Grid, letters_of
from oneplan.exchange.data_readers.period_labels import read_period
from oneplan.exchange.data_readers.reading import DataReading
from oneplan.vocabulary.periods import Period, pooled, single_year
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
_NEEDED = ("Indicator ID", "Area Code", "Time period", "Value")
_HEADERS = (
    *_NEEDED,
    "Indicator Name",
    "Sex",
    "Age",
    "Category Type",
    "Category",
    "Value note",
    "Compared to England value or percentiles",
)
_TWO_YEARS = re.compile(r"((?:19|20)\d\d) [-–] (\d\d)")
_SINGLE_YEAR = re.compile(r"\d{4}")
_JUDGED = frozenset(("Better", "Worse", "Best", "Worst"))
_UNJUDGED = frozenset(("Lower", "Higher", "Lowest", "Highest"))


def recognises(headers: frozenset[str]) -> bool:
    """Whether these are the columns of such a file, of this year or earlier ones."""
    said = {letters_of(header) for header in headers}
    return {letters_of(name) for name in _NEEDED} <= said


def read(grid: Grid, companions: Mapping[str, bytes]) -> DataReading:
    """The observations, one for each row; a value that is missing says why in its note.

    The metadata say what kind of year an indicator has, or else the catalogue; a single year is a
    calendar year, as Fingertips writes no other so, and of a split one that nobody knows it is left open.
    """
    grid = grid.named_as((*_HEADERS, *_FIGURES))
    described: dict[str, Definition] = {}
    for data in companions.values():
        described |= read_fingertips_metadata(data)
    areas = mapped(grid.columns["Area Code"], area_code)
    codes = mapped(grid.columns["Indicator ID"], _code)
    about = {
        "indicator": codes,
        "area": areas,
        "group": group_column(_dividing(grid), len(grid)),
        **_periods(grid, codes, described),
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
    observations = _withheld(_without_sentinels(gathering.gathered()))
    return DataReading(
        NAME,
        dataset_name(grid.name),
        observations,
        _definitions(grid, codes, described),
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


def _periods(
    grid: Grid, codes: pa.Array, described: Mapping[str, Definition]
) -> dict[str, pa.Array]:
    known = by_series(load_catalogue())

    def period(text: str) -> Period | None:
        code, label = parted(text)
        two_years = _TWO_YEARS.fullmatch(label.strip())
        if two_years and int(two_years[2]) == (int(two_years[1]) + 1) % 100:
            years = (single_year(int(two_years[1]) + later, "calendar") for later in (0, 1))
            return pooled(*years)
        said = next((each[code].year_kind for each in (described, known) if code in each), None)
        single = _SINGLE_YEAR.fullmatch(label.strip())
        return read_period(label, "calendar" if single and said != "reporting_day" else said)

    return period_columns(joined(pc.fill_null(codes, ""), grid.columns["Time period"]), period)


def _without_sentinels(observations: pa.Table) -> pa.Table:
    """The observations without the -1 that the interface writes for a missing value."""
    missing = pc.fill_null(pc.equal(observations["value"], -1), False)
    beside = pa.chunked_array([pa.repeat(pa.scalar(False), len(missing))])
    for name in ("lower", "upper", "numerator", "denominator"):
        sentinel = pc.fill_null(pc.equal(observations[name], -1), False)
        beside = pc.or_(beside, sentinel)
        missing = pc.and_(missing, pc.or_(sentinel, pc.is_null(observations[name])))
    missing = pc.and_(missing, beside)
    if not pc.any(missing, min_count=0).as_py():
        return observations
    for name in _FIGURES.values():
        place = observations.schema.get_field_index(name)
        kept = pc.if_else(missing, pa.scalar(None, pa.float64()), observations[name])
        observations = observations.set_column(place, observations.schema.field(place), kept)
    return marked(observations, missing, "not_available")


def _withheld(observations: pa.Table) -> pa.Table:
    """The observations with those marked suppressed whose note says that they were withheld."""
    notes = observations["note"].cast(pa.string())
    said = pc.match_substring_regex(
        notes, "suppress|disclos|small number|small count", ignore_case=True
    )
    withheld = pc.and_(said, pc.is_null(observations["value"]))
    return marked(observations, withheld, "suppressed")


def _definitions(
    grid: Grid, codes: pa.Array, described: Mapping[str, Definition]
) -> tuple[Definition, ...]:
    compared = grid.columns.get("Compared to England value or percentiles")
    names = grid.columns.get("Indicator Name", grid.columns["Indicator ID"])
    said = joined(codes, names, compared if compared is not None else names)
    found: dict[str, tuple[str, set[str]]] = {}
    for text in pc.unique(said).to_pylist():
        if text is not None:
            code, name, comparison = parted(text)
            found.setdefault(code, (name, set()))[1].add(comparison)
    return tuple(
        described.get(code)
        or Definition(code, name.strip(), polarity=_polarity(words), source=NAME)
        for code, (name, words) in found.items()
    )


def _polarity(comparisons: set[str]) -> Polarity | None:
    """Fingertips says only that a judgement is made, not which way is good: that is left open."""
    return "none" if comparisons & _UNJUDGED and not comparisons & _JUDGED else None
