"""Periods of data: from when to when a figure is about, of what kind, and how final it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

PeriodKind = Literal[
    "academic",
    "financial",
    "calendar",
    "reporting_day",
    "pooled",
    "half_year",
    "quarter",
    "term",
    "month",
    "week",
    "unstated",
]
"""``unstated`` is a year of which the source does not say where it begins; ``pooled`` is several
years taken together; ``reporting_day`` is one day, or a day in a year that the source leaves open."""

Revision = Literal["", "provisional", "revised", "final"]
YearKind = Literal["academic", "financial", "calendar", "reporting_day"]

_BEGINS = {"academic": 9, "financial": 4, "unstated": 4}


@dataclass(frozen=True, slots=True)
class Period:
    """A period of data. ``end`` is its last day; ``years`` more than one where years are pooled."""

    label: str
    start: date
    end: date
    kind: PeriodKind
    years: int = 1
    revision: Revision = ""


def single_year(year: int, kind: YearKind | None = None) -> Period:
    """The year that one number names; of a split year, by the custom of the field, the later half.

    "2025" is the academic year 2024/25 where the source says that its years are academic.
    """
    if kind in ("academic", "financial"):
        return split_year(year - 1, kind)
    stated: PeriodKind = kind or "unstated"
    return Period(str(year), date(year, 1, 1), date(year, 12, 31), stated)


def split_year(first: int, kind: YearKind | None = None) -> Period:
    """The year that begins in ``first`` and ends in the next: in September or in April."""
    stated: PeriodKind = kind if kind in ("academic", "financial") else "unstated"
    month = _BEGINS[stated]
    end = date(first + 1, month - 1, 31)
    return Period(split_label(first), date(first, month, 1), end, stated)


def split_label(first: int) -> str:
    """2024 as "2024/25"."""
    return f"{first}/{(first + 1) % 100:02d}"


def pooled(first: Period, last: Period) -> Period:
    """Several years taken together, from the first to the last of them."""
    years = last.start.year - first.start.year + 1
    return Period(f"{first.label} - {last.label}", first.start, last.end, "pooled", years)
