"""Which columns of a partner's table hold its values, and which go with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from oneplan.exchange.data_readers.cells import looks_like_cells, read_figures, status_of
from oneplan.exchange.data_readers.columns import mapped
from oneplan.exchange.data_readers.dimensions import divides
from oneplan.exchange.data_readers.grid import Grid
from oneplan.exchange.data_readers.reading import NoObservations
from oneplan.exchange.data_readers.tidy_roles import NOT_MEASURED, divides_nobody, plain
from oneplan.vocabulary.findings import Finding, Source

_FIGURES = ("numerator", "denominator", "lower", "upper", "lower_998", "upper_998")
_MOST_NAMED = 5
_WITHOUT_VALUE = ("suppressed", "not applicable", "not available", "low", "c")
"""The statuses of a tidy table, beside which no number may stand."""


@dataclass(frozen=True, slots=True)
class Values:
    """The columns of values, the columns that go with each of them, and those of figures left out."""

    headers: list[str]
    beside: dict[str, pa.Array] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)


def values_of(grid: Grid, roles: Mapping[str, str], areas: Sequence[str]) -> Values:
    """The values of a table: of one column with what goes with it, or of several side by side.

    Raises:
        NoObservations: no column holds figures.
    """
    taken = {*roles.values(), *areas}
    found = [
        name
        for name, column in grid.columns.items()
        if name not in taken and not divides_nobody(name) and _holds_figures(name, column)
    ]
    other = [name for name in found if NOT_MEASURED.match(plain(name))]
    free = [name for name in found if name not in other]
    with_it = {name: roles[name] for name in _FIGURES if name in roles}
    if "value" in roles:
        return Values([roles["value"]], _beside(grid, roles, with_it), found)
    main = [*free, *(roles[name] for name in ("figure",) if name in roles)]
    if len(main) == 1 and ("figure" in roles or {"numerator", "denominator"} <= with_it.keys()):
        return Values(main, _beside(grid, roles, with_it), other)
    counted = [roles[name] for name in ("numerator", "denominator") if name in roles]
    if not main:
        if not counted:
            raise NoObservations("It holds no column of figures for areas.")
        return Values(counted[:1], _beside(grid, roles, with_it), other)
    chosen = {*main, *counted}
    side_by_side = [name for name in grid.columns if name in chosen]
    if len(side_by_side) == 1:
        return Values(side_by_side, _beside(grid, roles, with_it), other)
    limits = [name for name in with_it.values() if name not in chosen]
    return Values(side_by_side, {}, [*other, *limits])


def _holds_figures(name: str, column: pa.Array) -> bool:
    if divides(name) or not looks_like_cells(column):
        return False
    return bool(pc.any(pc.is_valid(read_figures(column)), min_count=0).as_py())


def _beside(
    grid: Grid, roles: Mapping[str, str], with_it: Mapping[str, str]
) -> dict[str, pa.Array]:
    beside = {name: read_figures(grid.columns[header]) for name, header in with_it.items()}
    if "note" in roles:
        beside["note"] = pc.utf8_trim_whitespace(grid.columns[roles["note"]])
    return beside


def with_status(
    grid: Grid, roles: Mapping[str, str], values: str
) -> tuple[Grid, tuple[Finding, ...]]:
    """The grid with the status in the value's place where no number stands, or none may.

    With it a finding, where a number stands beside a status that says there is none.
    """
    if "status" not in roles:
        return grid, ()
    said = mapped(grid.columns[roles["status"]], _status_symbol)
    blank = pc.equal(pc.utf8_trim_whitespace(grid.columns[values]), "")
    without = pc.is_in(said, pa.array(_WITHOUT_VALUE, said.type))
    beside = pc.indices_nonzero(pc.and_not(without, blank))
    instead = pc.if_else(pc.or_(blank, without), said, grid.columns[values])
    return grid.with_column(values, instead), _beside_status(grid, values, beside)


def _beside_status(grid: Grid, values: str, places: pa.Array) -> tuple[Finding, ...]:
    quotes = pc.unique(grid.columns[values].take(places)).to_pylist()
    if all(status_of(text) for text in quotes):
        return ()
    finding = Finding(
        rule="value-beside-status",
        severity="warning",
        message=f"{len(places):,} values stand beside a status that says there is none, such as"
        " “suppressed”. They are not taken.",
        quotes=tuple(quotes[:_MOST_NAMED]),
        fix="Leave the value empty, or write ok.",
        source=Source(file=grid.name, sheet=grid.sheet, row=grid.rows[places[0].as_py()].as_py()),
    )
    return (finding,)


def _status_symbol(text: str) -> str:
    plain = text.strip().casefold().replace("_", " ")
    return plain if status_of(plain) else ""


def left_out(values: Values, grid: Grid) -> tuple[Finding, ...]:
    """What is told of figures that are not read."""
    if not values.left:
        return ()
    named = ", ".join(f"“{header[:40]}”" for header in values.left[:_MOST_NAMED])
    more = " …" if len(values.left) > _MOST_NAMED else ""
    finding = Finding(
        rule="column-not-read",
        severity="info",
        message=f"Beside the values {named}{more} hold figures too. They are not read.",
        quotes=tuple(values.left[:_MOST_NAMED]),
        fix="Give each figure a row of its own, with the indicator's name.",
        source=Source(file=grid.name, sheet=grid.sheet),
    )
    return (finding,)
