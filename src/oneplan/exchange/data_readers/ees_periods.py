"""The time columns of Explore Education Statistics: a number and what it identifies."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from oneplan.exchange.data_readers.period_labels import quarter_of, read_period
from oneplan.vocabulary.periods import Period, YearKind, single_year, split_year

_YEARS: dict[str, YearKind] = {
    "academic year": "academic",
    "financial year": "financial",
    "tax year": "financial",
    "calendar year": "calendar",
    "reporting year": "reporting_day",
}
_TERMS = {
    "autumn term": (9, 12),
    "spring term": (1, 4),
    "summer term": (5, 8),
    "autumn and spring term": (9, 4),
}
_MONTHS = "january february march april may june july august september october november december"


def ees_period(number: str, identifier: str) -> Period | None:
    """The period of a ``time_period`` with its ``time_identifier``, None where they name none."""
    number, identifier = number.strip(), " ".join(identifier.casefold().split())
    try:
        return _split(number, identifier) if len(number) == 6 else _whole(number, identifier)
    except ValueError:
        return None


def _split(number: str, identifier: str) -> Period | None:
    year = int(number[:4])
    if not number.isdecimal() or int(number[4:]) != (year + 1) % 100:
        return None
    kind = _kind(identifier)
    if identifier in _YEARS:
        return split_year(year, kind)
    if identifier in _TERMS:
        return _term(year, identifier)
    quarter = re.fullmatch(r"(?:academic|financial|tax) year q([1-4])", identifier)
    if quarter:
        return quarter_of(split_year(year, kind), int(quarter[1]))
    half = re.fullmatch(r"part ([12]) \(.*\)", identifier)
    return _half(year, int(half[1])) if half else None


def _kind(identifier: str) -> YearKind | None:
    return next((kind for name, kind in _YEARS.items() if identifier.startswith(name)), None)


def _term(year: int, identifier: str) -> Period:
    first, last = _TERMS[identifier]
    start = date(year if first == 9 else year + 1, first, 1)
    after = date(year + 1, last + 1, 1) if last < 12 else date(year + 1, 1, 1)
    label = f"{split_year(year).label} {identifier}"
    return Period(label, start, after - timedelta(days=1), "term")


def _half(year: int, number: int) -> Period:
    whole = split_year(year, "financial")
    half = date(year, 9, 30)
    start, end = (whole.start, half) if number == 1 else (half + timedelta(days=1), whole.end)
    return replace(whole, label=f"{whole.label} part {number}", start=start, end=end)


def _whole(number: str, identifier: str) -> Period | None:
    if len(number) != 4 or not number.isdecimal():
        return None
    if identifier in _YEARS:
        return single_year(int(number), _YEARS[identifier])
    if identifier in _MONTHS.split():
        return read_period(f"{identifier} {number}")
    quarter = re.fullmatch(r"(?:calendar )?(?:year )?q([1-4])", identifier)
    if quarter:
        return read_period(f"{number} q{quarter[1]}")
    week = re.fullmatch(r"week (\d\d?)", identifier)
    return _week(int(number), int(week[1])) if week else None


def _week(year: int, number: int) -> Period:
    start = date.fromisocalendar(year, number, 1)
    return Period(f"{year} week {number}", start, start + timedelta(days=6), "week")
