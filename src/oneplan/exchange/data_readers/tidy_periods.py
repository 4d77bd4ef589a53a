"""The periods of a partner's table: from a column, from two of days, or from what stands around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import get_args

import pyarrow as pa

from oneplan.exchange.data_readers.columns import (
    constant,
    joined,
    mapped,
    parted,
    period_columns,
)
from oneplan.exchange.data_readers.grid import Grid
from oneplan.exchange.data_readers.period_labels import read_period, revision_of
from oneplan.exchange.data_readers.period_parts import MONTHS, stretch
from oneplan.exchange.data_readers.reading import NoObservations
from oneplan.exchange.data_readers.tidy_roles import plain
from oneplan.exchange.data_readers.titles import period_of_table
from oneplan.vocabulary.findings import Finding, Source
from oneplan.vocabulary.periods import Period, YearKind

_KINDS: dict[str, YearKind] = {kind: kind for kind in get_args(YearKind)}
YEARS: dict[str, YearKind | None] = {
    "year": None,
    "years": None,
    "financial year": "financial",
    "academic year": "academic",
    "school year": "academic",
    "calendar year": "calendar",
    "reporting year": "reporting_day",
}
_KINDS_OF_YEAR = tuple(name for name in YEARS if " " in name)
_PARTS = ("quarter", "month", "term", "week")


def periods_of(
    grid: Grid, roles: Mapping[str, str]
) -> tuple[dict[str, pa.Array], tuple[Finding, ...]]:
    """The columns of the periods, and a finding where they come from a title or a name.

    Raises:
        NoObservations: nothing says what period the table is about.
    """
    findings: tuple[Finding, ...] = ()
    if {"date from", "date to"} <= roles.keys() and _are_of_figures(roles):
        days = (grid.columns[roles[name]] for name in ("date from", "date to"))
        columns = period_columns(joined(*days), lambda text: _between(*parted(text)))
    elif "period" in roles:
        columns = _of_column(grid, roles)
    else:
        columns, findings = _of_table(grid)
    if "revision" in roles:
        columns["revision"] = mapped(grid.columns[roles["revision"]], revision_of)
    return columns, findings


def _are_of_figures(roles: Mapping[str, str]) -> bool:
    """Whether two columns of days are those of the figures, not of what a register lists."""
    return "value" in roles or plain(roles["date from"]).startswith(("date", "period"))


def _of_column(grid: Grid, roles: Mapping[str, str]) -> dict[str, pa.Array]:
    header = plain(roles["period"])
    header = next((name for name in _KINDS_OF_YEAR if header.endswith(f" {name}")), header)
    labels = grid.columns[roles["period"]]
    part = next((name for name in grid.columns if plain(name) in _PARTS), None)
    if part is not None and part != roles["period"] and header in YEARS:
        said = joined(labels, grid.columns[part])
        word = plain(part)
        return period_columns(said, lambda text: _part_of(word, YEARS[header], *parted(text)))
    if "year kind" in roles:
        said = joined(labels, grid.columns[roles["year kind"]])
        return period_columns(said, lambda text: _of_kind(*parted(text)))
    if header == "month":
        return period_columns(labels, lambda text: _month(read_period(text)))
    return period_columns(labels, lambda text: read_period(text, YEARS.get(header)))


def _part_of(word: str, kind: YearKind | None, year: str, part: str) -> Period | None:
    """A quarter, month, term or week of a year, named in a column beside the year's."""
    part = part.strip()
    if word == "month":
        return _month_of(year, part, kind)
    number = part.removesuffix(".0")
    name = f"{word} {number}" if number.isdecimal() else part
    whole = read_period(part)
    return read_period(f"{name} {year.strip()}", kind) or whole


def _month_of(year: str, part: str, kind: YearKind | None) -> Period | None:
    number = part.removesuffix(".0")
    if number.isdecimal() and 1 <= int(number) <= 12:
        part = MONTHS[int(number) - 1]
    whole = read_period(year, kind)
    for begins in sorted({whole.start.year, whole.end.year}) if whole else ():
        month = read_period(f"{part} {begins}")
        if month and whole and whole.start <= month.start <= whole.end:
            return month
    return _month(read_period(part))


def _of_kind(label: str, kind: str) -> Period | None:
    said = kind.casefold().strip().removesuffix("year").strip().replace(" ", "_")
    return read_period(label, _KINDS.get(said))


def _month(period: Period | None) -> Period | None:
    """A month that a spreadsheet gave as its first day."""
    if period is None or period.kind != "reporting_day" or period.start.day != 1:
        return period
    return stretch(period.start, 1)


def _between(first: str, last: str) -> Period | None:
    begins, ends = read_period(first), read_period(last)
    if begins is None or ends is None or ends.end < begins.start:
        return None
    after = ends.end + timedelta(days=1)
    if begins.start.day == after.day == 1:
        months = (after.year - begins.start.year) * 12 + after.month - begins.start.month
        return stretch(begins.start, months) if months <= 240 else None
    if begins.start == ends.end:
        return begins
    return replace(begins, label=f"{first} - {last}", end=ends.end, kind="unstated")


def _of_table(grid: Grid) -> tuple[dict[str, pa.Array], tuple[Finding, ...]]:
    found = period_of_table(grid)
    if found is None:
        raise NoObservations(
            "No column, title or name says what period its figures are about: add a column period,"
            " or put one year into the title above the table or into the file's name."
        )
    period, text = found
    said = period_columns(constant(period.label, len(grid)).cast(pa.string()), lambda _: period)
    finding = Finding(
        rule="period-from-title",
        severity="info",
        message=f"No column says the period; “{text[:80]}” does: {period.label}.",
        quotes=(text[:80],),
        fix="If it is another one, add a column period.",
        source=Source(file=grid.name, sheet=grid.sheet),
    )
    return said, (finding,)
