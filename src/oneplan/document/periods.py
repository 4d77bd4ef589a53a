"""The months that a period covers, and what can be said of two of them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache

from oneplan.document.schema import Due, YearKind

_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEARS = re.compile(r"(\d{4})/(\d{2}|\d{4})")
_YEAR = re.compile(r"\d{4}")
_FIRST_MONTH: dict[YearKind | None, int] = {"financial": 4, "academic": 9, "calendar": 1, None: 4}


@dataclass(frozen=True, slots=True)
class Months:
    """The first and the last month of a period, counted from the year nought."""

    first: int
    last: int

    def after(self, other: Months) -> bool:
        """Whether the whole of it comes after the other has ended."""
        return self.first > other.last

    def within(self, other: Months) -> bool:
        """Whether it lies in the other, or is the same."""
        return other.first <= self.first and self.last <= other.last


@lru_cache(maxsize=4096)
def months_of(period: str | None, year_kind: YearKind | None = None) -> Months | None:
    """The months of "2009-03", "2008/09", "2005/07" (three years pooled) or "2009".

    A year across two is a financial one unless its kind is given. None where the period is missing or
    no period at all, "2008/07".
    """
    if period is None:
        return None
    if match := _MONTH.fullmatch(period):
        month = int(match[2])
        return _single(int(match[1]), month) if 1 <= month <= 12 else None
    if match := _YEARS.fullmatch(period):
        return _across(int(match[1]), match[2], year_kind)
    if _YEAR.fullmatch(period):
        return Months(int(period) * 12, int(period) * 12 + 11)
    return None


def _single(year: int, month: int) -> Months:
    number = year * 12 + month - 1
    return Months(number, number)


def _across(first: int, last: str, year_kind: YearKind | None) -> Months | None:
    second = second_year(first, last)
    if second <= first:
        return None
    start = first * 12 + _FIRST_MONTH[year_kind] - 1
    return Months(start, start + (second - first) * 12 - 1)


def second_year(first: int, last: str) -> int:
    """The year that the second part of "2009/10" means; "1999/00" ends in 2000."""
    if len(last) == 4:
        return int(last)
    year = first - first % 100 + int(last)
    return year + 100 if first % 100 == 99 and year < first else year


def due_months(due: Due | None) -> Months | None:
    """The months in which an action may end; None where it does not say."""
    return months_of(due.month) or months_of(due.period) if due else None


def month_in_words(number: int) -> str:
    """The month with that count from the year nought, "March 2010"."""
    return f"{calendar.month_name[number % 12 + 1]} {number // 12}"


def period_in_words(period: str) -> str:
    """ "2009-03" as "March 2009"; a year as it stands."""
    months = months_of(period)
    return month_in_words(months.first) if months and _MONTH.fullmatch(period) else period
