"""Quantities: a number, a percentage, a rate, a sum, a time, a fraction in words – with its unit."""

from __future__ import annotations

import re
from typing import NamedTuple

from oneplan.document.phrases.tokens import CODE, DASHES, NUMBER, WORD, Tokens

PERCENT = "percent"
POINTS = "percentage points"
SCORE = "points"
COUNT = "number"
TIMES = frozenset(("minutes", "hours", "days", "weeks", "months", "years"))

_NUMBER_WORDS = {
    word: float(number)
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"nil": 0.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "hundred": 100.0}
_FRACTIONS = {
    "half": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fifth": 5,
    "fifths": 5,
    "tenth": 10,
}
_CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD"}
_SCALES = {
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "bn": 1e9,
    "billion": 1e9,
}
_UNITS_OF_TIME = {
    word: f"{unit}s"
    for unit, words in (
        ("minute", "minute minutes mins min"),
        ("hour", "hour hours hrs hr"),
        ("day", "day days"),
        ("week", "week weeks wks wk"),
        ("month", "month months mths"),
        ("year", "years yrs"),
    )
    for word in words.split()
}
_UNITS_OF_POINTS = dict.fromkeys(("pp", "ppt", "ppts"), POINTS) | dict.fromkeys(
    ("point", "points", "pts"), SCORE
)
_WHOLES = (2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 20.0, 100.0)
_OF_TIMES = frozenset(("working", "completed", "calendar", "school", "consecutive", "clear"))


_RATE = re.compile(r"\bper (?P<base>1,?000|10,?000|100,?000|million|thousand)\b", re.IGNORECASE)
_BASES = {"thousand": 1e3, "million": 1e6}


def rate_named(text: str) -> str | None:
    """The unit of a rate that an indicator's words name: "admissions per 100,000 people"."""
    named = _RATE.search(text)
    if named is None:
        return None
    base = _BASES.get(named["base"].lower()) or float(named["base"].replace(",", ""))
    return f"per {base:,.0f}"


class Quantity(NamedTuple):
    """A number with its unit and the place after it; ``value`` is None for a range."""

    value: float | None
    unit: str
    after: int


def recognise_quantity(tokens: Tokens, place: int) -> Quantity | None:
    """The quantity that begins at a place; None where none does."""
    token = tokens.at(place)
    if token.low in _CURRENCIES:
        return _sum(tokens, place)
    if token.kind == NUMBER:
        return _number(tokens, place, token.value)
    if token.kind == WORD and (token.low in STARTS):
        return _in_words(tokens, place)
    return None


def _sum(tokens: Tokens, place: int) -> Quantity | None:
    value = tokens.at(place + 1).value
    if value is None:
        return None
    after = place + 2
    if tokens.low(after) in _SCALES:
        value, after = value * _SCALES[tokens.low(after)], after + 1
    return Quantity(value, _CURRENCIES[tokens.low(place)], after)


def _number(tokens: Tokens, place: int, value: float | None) -> Quantity | None:
    after = place + 1
    if value is None or _part_of_a_word(tokens, place):
        return None
    if (
        tokens.low(after) == "%"
        and tokens.low(after + 1) in DASHES
        and tokens.at(after + 2).value is not None
    ):
        after += 1
    if tokens.low(after) in DASHES and tokens.at(after + 1).kind == NUMBER:
        unit, after = _unit(tokens, after + 2)
        return Quantity(None, unit, after)
    share = _share(tokens, place, value)
    if share is not None:
        return share
    if tokens.low(after) in _SCALES and _is_scale(tokens, after):
        value, after = value * _SCALES[tokens.low(after)], after + 1
    unit, after = _unit(tokens, after)
    return Quantity(value, unit, _past_the_whole(tokens, after) if unit == COUNT else after)


def _is_scale(tokens: Tokens, place: int) -> bool:
    """Whether "m" is a million ("1.2m tonnes") and no metre ("a 50m pool")."""
    low, following = tokens.low(place), tokens.at(place + 1)
    if low != "m":
        return True
    return "." in tokens.at(place - 1).text and following.kind == WORD and not following.glued


def _share(tokens: Tokens, place: int, value: float) -> Quantity | None:
    """ "1 in 4", "3 out of 5", "one in every ten" as a percentage."""
    after = place + 1
    if tokens.low(after) == "out" and tokens.low(after + 1) == "of":
        after += 2
    elif tokens.low(after) == "in":
        after += 1
    else:
        return None
    after += tokens.low(after) == "every"
    whole = tokens.at(after).value or _NUMBER_WORDS.get(tokens.low(after), 0.0)
    if whole not in _WHOLES or not 0 < value < whole or tokens.low(after + 1) == "%":
        return None
    return Quantity(round(100 * value / whole, 2), PERCENT, after + 1)


def _part_of_a_word(tokens: Tokens, place: int) -> bool:
    """Whether the digits belong to a word: "COVID-19", "3-tier", "4a", "2nd", "24/7", "1:1"."""
    token, following = tokens.at(place), tokens.at(place + 1)
    before = tokens.at(place - 1)
    if (
        token.glued
        and before.low in DASHES
        and before.glued
        and tokens.at(place - 2).kind in (WORD, CODE)
    ):
        return True
    if not following.glued:
        return False
    if following.kind in (WORD, CODE):
        if following.low in _SCALES:
            return not _is_scale(tokens, place + 1)
        return following.low not in _UNITS_OF_TIME and following.low != "pp"
    second = tokens.at(place + 2)
    if following.low in DASHES and second.glued and second.kind == WORD:
        return True
    return following.low in ("/", ":") and second.glued and second.kind == NUMBER


def _unit(tokens: Tokens, place: int) -> tuple[str, int]:
    low = tokens.low(place)
    if low in ("%", "percent", "percentage"):
        return _percent(tokens, place + 1, whole_word=low == "percentage")
    if low == "per":
        return _per(tokens, place)
    if low in _OF_TIMES and tokens.low(place + 1) in _UNITS_OF_TIME:
        return _UNITS_OF_TIME[tokens.low(place + 1)], place + 2
    unit = _UNITS_OF_TIME.get(low) or _UNITS_OF_POINTS.get(low)
    return (unit, place + 1) if unit else (COUNT, place)


def _percent(tokens: Tokens, place: int, *, whole_word: bool = False) -> tuple[str, int]:
    low = tokens.low(place)
    if low in ("point", "points", "pts") or (
        low == "age" and tokens.low(place + 1) in ("point", "points")
    ):
        return POINTS, place + 1 + (low == "age")
    return (COUNT, place - 1) if whole_word else (PERCENT, place)


def _per(tokens: Tokens, place: int) -> tuple[str, int]:
    if tokens.low(place + 1) == "cent":
        return _percent(tokens, place + 2)
    base = tokens.at(place + 1)
    if base.value is not None:
        if tokens.low(place + 2) in _SCALES:
            return f"per {base.value * _SCALES[tokens.low(place + 2)]:,.0f}", place + 3
        return f"per {base.value:,.0f}", place + 2
    if base.low in ("thousand", "million"):
        return f"per {_SCALES[base.low]:,.0f}", place + 2
    return COUNT, place


def _past_the_whole(tokens: Tokens, place: int) -> int:
    """Past "of 299" or "out of 20" after a count: the whole is no value of its own."""
    start = place + 1 if tokens.low(place) == "out" else place
    if tokens.low(start) != "of":
        return place
    start += 1
    if tokens.low(start) in ("the", "a", "our"):
        start += 1
    whole = tokens.at(start)
    if whole.value is None or tokens.low(start + 1) == "%":
        return place
    return start + 1


def _in_words(tokens: Tokens, place: int) -> Quantity | None:
    low = tokens.low(place)
    if low == "half":
        whole_word = tokens.low(place + 1) not in ("term", "day", "hour", "year", *DASHES)
        return Quantity(50.0, PERCENT, place + 1) if whole_word else None
    return _fraction(tokens, place) or _round_number(tokens, place)


def _fraction(tokens: Tokens, place: int) -> Quantity | None:
    """ "a third", "two thirds", "three-quarters" as a percentage."""
    low = tokens.low(place)
    if low not in ("a", "one", "two", "three", "four"):
        return None
    joint = place + 2 if tokens.low(place + 1) in DASHES else place + 1
    parts = _FRACTIONS.get(tokens.low(joint))
    loose = low == "a" and tokens.low(joint + 1) not in ("of", "") and tokens.low(place - 1) != "by"
    if parts is None or loose:
        return None
    share = 1.0 if low == "a" else _NUMBER_WORDS[low]
    return Quantity(round(100 * share / parts, 2), PERCENT, joint + 1)


def _round_number(tokens: Tokens, place: int) -> Quantity | None:
    """ "three", "a hundred", "five hundred"; not the "one" of "one-stop"."""
    low, following = tokens.low(place), tokens.at(place + 1)
    scale = {"hundred": 100.0, "thousand": 1000.0}.get(following.low)
    if scale is not None:
        value = scale * (1.0 if low == "a" else _NUMBER_WORDS[low])
        return _number(tokens, place + 1, value)
    if low == "one" and following.low in ("stop", "to", "off", "page", "plan"):
        return None
    if low == "a" or (following.low in DASHES and following.glued):
        return None
    return _number(tokens, place, _NUMBER_WORDS[low])


STARTS = frozenset((*_NUMBER_WORDS, "half", "a"))
"""The words with which a quantity in words may begin."""
