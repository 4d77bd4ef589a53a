"""Ages: numbers that say who is meant ("aged 5-11", "under-18s", "people 65+") and no value."""

from __future__ import annotations

from oneplan.document.phrases.tokens import DASHES, NUMBER, WORD, Tokens, words

_AND = DASHES | {",", "&", "and", "/", "or", "to"}
_AGE_UNITS = frozenset(("year", "years", "yr", "yrs", "month", "months"))
_AGES_IN_WORDS = {
    "four": 4.0,
    "five": 5.0,
    "seven": 7.0,
    "eleven": 11.0,
    "sixteen": 16.0,
    "eighteen": 18.0,
}
_OF_AN_AGE = words("s mortality deaths conceptions conception population")
_AGES_AND_OVER = (16.0, 18.0, 50.0, 55.0, 60.0, 65.0, 70.0, 75.0, 80.0, 85.0)
_CARRYING_ON = frozenset(
    ("from", "to", "in", "and", "by", ".", ",", ")", ";", "", "–", "-", ":", "with", "who")
)
_BEFORE_TIMES = frozenset(
    ("within", "after", "for", "than", "in", "every", "over", "least", "of", "at", "under")
)


def past_ages(tokens: Tokens, place: int) -> int | None:
    """The place after "5-11 year olds", "16+ years" or "18s"; None where the number is no age."""
    after = place + 1
    if "." in tokens.at(place).text:
        return None
    if tokens.low(after) in _AND and tokens.at(after + 1).kind == NUMBER:
        after += 2
        if tokens.low(after) in _AND and tokens.at(after + 1).kind == NUMBER:
            after += 2
    if tokens.low(after) in DASHES and tokens.low(after + 1) in _AGE_UNITS:
        after += 1
    if tokens.low(after) == "+":
        after += 1
    if tokens.low(after) == "s" and tokens.at(after).glued:
        return after + 1
    if tokens.low(after) not in _AGE_UNITS:
        return None
    return _past_age_unit(tokens, place, after + 1)


def _past_age_unit(tokens: Tokens, place: int, after: int) -> int | None:
    unit = tokens.low(after - 1)
    if (
        unit.startswith("y")
        and tokens.low(place - 1) in ("from", "to", "by")
        and after == place + 2
    ):
        return None if tokens.low(after) in ("in", "by", "to", "", ".", ",") else after
    if tokens.low(after) in DASHES and tokens.low(after + 1).startswith("old"):
        return after + 2
    if tokens.low(after).startswith("old"):
        return after + 1
    if tokens.low(after) == "of" and tokens.low(after + 1) == "age":
        return after + 2
    return after if unit.startswith("y") or tokens.low(place - 1) in _BEFORE_TIMES else None


def says_who(tokens: Tokens, place: int) -> bool:
    """Whether "children with 3+ moves" or "people aged 65+": a least number that says who is meant."""
    value = tokens.at(place).value
    if tokens.low(place + 1) != "+" or not tokens.at(place + 1).glued or value is None:
        return False
    before = tokens.at(place - 1)
    apart = before.low == "," and tokens.low(place + 2) in (",", ":", ")", "")
    named = before.low == "(" or (before.kind == WORD and before.low not in _CARRYING_ON)
    age = value in _AGES_AND_OVER and (named or apart)
    return age or before.low in ("with", "having")


def is_age(tokens: Tokens, place: int) -> bool:
    """Whether a number is an age by the word before it: "at 16", "under 18", "under 75 mortality"."""
    before = tokens.low(place - 1)
    value = tokens.at(place).value or _AGES_IN_WORDS.get(tokens.low(place))
    if value is None or tokens.low(place + 1) in ("%", "per"):
        return False
    if before in ("at", "post", "pre"):
        return 4 <= value <= 25 and tokens.low(place + 1) in _CARRYING_ON
    if before in ("under", "over"):
        known = tokens.low(place + 1) in _OF_AN_AGE and value < 100
        return known or (value <= 25 and _names_people(tokens, place))
    return False


def _names_people(tokens: Tokens, place: int) -> bool:
    if tokens.low(place + 1) in ("s", "years", "year"):
        return True
    return tokens.low(place - 2) not in (
        "to",
        "at",
        "be",
        "remain",
        "remains",
        "is",
        "are",
        "stay",
        "kept",
        "by",
        "of",
    )
