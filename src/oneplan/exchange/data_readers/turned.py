"""Wide tables turned to long ones: years, ages or areas side by side become one column."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pyarrow as pa

from oneplan.exchange.data_readers.area_columns import area_code, area_named
from oneplan.exchange.data_readers.cells import looks_like_cells
from oneplan.exchange.data_readers.columns import mapped
from oneplan.exchange.data_readers.datasets import dataset_name, slug
from oneplan.exchange.data_readers.dimensions import is_everyone, is_sex
from oneplan.exchange.data_readers.grid import Grid
from oneplan.exchange.data_readers.period_labels import read_period
from oneplan.exchange.data_readers.period_parts import MONTHS
from oneplan.exchange.data_readers.tidy_periods import YEARS
from oneplan.exchange.data_readers.tidy_roles import NOT_MEASURED, area_headers, plain, roles_of

_AGE = re.compile(
    r"(aged?[ _]?)?(\d{1,3})(?: ?(?:-|to|_) ?\d{1,3})?(?: ?\+| and over)?(?: years?(?: old)?)?",
    re.IGNORECASE,
)
_ALL_AGES = re.compile(r"(?:total|all ages|total[ _]population|all)", re.IGNORECASE)
_DATED = re.compile(r"(\D.{0,120}?)[ _:(-]{1,4}((?:19|20)\d\d(?:[-/](?:20)?\d\d)?)\)?")
_PARTS = {
    "month": re.compile(rf"(?:{'|'.join(MONTHS)})[a-z]*"),
    "quarter": re.compile(r"(?:q|qtr|quarter) ?[1-4]"),
    "term": re.compile(r"(?:autumn|spring|summer)(?: term)?"),
}
"""The parts of a year that may stand side by side, by the role that names them."""
_YEAR, _LETTER = re.compile(r"\d\d"), re.compile(r"[^\W\d_]")
_LONGEST, _MOST_WORDS = 120, 4
_FEWEST_AGES = 10
_FEWEST_AREAS = 2


def turned(grid: Grid) -> Grid | None:
    """The table with one value a row, where its columns are periods, ages or areas; None otherwise."""
    roles = roles_of(grid.columns)
    areas = area_headers(grid.columns)
    if "value" in roles:
        return None
    if areas and (of_years := _parts_of_years(grid, roles)):
        return of_years
    if "period" not in roles:
        periods = [name for name in grid.columns if name not in areas and _is_period(name)]
        dated = {
            name: parts
            for name, column in grid.columns.items()
            if name not in areas and (parts := _dated(name)) and looks_like_cells(column)
            if not NOT_MEASURED.match(plain(parts[0]))
        }
        if len(periods) + len(dated) > (0 if areas and periods else 1):
            dated |= {name: ("", name) for name in periods}
            across = [name for name in grid.columns if name in dated]
            return _apart(_long(grid, across, "period"), dated, roles)
    if areas:
        ages = [name for name in grid.columns if name not in areas and _AGE.fullmatch(name)]
        if _are_ages(ages):
            totals = [name for name in grid.columns if _ALL_AGES.fullmatch(name)]
            return _long(grid, [*totals, *ages], "age")
    if not areas and "period" in roles:
        named = [name for name in grid.columns if _is_area(name)]
        if len(named) >= _FEWEST_AREAS:
            return _long(grid, named, "area")
    return None


def _parts_of_years(grid: Grid, roles: Mapping[str, str]) -> Grid | None:
    """The table with months, quarters or terms side by side turned, where a column says the year."""
    if plain(roles.get("period", "")) not in YEARS:
        return None
    for role, pattern in _PARTS.items():
        across = [name for name in grid.columns if pattern.fullmatch(plain(name))]
        if len(across) > 1:
            return _long(grid, across, role)
    return None


def _is_period(header: str) -> bool:
    return read_period(header) is not None and not _AGE.fullmatch(header)


def _are_ages(headers: Sequence[str]) -> bool:
    """Whether headers of numbers are ages: they say so, or they are many and begin at nought."""
    found = [age for header in headers if (age := _AGE.fullmatch(header))]
    if len(found) > 1 and all(age[1] for age in found):
        return True
    return len(found) >= _FEWEST_AGES and any(int(age[2]) == 0 for age in found)


def _dated(header: str) -> tuple[str, str] | None:
    """A header such as "population_2011" or "2023/24 Q1 referrals" as its words and its period."""
    found = _DATED.fullmatch(header)
    if found:
        return (found[1], found[2]) if read_period(found[2]) else None
    words = header[:_LONGEST].split()
    for count in range(min(len(words) - 1, _MOST_WORDS), 0, -1):
        label, rest = " ".join(words[:count]).rstrip(":,-"), " ".join(words[count:])
        if _YEAR.search(label) and _LETTER.search(rest) and read_period(label):
            return rest.strip(" -:()"), label
    return None


def _apart(grid: Grid, dated: dict[str, tuple[str, str]], roles: dict[str, str]) -> Grid:
    """The headers as periods; other words in them say whom the figures are of, or what they count."""
    headers = grid.columns["period"]
    grid = grid.with_column("period", mapped(headers, lambda header: dated[header][1]))
    words = {word for word, _ in dated.values()}
    if all(is_sex(word) or is_everyone(word) for word in words):
        return grid.with_column("sex", mapped(headers, lambda header: dated[header][0]))
    if "indicator" in roles or len(words) == 1:
        return grid
    dataset = dataset_name(grid.name)

    def named(header: str) -> str:
        word = dated[header][0].replace("%", " percent ")
        return f"{dataset}/{slug(word)}" if word else dataset

    return grid.with_column("indicator", mapped(headers, named))


def _is_area(header: str) -> bool:
    return (area_code(header) or area_named(header)) is not None


def _long(grid: Grid, across: Sequence[str], role: str) -> Grid:
    """The columns ``across`` one under the other, row by row, with their headers in ``role``."""
    times, rows = len(across), len(grid)
    each = pa.array([row for row in range(rows) for _ in range(times)], pa.int32())
    columns = {
        name: column.take(each) for name, column in grid.columns.items() if name not in across
    }
    headers = pa.array(across, pa.string())
    columns[role] = headers.take(pa.array(list(range(times)) * rows, pa.int32()))
    beside = pa.concat_arrays([grid.columns[name] for name in across])
    order = [place * rows + row for row in range(rows) for place in range(times)]
    columns["value"] = beside.take(pa.array(order, pa.int32()))
    return replace(grid, columns=columns, rows=grid.rows.take(each), across=times)
