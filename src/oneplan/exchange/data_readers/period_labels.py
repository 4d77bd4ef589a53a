"""Labels of periods, as published files and local returns write them, to periods."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from oneplan.exchange.data_readers import period_parts as parts
from oneplan.exchange.data_readers.period_wording import IN_WORDS
from oneplan.vocabulary.periods import (
    Period,
    Revision,
    YearKind,
    pooled,
    single_year,
    split_year,
)

_REVISIONS: dict[str, Revision] = {
    "prov": "provisional",
    "provisional": "provisional",
    "p": "provisional",
    "est": "provisional",
    "rev": "revised",
    "revised": "revised",
    "r": "revised",
    "final": "final",
    "ot": "final",
    "outturn": "final",
}
_MARK = re.compile(
    r" ?(?:[(\[]([a-z]+)[)\]]|(?<=\d)([pr])|(?<=\d) (prov(?:isional)?|rev(?:ised)?|final|outturn|[pr]))$"
)
_KINDS: dict[str, YearKind] = {
    "fy": "financial",
    "financial year": "financial",
    "fiscal year": "financial",
    "tax year": "financial",
    "ay": "academic",
    "academic year": "academic",
    "school year": "academic",
    "cy": "calendar",
    "calendar year": "calendar",
    "calendar": "calendar",
    "financial": "financial",
    "academic": "academic",
}
_NAMED = "|".join(sorted(_KINDS, key=len, reverse=True))
_KIND_BEFORE = re.compile(rf"({_NAMED})(?: (?:of|ending|end))?[ :]*(?=\d)")
_KIND_BEHIND = re.compile(rf"(?<=\d) ?[(\[]?({_NAMED})[)\]]?$")
_LONGEST = 60
_FIRST_SERIAL, _LAST_SERIAL = 36526, 54788


def read_period(label: str, kind: YearKind | None = None) -> Period | None:
    """The period that a label names, None where it names none.

    ``kind`` is what kind of year the source says it uses; a label that says more is believed.
    """
    if len(label) > _LONGEST:
        return None
    text = " ".join(label.casefold().replace("–", "-").replace("—", "-").split())
    text, revision = _without_mark(text)
    text, said = _without_kind(text)
    period = _plain(text, said or kind)
    return replace(period, revision=revision) if period and revision else period


def revision_of(word: str) -> Revision:
    """How final a source says its figures are; empty where the word says nothing of it."""
    return _REVISIONS.get(word.strip().casefold(), "")


def _without_mark(text: str) -> tuple[str, Revision]:
    mark = _MARK.search(text)
    revision = _REVISIONS.get(mark[1] or mark[2] or mark[3], "") if mark else ""
    return (text[: mark.start()].strip(), revision) if mark and revision else (text, "")


def _without_kind(text: str) -> tuple[str, YearKind | None]:
    before = _KIND_BEFORE.match(text)
    if before:
        return text[before.end() :], _KINDS[before[1]]
    behind = _KIND_BEHIND.search(text)
    if behind:
        return text[: behind.start()], _KINDS[behind[1]]
    return text, None


def _plain(text: str, kind: YearKind | None) -> Period | None:
    for pattern, read in (*_IN_FIGURES, *IN_WORDS):
        found = pattern.fullmatch(text)
        if found:
            try:
                return read(found, kind)
            except (ValueError, OverflowError):
                return None
    return None


def _single(found: re.Match[str], kind: YearKind | None) -> Period:
    return single_year(parts.year_of(found[1]), kind)


def _two_years(found: re.Match[str], kind: YearKind | None) -> Period:
    first = parts.year_of(found[1])
    last = parts.second_year(first, found[2])
    if last == first + 1:
        return split_year(first, kind)
    if len(found[2]) > 1 and first < last <= first + 20:
        return _pooled_calendar(first, last)
    if "-" in found[0] and len(found[2]) == 2:
        return _month_number(found, kind)
    raise ValueError(found[0])


def _two_short_years(found: re.Match[str], kind: YearKind | None) -> Period:
    first = parts.year_of(found[1])
    if parts.second_year(first, found[2]) != first + 1:
        raise ValueError(found[0])
    return split_year(first, kind)


def _pooled_calendar(first: int, last: int) -> Period:
    return pooled(single_year(first, "calendar"), single_year(last, "calendar"))


def _spaced(found: re.Match[str], kind: YearKind | None) -> Period:
    first = parts.year_of(found[1])
    last = parts.second_year(first, found[2])
    if not first < last <= first + 20:
        raise ValueError(found[0])
    return _two_years(found, kind) if last == first + 1 else _pooled_calendar(first, last)


def _split_years(found: re.Match[str], kind: YearKind | None) -> Period:
    first = parts.year_of(found[1])
    last = parts.second_year(first, found[3])
    if parts.second_year(first, found[2]) != first + 1 or not first < last <= first + 20:
        raise ValueError(found[0])
    if parts.second_year(last, found[4]) != last + 1:
        raise ValueError(found[0])
    return pooled(split_year(first, kind), split_year(last, kind))


def _day(found: re.Match[str], _: YearKind | None) -> Period:
    return parts.one_day(date(parts.year_of(found[1]), int(found[2]), int(found[3])))


def _british_day(found: re.Match[str], _: YearKind | None) -> Period:
    return parts.one_day(date(parts.year_of(found[3]), int(found[2]), int(found[1])))


def _serial_day(found: re.Match[str], _: YearKind | None) -> Period:
    number = int(found[1])
    if not _FIRST_SERIAL <= number < _LAST_SERIAL:
        raise ValueError(found[0])
    return parts.one_day(date(1899, 12, 30) + timedelta(days=number))


def _month_number(found: re.Match[str], _: YearKind | None) -> Period:
    return parts.stretch(date(parts.year_of(found[1]), int(found[2]), 1), 1)


def _month_first(found: re.Match[str], _: YearKind | None) -> Period:
    return parts.stretch(date(parts.year_of(found[2]), int(found[1]), 1), 1)


def _together(found: re.Match[str], kind: YearKind | None) -> Period:
    if int(found[2]) == (int(found[1]) + 1) % 100:
        return split_year(parts.year_of(found[1]), kind)
    return _month_number(found, kind)


def _interval(found: re.Match[str], _: YearKind | None) -> Period:
    start = date(parts.year_of(found[1]), int(found[2] or 1), int(found[3] or 1))
    if found[5] == "d":
        return _days(start, int(found[4]))
    return parts.stretch(start, int(found[4]) * (12 if found[5] == "y" else 1))


def _days(start: date, length: int) -> Period:
    if length == 1:
        return parts.one_day(start)
    if length != 7:
        raise ValueError(length)
    return Period(f"{start} week", start, start + timedelta(days=6), "week")


def _first_to_last(found: re.Match[str], _: YearKind | None) -> Period:
    first, last = date.fromisoformat(found[1]), date.fromisoformat(found[2])
    months = (last.year - first.year) * 12 + last.month - first.month
    ends_a_month = (last + timedelta(days=1)).day == 1
    if first.day != 1 or not (ends_a_month or last.day == 1) or months < 0:
        raise ValueError(found[0])
    # By the standard the end is left out; many write the last day.
    return parts.stretch(first, months + 1 if ends_a_month and last.day != 1 else months)


_ISO_DAY = r"\d{4}-\d\d-\d\d"
_Y, _D = r"(\d{4})", r"(\d{1,2}|\d{4})"
_NIGHT = r"(?:[t ]00:00(?::00)?(?:\.0+)?z?)?"
_IN_FIGURES: tuple[
    tuple[re.Pattern[str], Callable[[re.Match[str], YearKind | None], Period]], ...
] = (
    (re.compile(rf"{_Y}(?:\.0)?"), _single),
    (re.compile(rf"{_Y}[/-]{_D}"), _two_years),
    (re.compile(r"(\d\d)[/-](\d\d)"), _two_short_years),
    (re.compile(rf"{_Y} (?:-|to|/) {_D}"), _spaced),
    (re.compile(rf"{_Y}to{_D}"), _spaced),
    (
        re.compile(rf"{_Y}[/-](\d\d|\d{{4}}) ?(?:-|to) ?(\d\d|\d{{4}})[/-](\d\d|\d{{4}})"),
        _split_years,
    ),
    (re.compile(rf"(\d{{4}})-(\d\d)-(\d\d){_NIGHT}"), _day),
    (re.compile(r"(\d{4})/(\d\d)/(\d\d)"), _day),
    (re.compile(rf"(\d\d?)[/.](\d\d?)[/.](\d{{4}}|\d\d){_NIGHT}"), _british_day),
    (re.compile(r"(\d\d?)-(\d\d?)-(\d{4})"), _british_day),
    (re.compile(rf"(\d{{4}})(?:-(\d\d)(?:-(\d\d){_NIGHT})?)?/p(\d+)([ymd])"), _interval),
    (re.compile(rf"({_ISO_DAY}){_NIGHT}/({_ISO_DAY}){_NIGHT}"), _first_to_last),
    (re.compile(r"(\d{4}) ?m(\d\d?)"), _month_number),
    (re.compile(r"(\d\d?)/(\d{4})"), _month_first),
    (re.compile(r"(\d{4})(\d\d)"), _together),
    (re.compile(r"(\d{4})(\d\d)(\d\d)"), _day),
    (re.compile(r"(\d{5})(?:\.0)?"), _serial_day),
)
