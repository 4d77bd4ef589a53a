"""The time columns of Explore Education Statistics: a number and what it identifies."""

from __future__ import annotations

import re

from oneplan.exchange.data_readers.period_labels import read_period
from oneplan.exchange.data_readers.period_parts import TERMS, half_of, quarter_of, term_of
from oneplan.vocabulary.periods import Period, YearKind, single_year, split_year

_YEARS: dict[str, YearKind] = {
    "academic year": "academic",
    "financial year": "financial",
    "tax year": "financial",
    "calendar year": "calendar",
    "reporting year": "reporting_day",
}
_NUMBER = re.compile(r"(\d{4})(?:[/-]?(\d\d|\d{4}))?(?:\.0)?")
_QUARTER = re.compile(
    r"(?:(academic|financial|tax|calendar) year |calendar )?(?:q|quarter )([1-4])"
)
_HALF = re.compile(r"(?:part|financial half year|half year) ([12])(?: \([a-z ]{1,40}\))?")


def ees_period(number: str, identifier: str) -> Period | None:
    """The period of a ``time_period`` with its ``time_identifier``, None where they name none."""
    found = _NUMBER.fullmatch(number.strip())
    identifier = " ".join(identifier.casefold().split())
    if not found:
        return None
    year = int(found[1])
    try:
        if found[2] is None:
            return _whole(year, identifier)
        if int(found[2]) % 100 != (year + 1) % 100:
            return None
        return _split(year, identifier)
    except ValueError:
        return None


def _split(year: int, identifier: str) -> Period | None:
    kind = next((kind for name, kind in _YEARS.items() if identifier.startswith(name)), None)
    if identifier in _YEARS or not identifier:
        return split_year(year, kind)
    if identifier in TERMS:
        return term_of(year, identifier)
    quarter, half = _QUARTER.fullmatch(identifier), _HALF.fullmatch(identifier)
    if quarter:
        return quarter_of(split_year(year, kind), int(quarter[2]))
    return half_of(split_year(year, "financial"), int(half[1])) if half else None


def _whole(year: int, identifier: str) -> Period | None:
    if identifier in _YEARS:
        return single_year(year, _YEARS[identifier])
    if identifier in TERMS:
        return read_period(f"{identifier} {year}")
    quarter = _QUARTER.fullmatch(identifier)
    if quarter:
        return read_period(f"{year} q{quarter[2]}") if quarter[1] in (None, "calendar") else None
    return read_period(f"{identifier} {year}") if identifier else single_year(year)
