"""Quantities: a number, a percentage, a rate, a sum, a time, a fraction in words – with its unit."""

from __future__ import annotations

from typing import NamedTuple

from oneplan.document.phrases.ranges import recognise_between, recognise_dashed
from oneplan.document.phrases.tokens import CODE, DASHES, MARK, NUMBER, WORD, Tokens
from oneplan.document.phrases.units import (
    COUNT,
    CURRENCIES,
    PERCENT,
    RANK,
    SCALES,
    UNITS_OF_TIME,
    unit_at,
)

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
_SIGNS = frozenset(("+", "-", "−"))
_SCORES = frozenset(("score", "scores", "scored", "scoring", "rating", "ratings", "rated", "stars"))
_ORDINALS = frozenset(("st", "nd", "rd", "th"))
_LEADS_TO_A_RANK = frozenset(
    (
        "from",
        "to",
        "at",
        "was",
        "is",
        "be",
        "reach",
        ":",
        ",",
        "(",
        "currently",
        "rank",
        "ranked",
        "place",
        "placed",
    )
)
_RANKED = frozenset(
    ("rank", "ranking", "rankings", "ranked", "place", "placed", "position", "league", "table")
)
_RANKED_WITHIN = 16
_WHOLES = (2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 20.0, 100.0)


class Quantity(NamedTuple):
    """A number with its unit and the place after it; ``value`` is None for a range."""

    value: float | None
    unit: str
    after: int


def recognise_quantity(tokens: Tokens, place: int) -> Quantity | None:
    """The quantity that begins at a place; None where none does."""
    token = tokens.at(place)
    spanned = recognise_between(tokens, place)
    if spanned is None and (token.kind == NUMBER or token.low in CURRENCIES):
        spanned = None if _part_of_a_word(tokens, place) else recognise_dashed(tokens, place)
    if spanned is not None:
        return Quantity(None, spanned.unit, spanned.after)
    if token.low in CURRENCIES:
        return _sum(tokens, place)
    if token.low in _SIGNS:
        return _signed(tokens, place)
    if token.kind == NUMBER:
        return _rank(tokens, place) or _number(tokens, place, token.value)
    if token.kind == WORD and token.low in STARTS - {"between"}:
        return _in_words(tokens, place)
    return None


def is_signed(tokens: Tokens, place: int) -> bool:
    """Whether a plus or minus stands before its number: "+5%", "-0.34", and no dash between two words."""
    before, number = tokens.at(place - 1), tokens.at(place + 1)
    if tokens.low(place) not in _SIGNS or number.kind != NUMBER or not number.glued:
        return False
    apart = before.kind == MARK and before.low not in ("%", ")", "+") and before.low not in DASHES
    return apart or (before.kind == WORD and not tokens.at(place).glued)


def _signed(tokens: Tokens, place: int) -> Quantity | None:
    quantity = _number(tokens, place + 1, tokens.at(place + 1).value)
    if quantity is None or quantity.value is None or not is_signed(tokens, place):
        return None
    return quantity if tokens.low(place) == "+" else quantity._replace(value=-quantity.value)


def _rank(tokens: Tokens, place: int) -> Quantity | None:
    """ "from 112th in 2022 to 75th": a place among others, where the words around it speak of one."""
    ending, after = tokens.at(place + 1), place + 2
    if tokens.low(place - 1) not in _LEADS_TO_A_RANK or ending.low not in _ORDINALS:
        return None
    said = {tokens.low(at) for at in range(place - _RANKED_WITHIN, place)} & _RANKED
    of = any(
        tokens.low(at) == "of" and tokens.at(at + 1).kind == NUMBER
        for at in range(after, after + _RANKED_WITHIN)
    )
    if not ending.glued or not (said or of or tokens.low(after) in _RANKED):
        return None
    return Quantity(tokens.at(place).value, RANK, _past_the_whole(tokens, after))


def _sum(tokens: Tokens, place: int) -> Quantity | None:
    value = tokens.at(place + 1).value
    if value is None:
        return None
    after = place + 2
    if tokens.low(after) in SCALES:
        value, after = value * SCALES[tokens.low(after)], after + 1
    return Quantity(value, CURRENCIES[tokens.low(place)], after)


def _number(tokens: Tokens, place: int, value: float | None) -> Quantity | None:
    after = place + 1
    if value is None or _part_of_a_word(tokens, place):
        return None
    share = _share(tokens, place, value)
    if share is not None:
        return share
    if tokens.low(after) in SCALES and _is_scale(tokens, after):
        value, after = value * SCALES[tokens.low(after)], after + 1
    unit, after = unit_at(tokens, after)
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
    if value % 1 or any(tokens.low(place - back) in _SCORES for back in range(1, 7)):
        return Quantity(value, COUNT, after + 1)
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
        if following.low in SCALES:
            return not _is_scale(tokens, place + 1)
        return following.low not in UNITS_OF_TIME and following.low != "pp"
    second = tokens.at(place + 2)
    if following.low in DASHES and second.glued and second.kind == WORD:
        return True
    return following.low in ("/", ":") and second.glued and second.kind == NUMBER


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


STARTS = frozenset((*_NUMBER_WORDS, "half", "a", "between"))
"""The words with which a quantity in words may begin."""
