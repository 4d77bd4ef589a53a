"""Labels of periods, as published files write them, to periods."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from oneplan.vocabulary.periods import (
    Period,
    PeriodKind,
    Revision,
    YearKind,
    pooled,
    single_year,
    split_label,
    split_year,
)

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_REVISIONS: dict[str, Revision] = {
    "prov": "provisional",
    "provisional": "provisional",
    "p": "provisional",
    "rev": "revised",
    "revised": "revised",
    "r": "revised",
    "final": "final",
    "ot": "final",
    "outturn": "final",
}
_MARK = re.compile(r"\(([a-z]+)\)$")
_PARTS: dict[int, PeriodKind] = {1: "month", 3: "quarter"}
_PLAUSIBLE = range(1900, 2101)


def read_period(label: str, kind: YearKind | None = None) -> Period | None:
    """The period that a label names, None where it names none.

    ``kind`` is what kind of year the source says it uses; a label that says more is believed.
    """
    text = " ".join(label.casefold().replace("–", "-").replace("—", "-").split())
    mark = _MARK.search(text)
    revision = _REVISIONS.get(mark[1], "") if mark else ""
    if mark and revision:
        text = text[: mark.start()].strip()
    period = _plain(text, kind)
    return replace(period, revision=revision) if period and revision else period


def revision_of(word: str) -> Revision:
    """How final a source says its figures are; empty where the word says nothing of it."""
    return _REVISIONS.get(word.strip().casefold(), "")


def _plain(text: str, kind: YearKind | None) -> Period | None:
    for pattern, read in _FORMS:
        found = pattern.fullmatch(text)
        if found:
            try:
                return read(found, kind)
            except ValueError:
                return None
    return None


def _year(text: str) -> int:
    year = int(text)
    if year not in _PLAUSIBLE:
        raise ValueError(text)
    return year


def _second(first: int, text: str) -> int:
    if len(text) == 4:
        return _year(text)
    second = first // 100 * 100 + int(text)
    return second if second > first else second + 100


def _single(found: re.Match[str], kind: YearKind | None) -> Period:
    return single_year(_year(found[1]), kind)


def _two_years(found: re.Match[str], kind: YearKind | None) -> Period:
    first = _year(found[1])
    last = _second(first, found[2])
    if last == first + 1:
        return split_year(first, kind)
    if first < last <= first + 20:
        return _pooled_calendar(first, last)
    if "-" in found[0] and len(found[2]) == 2:
        return _month_number(found, kind)
    raise ValueError(found[0])


def _pooled_calendar(first: int, last: int) -> Period:
    return pooled(single_year(first, "calendar"), single_year(last, "calendar"))


def _spaced(found: re.Match[str], kind: YearKind | None) -> Period:
    first = _year(found[1])
    last = _second(first, found[2])
    return _two_years(found, kind) if last == first + 1 else _pooled_calendar(first, last)


def _split_years(found: re.Match[str], kind: YearKind | None) -> Period:
    first = _year(found[1])
    last = _second(first, found[3])
    if _second(first, found[2]) != first + 1 or not first < last <= first + 20:
        raise ValueError(found[0])
    if _second(last, found[4]) != last + 1:
        raise ValueError(found[0])
    return pooled(split_year(first, kind), split_year(last, kind))


def _day(found: re.Match[str], _: YearKind | None) -> Period:
    day = date(_year(found[1]), int(found[2]), int(found[3]))
    return Period(day.isoformat(), day, day, "reporting_day")


def _british_day(found: re.Match[str], _: YearKind | None) -> Period:
    day = date(_year(found[3]), int(found[2]), int(found[1]))
    return Period(day.isoformat(), day, day, "reporting_day")


def _month_number(found: re.Match[str], _: YearKind | None) -> Period:
    return _months(_year(found[1]), int(found[2]), 1, "month")


def _month_name(found: re.Match[str], _: YearKind | None) -> Period:
    return _months(_year(found[2]), _MONTHS.index(found[1][:3]) + 1, 1, "month")


def _months(year: int, month: int, length: int, kind: PeriodKind) -> Period:
    start = date(year, month, 1)
    end = _last_day(start, length)
    label = f"{year} Q{(month + 2) // 3}" if length == 3 else f"{year}-{month:02d}"
    return Period(label, start, end, kind)


def _last_day(start: date, length: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + length, 12)
    day = min(start.day, monthrange(year, month + 1)[1])
    return date(year, month + 1, day) - timedelta(days=1)


def _quarter(found: re.Match[str], _: YearKind | None) -> Period:
    return _months(_year(found[1]), 3 * int(found[2]) - 2, 3, "quarter")


def _split_quarter(found: re.Match[str], kind: YearKind | None) -> Period:
    first = _year(found[1])
    if _second(first, found[2]) != first + 1:
        raise ValueError(found[0])
    return quarter_of(split_year(first, kind), int(found[3]))


def quarter_of(year: Period, number: int) -> Period:
    """The first to fourth quarter of a year."""
    month = year.start.month - 1 + 3 * (number - 1)
    start = date(year.start.year + month // 12, month % 12 + 1, 1)
    return Period(f"{year.label} Q{number}", start, _last_day(start, 3), "quarter")


def _interval(found: re.Match[str], _: YearKind | None) -> Period:
    start = date(_year(found[1]), int(found[2]), int(found[3]))
    length = int(found[4]) * (12 if found[5] == "y" else 1)
    if not 1 <= length <= 240:
        raise ValueError(found[0])
    end = _last_day(start, length)
    if length % 12:
        return replace(
            _months(start.year, start.month, length, _PARTS.get(length, "unstated")),
            start=start,
            end=end,
        )
    return _whole_years(start, end, length // 12)


def _whole_years(start: date, end: date, years: int) -> Period:
    kinds: dict[int, PeriodKind] = {1: "calendar", 4: "financial", 8: "academic", 9: "academic"}
    kind = kinds.get(start.month, "unstated")
    first, last = (
        str(year) if start.month == 1 else split_label(year)
        for year in (start.year, start.year + years - 1)
    )
    if years == 1:
        return Period(first, start, end, kind)
    return Period(f"{first} - {last}", start, end, "pooled", years)


_Y, _D = r"(\d{4})", r"(\d{2}|\d{4})"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], YearKind | None], Period]], ...] = (
    (re.compile(_Y), _single),
    (re.compile(rf"{_Y}[/-]{_D}"), _two_years),
    (re.compile(rf"{_Y} (?:-|to) {_D}"), _spaced),
    (re.compile(rf"{_Y}[/-](\d\d) ?(?:-|to) ?(\d\d|\d{{4}})[/-](\d\d)"), _split_years),
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[t ]00:00:00)?"), _day),
    (re.compile(r"(\d\d?)/(\d\d?)/(\d{4})"), _british_day),
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:t00:00:00)?/p(\d+)([ym])"), _interval),
    (re.compile(r"(\d{4}) ?m(\d\d)"), _month_number),
    (re.compile(rf"({'|'.join(_MONTHS)})[a-z]*[ -](\d{{4}})"), _month_name),
    (re.compile(r"(\d{4}) ?-?q([1-4])"), _quarter),
    (re.compile(r"(\d{4})[/-](\d\d) ?q([1-4])"), _split_quarter),
)
