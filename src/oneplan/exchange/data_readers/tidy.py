"""A table of a partner, or one that this library gives: one observation a row, or several side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from oneplan.evidence.definitions import Definition
from oneplan.evidence.observations.groups import dimensions_of, group_text
from oneplan.exchange.data_readers.area_columns import unlisted_areas
from oneplan.exchange.data_readers.cells import looks_like_cells
from oneplan.exchange.data_readers.columns import constant, mapped, mapped_together
from oneplan.exchange.data_readers.datasets import dataset_name, slug
from oneplan.exchange.data_readers.dimensions import divides, group_column, is_everyone
from oneplan.exchange.data_readers.gathering import Gathering
from oneplan.exchange.data_readers.geographic_levels import are_levels
from oneplan.exchange.data_readers.grid import Grid
from oneplan.exchange.data_readers.numbered import numbered
from oneplan.exchange.data_readers.period_labels import read_period
from oneplan.exchange.data_readers.reading import DataReading
from oneplan.exchange.data_readers.tidy_areas import area_codes, areas_of, with_areas
from oneplan.exchange.data_readers.tidy_definitions import defined
from oneplan.exchange.data_readers.tidy_periods import periods_of
from oneplan.exchange.data_readers.tidy_roles import area_headers, divides_nobody, roles_of
from oneplan.exchange.data_readers.tidy_values import Values, left_out, values_of, with_status
from oneplan.exchange.data_readers.turned import turned

NAME = "tidy"
_TIMES_OF_A_STEP = 3.0
"""A row that stands twice is a slip; steps make every row stand several times."""


def recognises(headers: frozenset[str]) -> bool:
    """Whether columns name an area and a period, or values; up and down, or from side to side."""
    ordered = sorted(headers)
    empty = Grid("", dict.fromkeys(ordered, pa.array([], pa.string())), pa.array([], pa.int32()))
    if turned(empty) is not None:
        return True
    roles = roles_of(ordered)
    return "period" in roles or (bool(area_headers(ordered)) and len(ordered) > 1)


def read(grid: Grid, companions: Mapping[str, bytes]) -> DataReading:
    """The observations; a column of words that has no other part is a dimension.

    Raises:
        NoObservations: there are no figures, or nothing says what area or period they are about.
    """
    del companions
    grid, findings = with_areas(turned(grid) or grid)
    roles, areas = roles_of(grid.columns), areas_of(grid)
    values = values_of(grid, roles, areas)
    steps = _steps(grid, roles, areas, values)
    values = replace(values, headers=[name for name in values.headers if name not in steps])
    periods, said = periods_of(grid, roles)
    about = {
        "indicator": _indicators(grid, roles),
        "area": area_codes(grid, areas),
        "group": _groups(grid, roles, {*areas, *values.headers, *values.left}, steps),
        **periods,
    }
    if len(values.headers) == 1:
        grid, told = with_status(grid, roles, values.headers[0])
        findings = (*findings, *told)
    printed = {name: roles.get(name, areas[0]) for name in ("indicator", "period")}
    gathering = Gathering(grid, about, {**printed, "area": areas[0]})
    definitions: list[Definition] = []
    several = len(values.headers) > 1
    for header in values.headers:
        codes = _codes(about["indicator"], header) if several else about["indicator"]
        gathering.add(header, codes, **values.beside)
        definitions.extend(defined(grid, codes, roles, header, is_one_of_several=several))
    return DataReading(
        NAME,
        dataset_name(grid.name),
        gathering.gathered(),
        tuple(definitions),
        gathering.cells,
        gathering.rejected,
        (
            *gathering.findings,
            *findings,
            *said,
            *left_out(values, grid),
            *unlisted_areas(about["area"], grid.rows, grid.name),
        ),
    )


def _codes(indicators: pa.Array, header: str) -> pa.Array:
    """The indicators of one of several columns side by side: each with its header."""
    end = slug(header.replace("%", " percent "))
    return mapped(indicators.cast(pa.string()), lambda code: code and f"{code}/{end}")


def _subject(grid: Grid) -> str:
    """What the table is about where no column says it; a sheet's name where there are several."""
    dataset = dataset_name(grid.name)
    if grid.alone or grid.sheet is None or read_period(grid.sheet) is not None:
        return dataset
    return f"{dataset}/{slug(grid.sheet)}"


def _indicators(grid: Grid, roles: Mapping[str, str]) -> pa.Array:
    if "indicator" not in roles:
        return constant(_subject(grid), len(grid))
    return mapped(grid.columns[roles["indicator"]], lambda text: text.strip() or None)


def _steps(grid: Grid, roles: Mapping[str, str], areas: Sequence[str], values: Values) -> list[str]:
    """The columns of small numbers beside the values without which rows would stand twice."""
    if len(values.headers) < 2:
        return []
    taken = {*areas, *values.headers, *values.left}
    words = [name for name, _ in _dividing(grid, roles, taken)]
    told_apart = [*areas, *roles.values(), *words]
    found = numbered(grid, values.headers, told_apart, _TIMES_OF_A_STEP)
    return found if len(found) < len(values.headers) else []


def _dividing(grid: Grid, roles: Mapping[str, str], taken: set[str]) -> list[tuple[str, pa.Array]]:
    others = {*taken, *roles.values()}
    return [
        (header, column)
        for header, column in grid.columns.items()
        if header not in others
        and not divides_nobody(header)
        and not are_levels(column)
        and (divides(header) or not looks_like_cells(column))
    ]


def _groups(
    grid: Grid, roles: Mapping[str, str], taken: set[str], steps: Sequence[str]
) -> pa.Array:
    dividing: list[tuple[str | pa.Array, pa.Array]] = [
        *_dividing(grid, roles, {*taken, *steps}),
        *((name, grid.columns[name]) for name in steps),
    ]
    if {"age from", "age to"} <= roles.keys():
        ages = [grid.columns[roles[name]] for name in ("age from", "age to")]
        dividing.append(("age", mapped_together(ages, lambda texts: _ages(*texts))))
    groups = group_column(dividing, len(grid))
    if "group" not in roles:
        return groups
    return mapped_together(
        [pc.utf8_trim_whitespace(grid.columns[roles["group"]]), groups.cast(pa.string())],
        lambda texts: group_text({**_said(texts[0]), **dimensions_of(texts[1])}),
    )


def _ages(first: str, last: str) -> str:
    first, last = first.strip(), last.strip()
    return f"{first or 0} to {last}" if last else f"{first} and over" if first else ""


def _said(group: str) -> dict[str, str]:
    """The dimensions of a group as this library writes it; other words are a group by themselves."""
    if "=" in group:
        return dimensions_of(group)
    return {} if is_everyone(group) else {"group": group}
