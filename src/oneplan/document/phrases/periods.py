"""Periods in a text: months, years of two kinds, quarters, terms, spans – and impossible ones.

Choices: a quarter or half of a financial year is its last month ("Q3 2016/17" is 2016-12); a season, a term or
a quarter of a calendar year is only its year; a span of years or months is its last one, with ``first``
beside it. The kind of year is given only where the words say it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from oneplan.document.phrases.days import (
    MONTHS,
    recognise_day,
    recognise_misspelt_month,
    recognise_month,
    recognise_numeric_date,
)
from oneplan.document.phrases.tokens import CODE, DASHES, NUMBER, WORD, Tokens
from oneplan.document.phrases.years import (
    FIRST_YEAR,
    LAST_YEAR,
    YEAR_KINDS,
    Read,
    century,
    recognise_year,
    split_year,
    whole,
)
from oneplan.document.schema import YearKind

_SEASONS = frozenset(("spring", "summer", "autumn", "winter", "easter", "christmas", "michaelmas"))
_KINDS_IN_LETTERS: dict[str, YearKind] = {"fy": "financial", "ay": "academic"}
_GLUED_TO_LETTERS = re.compile(r"[fa]y(?:\d\d|\d{4})")
_QUARTERS = ("q1", "q2", "q3", "q4")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_PARTS_OF_YEAR = frozenset(("early", "mid", "late"))
_ENDINGS = frozenset(("st", "nd", "rd", "th"))


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


def recognise_period(tokens: Tokens, place: int) -> tuple[PeriodFound, int] | None:
    """The period that begins at a place, with the place after it; None where none begins there."""
    read = _begin(tokens, place)
    if read is None:
        return None
    read = _quarter_after(tokens, _through(tokens, place, read))
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
        return (
            recognise_numeric_date(tokens, place)
            or recognise_day(tokens, place)
            or recognise_year(tokens, place)
        )
    recognise = _STARTS.get(token.low)
    if recognise is not None:
        return recognise(tokens, place)
    if token.kind == CODE and _GLUED_TO_LETTERS.fullmatch(token.low):
        return _kind_glued(tokens, place)
    return recognise_misspelt_month(tokens, place) if token.kind == WORD else None


def _kind_first(tokens: Tokens, place: int) -> Read | None:
    kind = YEAR_KINDS[tokens.low(place)]
    if tokens.low(place + 1) not in ("year", "years"):
        return None
    after = place + 2
    while tokens.low(after) in (":", "(", "of"):
        after += 1
    read = recognise_year(tokens, after)
    return read._replace(year_kind=kind) if read else None


def _year_of_a_kind(tokens: Tokens, place: int) -> Read | None:
    read = recognise_year(tokens, place + 1)
    return read._replace(year_kind=_KINDS_IN_LETTERS[tokens.low(place)]) if read else None


def _kind_glued(tokens: Tokens, place: int) -> Read | None:
    """ "FY24/25" and "AY2024/25", where the digits stand against the letters."""
    printed = tokens.at(place).text
    kind, digits = _KINDS_IN_LETTERS[printed[:2].lower()], printed[2:]
    second = whole(tokens, place + 2)
    if tokens.low(place + 1) not in ("/", *DASHES) or second is None:
        return None
    first = int(digits) if len(digits) == 4 else century(int(digits))
    if second % 100 != (first + 1) % 100 or not FIRST_YEAR <= first <= LAST_YEAR:
        return None
    return Read(place + 3, split_year(first), year_kind=kind)


def _half_of_year(tokens: Tokens, place: int) -> Read | None:
    """The half of a financial year as its last month: "H1 2025/26" is 2025-09."""
    return _quarter_of(tokens, 2 * int(tokens.low(place)[1:]), place + 1)


def _part_of_year(tokens: Tokens, place: int) -> Read | None:
    after = place + 1
    while tokens.low(after) in DASHES:
        after += 1
    return recognise_year(tokens, after)


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
    return recognise_year(tokens, after)


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
    if low in ("quarter", "qtr"):
        number = whole(tokens, place + 1)
        return _quarter_of(tokens, number, place + 2) if number and number <= 4 else None
    return _quarter_of(tokens, int(low[1:]), place + 1)


def _quarter_of(tokens: Tokens, number: int, after: int) -> Read | None:
    while tokens.low(after) in ("of", ",", "-", "–", "("):
        after += 1
    read = recognise_year(tokens, after)
    return _at_quarter(read, number) if read is not None else None


def _at_quarter(read: Read, number: int) -> Read:
    if read.period is None or "/" not in read.period:
        return read
    month = number * 3 + 3
    year = int(read.period[:4]) + (month > 12)
    return read._replace(period=f"{year}-{(month - 1) % 12 + 1:02d}")


def _quarter_after(tokens: Tokens, read: Read) -> Read:
    """The "Q3" of "2025/26 Q3" and "2025/26 (Q3)"."""
    if read.first is not None or read.period is None or "/" not in read.period:
        return read
    place = read.after
    while tokens.low(place) in ("(", ",", ":", *DASHES) and place < read.after + 2:
        place += 1
    low = tokens.low(place)
    if low not in _QUARTERS:
        return read
    closed = tokens.low(read.after) == "(" and tokens.low(place + 1) == ")"
    if tokens.low(read.after) == "(" and not closed:
        return read
    return _at_quarter(read, int(low[1:]))._replace(after=place + 1 + closed)


def _through(tokens: Tokens, place: int, read: Read) -> Read:
    """The span "April 2009 – March 2010" or "2009 to 2011" as one period, its last."""
    if read.period is None or read.first is not None:
        return read
    joint = tokens.low(read.after)
    between = joint == "and" and tokens.low(place - 1) == "between"
    if not between and joint not in DASHES and joint not in ("to", "until", "through"):
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
    kind = YEAR_KINDS.get(tokens.low(place))
    if kind is None or tokens.low(place + 1) not in ("year", "years"):
        return read
    place += 2
    if opened:
        if tokens.low(place) != ")":
            return read
        place += 1
    return read._replace(after=place, year_kind=kind)


_STARTS: dict[str, Callable[[Tokens, int], Read | None]] = {
    **dict.fromkeys(MONTHS, recognise_month),
    **dict.fromkeys(YEAR_KINDS, _kind_first),
    **dict.fromkeys(_KINDS_IN_LETTERS, _year_of_a_kind),
    **dict.fromkeys(_PARTS_OF_YEAR, _part_of_year),
    **dict.fromkeys(_SEASONS, _season),
    **dict.fromkeys((*_QUARTERS, "quarter", "qtr", *_ORDINALS), _quarter),
    **dict.fromkeys(("h1", "h2"), _half_of_year),
}
