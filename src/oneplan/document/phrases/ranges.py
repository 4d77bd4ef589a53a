"""Ranges of numbers: "10–15 carers", "between 45% and 50%", "£50k–£60k". None has a value of its own."""

from __future__ import annotations

from typing import NamedTuple

from oneplan.document.phrases.tokens import DASHES, NUMBER, WORD, Tokens, words
from oneplan.document.phrases.units import COUNT, CURRENCIES, SCALES, UNITS_OF_TIME, unit_at
from oneplan.document.phrases.years import year_at

_AGES = words("aged age ages year years yr yrs born")
_GAINING = words(
    "recruit recruits recruiting train deliver support engage hold run open create establish identify "
    "offer secure complete place provide recruited at of for with fund reach involve by to least"
)
_REACH = 4


class Range(NamedTuple):
    """The unit of a range and the place after it."""

    unit: str
    after: int


def recognise_between(tokens: Tokens, place: int) -> Range | None:
    """The "between 45% and 50%" that begins at a place, None where none does; ages are no range."""
    if tokens.low(place) != "between" or tokens.low(place - 1) in _AGES:
        return None
    lower = None if year_at(tokens, place + 1) else _bound(tokens, place + 1)
    if lower is None or tokens.low(lower.after) != "and":
        return None
    upper = _bound(tokens, lower.after + 1)
    if upper is None or tokens.low(upper.after) in _AGES or upper.unit in ("years", "months"):
        return None
    return upper


def recognise_dashed(tokens: Tokens, place: int) -> Range | None:
    """The "10–15", "45%-50%" or "£50k–£60k" that begins at a place, None where none does."""
    lower = _bound(tokens, place)
    if lower is None or tokens.low(lower.after) not in DASHES:
        return None
    upper = _bound(tokens, lower.after + 1)
    if upper is None:
        return None
    return upper if upper.unit != COUNT else Range(lower.unit, upper.after)


def _bound(tokens: Tokens, place: int) -> Range | None:
    currency = CURRENCIES.get(tokens.low(place))
    place += currency is not None
    if tokens.at(place).kind != NUMBER:
        return None
    after = place + 1
    if tokens.low(after) in SCALES and (tokens.at(after).glued or len(tokens.low(after)) > 2):
        after += 1
    unit, after = unit_at(tokens, after)
    return Range(currency or unit, after)


def counts_things(tokens: Tokens, place: int, after: int) -> bool:
    """Whether a range without a unit counts what follows it: "recruit 10–15 new carers".

    "14-19 partners" and "6-8 weeks" name who is meant or how long.
    """
    before = tokens.low(place - 1)
    if place > 0 and before not in _GAINING and before not in (".", ":", ";"):
        return False
    for at in range(after, after + _REACH):
        low = tokens.low(at)
        if tokens.at(at).kind != WORD or not tokens.at(at).text.islower() or low in _AGES:
            return False
        if low in UNITS_OF_TIME:
            return False
        if low.endswith("s") and not low.endswith("ss"):
            return True
    return False
