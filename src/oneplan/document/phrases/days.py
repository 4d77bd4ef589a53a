"""Days and months in a text: "March 2010", "31st March 2018", "31/03/2018", "03/2010" – and impossible ones."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from oneplan.document.phrases.tokens import Tokens
from oneplan.document.phrases.years import (
    FIRST_YEAR,
    LAST_YEAR,
    Read,
    century,
    counts,
    recognise_pair,
    whole,
    year_at,
)

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
_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTH_LIKE = frozenset(("marsh", "match", "jane", "juno", "dune", "tune", "ray"))


def recognise_month(tokens: Tokens, place: int) -> Read | None:
    """ "March 2010", "Mar-10", "March 31st, 2010" at a place that holds a month's name."""
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
        if number is None or len(tokens.at(after).text) != 2 or counts(tokens, after):
            return None
        year = century(number)
    if after - place > 4:
        return None
    pair = recognise_pair(tokens, after, year)
    if pair is not None and pair.first is None and tokens.low(place) not in ("may",):
        return pair if pair.problem is None else Read(after + 1, f"{year}-{month:02d}")
    problem = _day_problem(day, month, year, tokens.low(place))
    return Read(after + 1, None if problem else f"{year}-{month:02d}", problem)


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


def recognise_day(tokens: Tokens, place: int) -> Read | None:
    """ "31st March 2018" and "31 of March 18" at a place."""
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


def recognise_numeric_date(tokens: Tokens, place: int) -> Read | None:
    """ "31/03/2018", "31.03.18", "2018-03-31" and "03/2018" at a place."""
    parts = [whole(tokens, place)]
    after = place + 1
    while len(parts) < 3 and tokens.low(after) in ("/", ".", "-") and tokens.at(after).glued:
        number = whole(tokens, after + 1)
        if number is None or not tokens.at(after + 1).glued:
            break
        parts.append(number)
        after += 2
    if len(parts) == 3 and tokens.low(place + 1) != tokens.low(place + 3):
        # "2019/20-2021/22" is two years and no day.
        return None
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


def recognise_misspelt_month(tokens: Tokens, place: int) -> Read | None:
    """A word one slip away from a month's name, before a year: no period, but a problem to show."""
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
