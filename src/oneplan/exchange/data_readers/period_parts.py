"""What labels of periods are made of: years, months, quarters, halves and stretches of months."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from oneplan.vocabulary.periods import Period, PeriodKind, split_label

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
"""A month's name in lower case, long or short."""

_PLAUSIBLE = range(1900, 2101)
_PARTS: dict[int, PeriodKind] = {1: "month", 3: "quarter", 6: "half_year"}
_YEARS_FROM: dict[int, PeriodKind] = {1: "calendar", 4: "financial", 8: "academic", 9: "academic"}


def year_of(text: str) -> int:
    """The year that two or four digits say; two are of this century.

    Raises:
        ValueError: no year that data are about.
    """
    year = int(text) + (2000 if len(text) == 2 else 0)
    if year not in _PLAUSIBLE:
        raise ValueError(text)
    return year


def second_year(first: int, text: str) -> int:
    """The later year of a label such as 2024/25, 2024/2025 or 2024/5.

    Raises:
        ValueError: no year that data are about.
    """
    if len(text) == 4:
        return year_of(text)
    size = 100 if len(text) == 2 else 10
    second = first // size * size + int(text)
    return second if second > first else second + size


def month_of(name: str) -> int:
    """The number of a month from its name in lower case."""
    return MONTHS.index(name[:3]) + 1


def last_day(start: date, months: int) -> date:
    """The last day of so many months that begin on a day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    day = min(start.day, monthrange(year, month + 1)[1])
    return date(year, month + 1, day) - timedelta(days=1)


def one_day(day: date) -> Period:
    """A day on which something was counted."""
    return Period(day.isoformat(), day, day, "reporting_day")


def stretch(start: date, months: int) -> Period:
    """So many months from a day on: whole years, a quarter, a month, or what has no name.

    Raises:
        ValueError: no months, or more than twenty years of them.
    """
    if not 1 <= months <= 240:
        raise ValueError(months)
    end = last_day(start, months)
    if months % 12 == 0:
        return _whole_years(start, end, months // 12)
    first = f"{start.year}-{start.month:02d}"
    label = first if months == 1 else f"{first} - {end.year}-{end.month:02d}"
    if months == 3 and start.month % 3 == 1:
        label = f"{start.year} Q{(start.month + 2) // 3}"
    return Period(label, start, end, _PARTS.get(months, "unstated"))


def _whole_years(start: date, end: date, years: int) -> Period:
    kind = _YEARS_FROM.get(start.month, "unstated")
    if kind == "unstated":
        first = f"{start.year}-{start.month:02d} - {end.year}-{end.month:02d}"
        return Period(first, start, end, "pooled" if years > 1 else kind, years)
    first, last = (
        str(year) if start.month == 1 else split_label(year)
        for year in (start.year, start.year + years - 1)
    )
    if years == 1:
        return Period(first, start, end, kind)
    return Period(f"{first} - {last}", start, end, "pooled", years)


def quarter_of(year: Period, number: int) -> Period:
    """The first to fourth quarter of a year."""
    return _part_of(year, number, 3, f"{year.label} Q{number}")


def half_of(year: Period, number: int) -> Period:
    """The first or second half of a year."""
    return _part_of(year, number, 6, f"{year.label} part {number}")


def _part_of(year: Period, number: int, months: int, label: str) -> Period:
    month = year.start.month - 1 + months * (number - 1)
    start = date(year.start.year + month // 12, month % 12 + 1, 1)
    return Period(label, start, last_day(start, months), _PARTS[months])


def term_of(first: int, name: str) -> Period:
    """A school term, or two of them, of the academic year that begins in ``first``."""
    begins, ends = TERMS[name]
    start = date(first if begins == 9 else first + 1, begins, 1)
    months = (ends - begins) % 12 + 1
    return Period(f"{split_label(first)} {name}", start, last_day(start, months), "term")


TERMS = {
    "autumn term": (9, 12),
    "spring term": (1, 4),
    "summer term": (5, 8),
    "autumn and spring term": (9, 4),
    "spring and summer term": (1, 8),
}
"""The months in which each begins and ends; half terms are not told apart."""
