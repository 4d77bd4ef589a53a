"""Periods in a text: months, years of two kinds, quarters, terms, spans – and impossible ones.

Choices: a quarter of a financial year is its last month ("Q3 2016/17" is 2016-12); a season, a term or
a quarter of a calendar year is only its year; a span of years or months is its last one, with ``first``
beside it. The kind of year is given only where the words say it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import OSA

from oneplan.document.phrases.tokens import NUMBER, WORD, Tokens
from oneplan.document.schema import YearKind

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb febuary",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_SEASONS = frozenset(("spring", "summer", "autumn", "winter", "easter", "christmas", "michaelmas"))
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_YEAR_KINDS: dict[str, YearKind] = {
    "academic": "academic",
    "school": "academic",
    "financial": "financial",
    "fiscal": "financial",
    "calendar": "calendar",
}
_OF_PUPILS = frozenset(("year", "years", "yr", "yrs", "age", "ages", "aged"))
_PARTS_OF_YEAR = frozenset(("early", "mid", "late"))
_DASHES = frozenset("-–—‐‑−")
_JOINS = _DASHES | {"to", "until", "and", "through"}
_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FIRST_YEAR, LAST_YEAR = 1950, 2060


@dataclass(frozen=True, slots=True)
class PeriodFound:
    """A period in a text, at ``start`` to ``end``.

    ``period`` is "2009-03", "2008/09" or "2009", None where the words name none that exists;
    ``problem`` then says why not. ``first`` is the beginning of a span.
    """

    text: str
    start: int
    end: int
    period: str | None = None
    year_kind: YearKind | None = None
    first: str | None = None
    problem: str | None = None

    @property
    def valid(self) -> bool:
        """Whether the period exists."""
        return self.problem is None

    @property
    def month(self) -> str | None:
        """The period where it is a month, else None."""
        return (
            self.period if self.period and len(self.period) == 7 and self.period[4] == "-" else None
        )


class Read(NamedTuple):
    """What a recogniser understood and the place after it."""

    after: int
    period: str | None
    problem: str | None = None
    year_kind: YearKind | None = None
    first: str | None = None


def last_month(period: str, year_kind: YearKind | None = None) -> str:
    """The last month of a period; a split year ends in March unless it is an academic one (August)."""
    if len(period) == 7 and period[4] == "/":
        return f"{int(period[:4]) + 1}-{'08' if year_kind == 'academic' else '03'}"
    return period if len(period) == 7 else f"{period}-12"


def first_month(period: str, year_kind: YearKind | None = None) -> str:
    """The first month of a period; a split year begins in April unless it is an academic one."""
    if len(period) == 7 and period[4] == "/":
        return f"{period[:4]}-{'09' if year_kind == 'academic' else '04'}"
    return period if len(period) == 7 else f"{period}-01"


def split_year(first: int) -> str:
    """The year that begins in ``first``, as "2008/09"."""
    return f"{first}/{(first + 1) % 100:02d}"


def whole(tokens: Tokens, place: int) -> int | None:
    """The whole number at a place, None where there is none."""
    token = tokens.at(place)
    if token.kind != NUMBER or len(token.text) > 4 or not token.text.isdigit():
        return None
    return int(token.text)


def year_at(tokens: Tokens, place: int) -> int | None:
    """A year of four digits in living memory or plan, None otherwise."""
    number = whole(tokens, place)
    return number if number is not None and FIRST_YEAR <= number <= LAST_YEAR else None


def century(two_digits: int) -> int:
    """The year that two digits mean: 09 is 2009, 98 is 1998."""
    return two_digits + (2000 if two_digits < 70 else 1900)


def recognise_period(tokens: Tokens, place: int) -> tuple[PeriodFound, int] | None:
    """The period that begins at a place, with the place after it; None where none begins there."""
    read = _begin(tokens, place)
    if read is None:
        return None
    read = _through(tokens, read)
    read = _kind_after(tokens, read)
    first, last = tokens.at(place), tokens.at(read.after - 1)
    found = PeriodFound(
        tokens.text[first.start : last.end],
        first.start,
        last.end,
        read.period,
        read.year_kind,
        read.first,
        read.problem,
    )
    return found, read.after


def _begin(tokens: Tokens, place: int) -> Read | None:
    token = tokens.at(place)
    if token.kind == NUMBER:
        if tokens.low(place + 2) == "quarter":
            return _numbered_quarter(tokens, place)
        return _numeric_date(tokens, place) or _day_month(tokens, place) or _year(tokens, place)
    recognise = _STARTS.get(token.low)
    if recognise is not None:
        return recognise(tokens, place)
    return _misspelt_month(tokens, place) if token.kind == WORD else None


def _kind_first(tokens: Tokens, place: int) -> Read | None:
    kind = _YEAR_KINDS[tokens.low(place)]
    if tokens.low(place + 1) not in ("year", "years"):
        return None
    after = place + 2
    while tokens.low(after) in (":", "(", "of"):
        after += 1
    read = _year(tokens, after)
    return read._replace(year_kind=kind) if read else None


def _financial_year(tokens: Tokens, place: int) -> Read | None:
    read = _year(tokens, place + 1)
    return read._replace(year_kind="financial") if read else None


def _part_of_year(tokens: Tokens, place: int) -> Read | None:
    after = place + 1
    while tokens.low(after) in _DASHES:
        after += 1
    return _year(tokens, after)


def _season(tokens: Tokens, place: int) -> Read | None:
    after = place + 1
    while tokens.low(after) in (
        "term",
        "half",
        "school",
        "holiday",
        "holidays",
        "of",
        "visit",
        ",",
    ):
        after += 1
    return _year(tokens, after)


def _numbered_quarter(tokens: Tokens, place: int) -> Read | None:
    number = whole(tokens, place)
    if number is None or not 1 <= number <= 4 or tokens.low(place + 1) not in _ENDINGS:
        return None
    return _quarter_of(tokens, number, place + 3)


def _quarter(tokens: Tokens, place: int) -> Read | None:
    low = tokens.low(place)
    if low in _ORDINALS:
        return (
            _quarter_of(tokens, _ORDINALS[low], place + 2)
            if tokens.low(place + 1) == "quarter"
            else None
        )
    if low == "quarter":
        number = whole(tokens, place + 1)
        return _quarter_of(tokens, number, place + 2) if number and number <= 4 else None
    return _quarter_of(tokens, int(low[1:]), place + 1)


def _quarter_of(tokens: Tokens, number: int, after: int) -> Read | None:
    while tokens.low(after) in ("of", ",", "-", "–", "("):
        after += 1
    read = _year(tokens, after)
    if read is None or read.period is None or "/" not in read.period:
        return read
    month = number * 3 + 3
    year = int(read.period[:4]) + (month > 12)
    return read._replace(period=f"{year}-{(month - 1) % 12 + 1:02d}")


def _month(tokens: Tokens, place: int) -> Read | None:
    return _month_and_year(tokens, place, MONTHS[tokens.low(place)], None)


def _month_and_year(tokens: Tokens, place: int, month: int, day: int | None) -> Read | None:
    after = place + 1
    if day is None:
        day, after = _day_after_month(tokens, after)
    while tokens.low(after) in (".", ",", "-", "–", "/", "of", "'", "’", "‘"):
        after += 1
    year = year_at(tokens, after)
    if year is None:
        number = whole(tokens, after)
        if number is None or len(tokens.at(after).text) != 2 or _counts(tokens, after):
            return None
        year = century(number)
    if after - place > 4:
        return None
    pair = _pair(tokens, after, year)
    if pair is not None and pair.first is None and tokens.low(place) not in ("may",):
        return pair if pair.problem is None else Read(after + 1, f"{year}-{month:02d}")
    problem = _day_problem(day, month, year, tokens.low(place))
    return Read(after + 1, None if problem else f"{year}-{month:02d}", problem)


def _counts(tokens: Tokens, place: int) -> bool:
    following = tokens.at(place + 1)
    return following.low in ("%", "per") or (following.glued and following.kind == WORD)


def _day_after_month(tokens: Tokens, place: int) -> tuple[int | None, int]:
    day = whole(tokens, place)
    if day is None or len(tokens.at(place).text) > 2:
        return None, place
    after = place + 1
    if tokens.low(after) in _ENDINGS:
        after += 1
    while tokens.low(after) == ",":
        after += 1
    return (day, after) if year_at(tokens, after) is not None else (None, place)


def _day_month(tokens: Tokens, place: int) -> Read | None:
    day = whole(tokens, place)
    if day is None or len(tokens.at(place).text) > 2:
        return None
    after = place + 1
    if tokens.low(after) in _ENDINGS and tokens.at(after).glued:
        after += 1
    while tokens.low(after) in ("of", "-", "–", "/"):
        after += 1
    month = MONTHS.get(tokens.low(after))
    return _month_and_year(tokens, after, month, day) if month else None


def _day_problem(day: int | None, month: int, year: int, name: str) -> str | None:
    if day is None:
        return None
    last = _DAYS_IN_MONTH[month - 1]
    if month == 2 and not (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)):
        last = 28
    return None if 1 <= day <= last else f"{name.capitalize()} {year} has no day {day}"


def _numeric_date(tokens: Tokens, place: int) -> Read | None:
    parts = [whole(tokens, place)]
    after = place + 1
    while len(parts) < 3 and tokens.low(after) in ("/", ".", "-") and tokens.at(after).glued:
        number = whole(tokens, after + 1)
        if number is None or not tokens.at(after + 1).glued:
            break
        parts.append(number)
        after += 2
    if len(parts) == 3 and None not in parts:
        return _three_numbers(tokens, place, after, [part or 0 for part in parts])
    decimal = tokens.at(place).text
    if decimal.count(".") == 1 and len(decimal) <= 5 and tokens.low(place + 1) == ".":
        return _dotted_date(tokens, place)
    return _month_number_and_year(tokens, place)


def _dotted_date(tokens: Tokens, place: int) -> Read | None:
    day, month = tokens.at(place).text.split(".")
    year = whole(tokens, place + 2)
    if year is None or not (tokens.at(place + 1).glued and tokens.at(place + 2).glued):
        return None
    if len(tokens.at(place + 2).text) not in (2, 4):
        return None
    return _calendar_day(place + 3, int(day), int(month or 0), year)


def _three_numbers(tokens: Tokens, place: int, after: int, parts: list[int]) -> Read | None:
    if len(tokens.at(place).text) == 4:
        return _calendar_day(after, parts[2], parts[1], parts[0])
    return _calendar_day(after, parts[0], parts[1], parts[2])


def _calendar_day(after: int, day: int, month: int, year: int) -> Read | None:
    year = century(year) if year < 100 else year
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if not 1 <= month <= 12:
        return Read(after, None, f"there is no month {month}")
    name = next(name for name, number in MONTHS.items() if number == month)
    problem = _day_problem(day, month, year, name)
    return Read(after, None if problem else f"{year}-{month:02d}", problem)


def _month_number_and_year(tokens: Tokens, place: int) -> Read | None:
    month = whole(tokens, place)
    if month is None or len(tokens.at(place).text) > 2 or tokens.low(place + 1) != "/":
        return None
    year = year_at(tokens, place + 2)
    if year is None or not tokens.at(place + 2).glued or tokens.low(place + 3) == "/":
        return None
    if not 1 <= month <= 12:
        return Read(place + 3, None, f"there is no month {month}")
    return Read(place + 3, f"{year}-{month:02d}")


def _year(tokens: Tokens, place: int) -> Read | None:
    number = whole(tokens, place)
    if number is None or len(tokens.at(place).text) == 3:
        return None
    if len(tokens.at(place).text) == 4:
        return _pair(tokens, place, number) or _single_year(place, number)
    return _short_pair(tokens, place, number)


def _single_year(place: int, number: int) -> Read | None:
    return Read(place + 1, str(number)) if FIRST_YEAR <= number <= LAST_YEAR else None


def _short_pair(tokens: Tokens, place: int, first: int) -> Read | None:
    second = whole(tokens, place + 2)
    if len(tokens.at(place).text) != 2 or tokens.low(place + 1) != "/" or second is None:
        return None
    if len(tokens.at(place + 2).text) != 2 or second != (first + 1) % 100:
        return None
    if tokens.low(place + 3) in ("year", "/", "%") or tokens.low(place - 1) in _OF_PUPILS:
        kind_before = tokens.low(place - 2) in _YEAR_KINDS
        if not kind_before:
            return None
    return Read(place + 3, split_year(century(first)))


def _pair(tokens: Tokens, place: int, first: int) -> Read | None:
    join = tokens.low(place + 1)
    if join == "/" or join in _DASHES:
        return _joined_years(tokens, place, first, slash=join == "/")
    return None


def _joined_years(tokens: Tokens, place: int, first: int, *, slash: bool) -> Read | None:
    second_token = tokens.at(place + 2)
    second = whole(tokens, place + 2)
    if second is None or len(second_token.text) == 3 or _counts(tokens, place + 2):
        return None
    after = place + 3
    if len(second_token.text) == 4:
        return _years_in_full(after, first, second, slash=slash)
    if not FIRST_YEAR <= first <= LAST_YEAR:
        return None
    short = second if len(second_token.text) == 2 else first % 100 - first % 10 + second
    if short == (first + 1) % 100:
        return Read(after, split_year(first))
    if slash:
        return Read(after, None, f"{first}/{second_token.text} is no year")
    if short > first % 100:
        return Read(after, str(first - first % 100 + short), first=str(first))
    if len(second_token.text) == 2 and 1 <= second <= 12:
        return Read(after, f"{first}-{second:02d}")
    return Read(after, None, f"{first}–{second_token.text} runs backwards")


def _years_in_full(after: int, first: int, second: int, *, slash: bool) -> Read | None:
    if not FIRST_YEAR <= second <= LAST_YEAR:
        return None
    if not FIRST_YEAR <= first <= LAST_YEAR:
        return Read(after, None, f"{first} is no likely year")
    if second == first + 1:
        return Read(after, split_year(first))
    if second <= first:
        return Read(after, None, f"{first}–{second} runs backwards")
    if slash:
        return Read(after, None, f"{first}/{second} is no year")
    return Read(after, str(second), first=str(first))


def _misspelt_month(tokens: Tokens, place: int) -> Read | None:
    token = tokens.at(place)
    if not 4 <= len(token.text) <= 10 or not token.text[0].isupper():
        return None
    year = year_at(tokens, place + 1)
    if year is None or token.low in _MONTH_LIKE:
        return None
    for name in MONTHS:
        if len(name) > 3 and OSA.distance(token.low, name, score_cutoff=1) <= 1:
            return Read(place + 2, None, f"“{token.text}” is no month; {name.capitalize()}?")
    return None


def _through(tokens: Tokens, read: Read) -> Read:
    """The span "April 2009 – March 2010" or "2009 to 2011" as one period, its last."""
    if read.period is None or read.first is not None:
        return read
    joint = tokens.low(read.after)
    if joint not in _DASHES and joint not in ("to", "until", "through"):
        return read
    second = _begin(tokens, read.after + 1)
    if second is None or second.period is None or second.first is not None:
        return read
    if len(second.period) != len(read.period) or (read.period[4:5] != second.period[4:5]):
        return read
    if second.period <= read.period:
        return read
    return second._replace(first=read.period)


def _kind_after(tokens: Tokens, read: Read) -> Read:
    if read.year_kind is not None or read.period is None:
        return read
    place = read.after
    opened = tokens.low(place) == "("
    place += opened
    kind = _YEAR_KINDS.get(tokens.low(place))
    if kind is None or tokens.low(place + 1) not in ("year", "years"):
        return read
    place += 2
    if opened:
        if tokens.low(place) != ")":
            return read
        place += 1
    return read._replace(after=place, year_kind=kind)


_MONTH_LIKE = frozenset(("marsh", "match", "jane", "juno", "dune", "tune", "ray"))
_STARTS: dict[str, Callable[[Tokens, int], Read | None]] = {
    **dict.fromkeys(MONTHS, _month),
    **dict.fromkeys(_YEAR_KINDS, _kind_first),
    **dict.fromkeys(("fy",), _financial_year),
    **dict.fromkeys(_PARTS_OF_YEAR, _part_of_year),
    **dict.fromkeys(_SEASONS, _season),
    **dict.fromkeys(("q1", "q2", "q3", "q4", "quarter", *_ORDINALS), _quarter),
}
