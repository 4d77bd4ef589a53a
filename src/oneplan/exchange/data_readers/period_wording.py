"""Labels of periods with words in them: months, quarters, terms, weeks, years that end in a month."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from oneplan.exchange.data_readers import period_parts as parts
from oneplan.vocabulary.periods import Period, YearKind, single_year, split_year

Read = Callable[[re.Match[str], YearKind | None], Period]


def _month(found: re.Match[str], _: YearKind | None) -> Period:
    return parts.stretch(date(parts.year_of(found["y"]), parts.month_of(found["m"]), 1), 1)


def _day(found: re.Match[str], _: YearKind | None) -> Period:
    return parts.one_day(
        date(parts.year_of(found["y"]), parts.month_of(found["m"]), int(found["d"]))
    )


def _figures_day(found: re.Match[str], _: YearKind | None) -> Period:
    return parts.one_day(date(parts.year_of(found["y"]), int(found["n"]), int(found["d"])))


def _mid_year(found: re.Match[str], _: YearKind | None) -> Period:
    return parts.one_day(date(parts.year_of(found["y"]), 6, 30))


def _months(found: re.Match[str], _: YearKind | None) -> Period:
    last, year = parts.month_of(found["m2"]), parts.year_of(found["y2"])
    first = parts.month_of(found["m1"])
    begins = parts.year_of(found["y1"]) if found["y1"] else year - (first > last)
    return parts.stretch(date(begins, first, 1), (year - begins) * 12 + last - first + 1)


def _ending(found: re.Match[str], _: YearKind | None) -> Period:
    length = {"y": 12, "q": 3}.get(found["word"][0]) if found["word"] else int(found["count"])
    year, month = parts.year_of(found["y"]), parts.month_of(found["m"])
    begins, place = divmod(year * 12 + month - (length or 12), 12)
    return parts.stretch(date(begins, place + 1, 1), length or 12)


def _quarter(found: re.Match[str], kind: YearKind | None) -> Period:
    return parts.quarter_of(_year(found, kind), int(found["n"]))


def _half(found: re.Match[str], kind: YearKind | None) -> Period:
    return parts.half_of(_year(found, kind), int(found["n"]))


def _year(found: re.Match[str], kind: YearKind | None) -> Period:
    """The year that a part is of: of a single year the calendar's, where nobody says another."""
    first = parts.year_of(found["y"])
    if not found["y2"]:
        return single_year(first, kind or "calendar")
    if parts.second_year(first, found["y2"]) != first + 1:
        raise ValueError(found[0])
    return split_year(first, kind)


def _term(found: re.Match[str], _: YearKind | None) -> Period:
    year = parts.year_of(found["y"])
    if found["y2"] and parts.second_year(year, found["y2"]) != year + 1:
        raise ValueError(found[0])
    begins_year = bool(found["y2"]) or found["term"] == "autumn"
    return parts.term_of(year if begins_year else year - 1, f"{found['term']} term")


def _week(found: re.Match[str], _: YearKind | None) -> Period:
    year, number = parts.year_of(found["y"]), int(found["n"])
    start = date.fromisocalendar(year, number, 1)
    return Period(f"{year} week {number}", start, start + timedelta(days=6), "week")


def _week_of(found: re.Match[str], _: YearKind | None) -> Period:
    day = date(parts.year_of(found["y"]), int(found["n"]), int(found["d"]))
    start = day if found["way"] == "c" else day - timedelta(days=6)
    return Period(f"{start} week", start, start + timedelta(days=6), "week")


def _any_month(name: str) -> str:
    return parts.MONTH.replace("(", f"(?P<{name}>", 1)


_Y = r"(?P<y>\d{4}|\d\d)"
_SPLIT = r"(?P<y>\d{4}|\d\d(?=[/-]))(?:[/-](?P<y2>\d\d|\d{4}))?"
_IN = r"(?: ?\([a-z]{3,9} ?(?:-|to) ?[a-z]{3,9}\))?"
_QUARTER = r"(?:quarter|qtr|q) ?(?P<n>[1-4])"
_HALF = r"(?:half(?: year)?|h) ?(?P<n>[12])"
_TERM = r"(?P<term>autumn and spring|spring and summer|autumn|spring|summer)(?: term)?"
_ON = r"(?:(?:(?:as )?(?:at|of)|on|snapshot(?: at)?):? )?"
_STRETCH = (
    rf"{_any_month('m1')}(?:[ -]?(?P<y1>\d{{4}}|\d\d))? ?(?:-|to|/) ?{_any_month('m2')}"
    r"[ -]?(?P<y2>\d{4}|\d\d)"
)
_ENDING = (
    r"(?:(?P<word>year|quarter)|(?:rolling )?(?P<count>\d\d?) months?)"
    r" (?:ending|ended|end|to)(?: in| the)? (?:\d\d?(?:st|nd|rd|th)? )?"
    rf"{_any_month('m')}[ -]{_Y}"
)
_WEEK_OF = (
    r"(?:w/?|week )(?P<way>[ce])(?:ommencing|nding)? (?P<d>\d\d?)/(?P<n>\d\d?)/"
    r"(?P<y>\d{4}|\d\d)"
)
_WORDS: tuple[tuple[str, Read], ...] = (
    (rf"{_any_month('m')}[ -]?'?{_Y}", _month),
    (rf"(?P<y>\d{{4}})[ -]{_any_month('m')}", _month),
    (rf"{_ON}(?P<d>\d\d?)(?:st|nd|rd|th)?[ -]{_any_month('m')},?[ -]{_Y}", _day),
    (rf"{_ON}(?P<d>\d\d?)/(?P<n>\d\d?)/{_Y}", _figures_day),
    (rf"mid[ -](?:year )?{_Y}", _mid_year),
    (_STRETCH, _months),
    (_ENDING, _ending),
    (rf"{_QUARTER}{_IN},? ?{_SPLIT}", _quarter),
    (rf"{_SPLIT},? ?-? ?{_QUARTER}{_IN}", _quarter),
    (rf"{_HALF}{_IN},? ?{_SPLIT}", _half),
    (rf"{_SPLIT},? ?-? ?{_HALF}{_IN}", _half),
    (rf"{_TERM},? {_SPLIT}", _term),
    (rf"{_SPLIT},? {_TERM}", _term),
    (rf"(?:week|wk) ?(?P<n>\d\d?),? {_Y}", _week),
    (r"(?P<y>\d{4})[ -]?(?:week |wk ?|w)(?P<n>\d\d?)", _week),
    (_WEEK_OF, _week_of),
)
IN_WORDS: tuple[tuple[re.Pattern[str], Read], ...] = tuple(
    (re.compile(pattern), read) for pattern, read in _WORDS
)
"""The forms, each with what reads it; a reader raises ValueError where the label names no period."""
