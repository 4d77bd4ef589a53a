"""A table of a partner, or one that this library gives: one observation a row, or several side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from oneplan.evidence.observations.groups import dimensions_of, group_text
from oneplan.exchange.data_readers.area_columns import unlisted_areas
from oneplan.exchange.data_readers.cells import looks_like_cells, read_figures, status_of
from oneplan.exchange.data_readers.columns import constant, mapped, mapped_together
from oneplan.exchange.data_readers.datasets import dataset_name, slug
from oneplan.exchange.data_readers.dimensions import divides, group_column, is_everyone
from oneplan.exchange.data_readers.gathering import Gathering
from oneplan.exchange.data_readers.grid import Grid
from oneplan.exchange.data_readers.period_labels import read_period
from oneplan.exchange.data_readers.reading import DataReading, NoObservations
from oneplan.exchange.data_readers.tidy_areas import area_codes, areas_of, with_areas
from oneplan.exchange.data_readers.tidy_definitions import of_columns, of_rows
from oneplan.exchange.data_readers.tidy_periods import periods_of
from oneplan.exchange.data_readers.tidy_roles import area_headers, divides_nobody, roles_of
from oneplan.exchange.data_readers.turned import turned
from oneplan.vocabulary.findings import Finding, Source

NAME = "tidy"
_FIGURES = ("numerator", "denominator", "lower", "upper", "lower_998", "upper_998")
_MOST_NAMED = 5


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
    grid = turned(grid) or grid
    grid, findings = with_areas(grid)
    roles, areas = roles_of(grid.columns), areas_of(grid)
    valued, others, left = _valued(grid, roles, areas)
    if not valued:
        raise NoObservations("It holds no column of figures for areas.")
    dataset = dataset_name(grid.name)
    codes = {
        header: f"{_subject(grid, dataset)}/{slug(header.replace('%', ' percent '))}"
        for header in valued
    }
    periods, said = periods_of(grid, roles)
    about = {
        "area": area_codes(grid, areas),
        "group": _groups(grid, roles, {*areas, *valued, *left}),
        **periods,
    }
    printed = {"area": areas[0], "period": roles.get("period", areas[0])}
    if len(valued) == 1:
        about["indicator"] = _indicators(grid, roles, _subject(grid, dataset))
        printed["indicator"] = roles.get("indicator", areas[0])
        grid = _with_status(grid, roles, valued[0])
        definitions = of_rows(grid, about["indicator"], roles, valued[0])
    else:
        definitions = of_columns(codes)
    gathering = Gathering(grid, about, printed)
    for header in valued:
        gathering.add(header, codes[header] if len(valued) > 1 else None, **others)
    return DataReading(
        NAME,
        dataset,
        gathering.gathered(),
        definitions,
        gathering.cells,
        gathering.rejected,
        (
            *gathering.findings,
            *findings,
            *said,
            *_left_out(left, grid),
            *unlisted_areas(about["area"], grid.rows, grid.name),
        ),
    )


def _valued(
    grid: Grid, roles: Mapping[str, str], areas: Sequence[str]
) -> tuple[list[str], dict[str, pa.Array], list[str]]:
    """The columns of values, the columns that go with each of them, and those of figures left out."""
    taken = {*roles.values(), *areas}
    free = [
        name
        for name, column in grid.columns.items()
        if name not in taken and not divides_nobody(name) and _holds_figures(name, column)
    ]
    with_it = {name: roles[name] for name in _FIGURES if name in roles}
    if "value" in roles:
        return [roles["value"]], _others(grid, roles, with_it), free
    if "figure" in roles and not free:
        return [roles["figure"]], _others(grid, roles, with_it), []
    if len(free) == 1 and {"numerator", "denominator"} <= with_it.keys() and "figure" not in roles:
        return free, _others(grid, roles, with_it), []
    counted = [roles[name] for name in ("figure", "numerator", "denominator") if name in roles]
    if not free and "figure" not in roles:
        first = [roles["numerator"]] if "numerator" in roles else counted[:1]
        return first, _others(grid, roles, with_it), []
    chosen = {*free, *counted}
    side_by_side = [name for name in grid.columns if name in chosen]
    if len(side_by_side) == 1:
        return side_by_side, _others(grid, roles, with_it), []
    return side_by_side, {}, [name for name in with_it.values() if name not in counted]


def _holds_figures(name: str, column: pa.Array) -> bool:
    if divides(name) or not looks_like_cells(column):
        return False
    return bool(pc.any(pc.is_valid(read_figures(column)), min_count=0).as_py())


def _others(
    grid: Grid, roles: Mapping[str, str], with_it: Mapping[str, str]
) -> dict[str, pa.Array]:
    others = {name: read_figures(grid.columns[header]) for name, header in with_it.items()}
    if "note" in roles:
        others["note"] = pc.utf8_trim_whitespace(grid.columns[roles["note"]])
    return others


def _subject(grid: Grid, dataset: str) -> str:
    """What the table is about where no column says it; a sheet's name where there are several."""
    if grid.alone or grid.sheet is None or read_period(grid.sheet) is not None:
        return dataset
    return f"{dataset}/{slug(grid.sheet)}"


def _indicators(grid: Grid, roles: Mapping[str, str], subject: str) -> pa.Array:
    if "indicator" not in roles:
        return constant(subject, len(grid))
    return mapped(grid.columns[roles["indicator"]], lambda text: text.strip() or None)


def _groups(grid: Grid, roles: Mapping[str, str], taken: set[str]) -> pa.Array:
    others = {*taken, *roles.values()}
    dividing: list[tuple[str | pa.Array, pa.Array]] = [
        (header, column)
        for header, column in grid.columns.items()
        if header not in others
        and not divides_nobody(header)
        and (divides(header) or not looks_like_cells(column))
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


def _with_status(grid: Grid, roles: Mapping[str, str], values: str) -> Grid:
    """The grid with the status in the value's place where no number stands."""
    if "status" not in roles:
        return grid
    said = mapped(grid.columns[roles["status"]], _status_symbol)
    blank = pc.equal(pc.utf8_trim_whitespace(grid.columns[values]), "")
    return grid.with_column(values, pc.if_else(blank, said, grid.columns[values]))


def _status_symbol(text: str) -> str:
    plain = text.strip().casefold().replace("_", " ")
    return plain if status_of(plain) else ""


def _left_out(headers: Sequence[str], grid: Grid) -> tuple[Finding, ...]:
    if not headers:
        return ()
    named = ", ".join(f"“{header[:40]}”" for header in headers[:_MOST_NAMED])
    finding = Finding(
        rule="column-not-read",
        severity="info",
        message=f"Beside the value {named} hold figures too{' …' if len(headers) > _MOST_NAMED else ''}"
        ". They are not read.",
        quotes=tuple(headers[:_MOST_NAMED]),
        fix="Give each figure a row of its own, with the indicator's name.",
        source=Source(file=grid.name, sheet=grid.sheet),
    )
    return (finding,)
