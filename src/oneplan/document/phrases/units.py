"""Units of numbers: per cent, points, rates per so many, sums, times – and what a bare number counts."""

from __future__ import annotations

import re

from oneplan.document.phrases.tokens import Tokens, words

PERCENT = "percent"
POINTS = "percentage points"
SCORE = "points"
COUNT = "number"
RANK = "rank"
TIMES = frozenset(("minutes", "hours", "days", "weeks", "months", "years"))
CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD"}
SCALES = {
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "bn": 1e9,
    "billion": 1e9,
}
UNITS_OF_TIME = {
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
_MONEY = dict.fromkeys(("euro", "euros"), "EUR") | {"pounds": "GBP", "dollars": "USD"}
_UNITS_OF_POINTS = dict.fromkeys(("pp", "ppt", "ppts"), POINTS) | dict.fromkeys(
    ("point", "points", "pts"), SCORE
)
_OF_TIMES = words("working completed calendar school consecutive clear")
_EACH_OF = words("fte wte employee person head child pupil household worker patient resident")
_RATE = re.compile(r"\bper (?P<base>1,?000|10,?000|100,?000|million|thousand)\b", re.IGNORECASE)
_BASES = {"thousand": 1e3, "million": 1e6}


def is_rate(unit: str | None) -> bool:
    """Whether a unit is so many per so many ("per 100,000")."""
    return (unit or "").startswith("per ")


def rate_named(text: str) -> str | None:
    """The unit of a rate that an indicator's words name: "admissions per 100,000 people"."""
    named = _RATE.search(text)
    if named is None:
        return None
    base = _BASES.get(named["base"].lower()) or float(named["base"].replace(",", ""))
    return f"per {base:,.0f}"


def unit_at(tokens: Tokens, place: int) -> tuple[str, int]:
    """The unit that stands behind a number, and the place after it; a count where none does."""
    low = tokens.low(place)
    if low in ("%", "percent", "percentage"):
        return _percent(tokens, place + 1, whole_word=low == "percentage")
    if low == "per":
        return _per(tokens, place)
    if low in _OF_TIMES and tokens.low(place + 1) in UNITS_OF_TIME:
        return UNITS_OF_TIME[tokens.low(place + 1)], _past_each(tokens, place + 2)
    if low in UNITS_OF_TIME:
        return UNITS_OF_TIME[low], _past_each(tokens, place + 1)
    unit = _UNITS_OF_POINTS.get(low) or _MONEY.get(low)
    return (unit, place + 1) if unit else (COUNT, place)


def _past_each(tokens: Tokens, place: int) -> int:
    """The place after the "per FTE" of "8 days per FTE"."""
    each = tokens.low(place) == "per" and tokens.low(place + 1) in _EACH_OF
    return place + 2 if each else place


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
        if tokens.low(place + 2) in SCALES:
            return f"per {base.value * SCALES[tokens.low(place + 2)]:,.0f}", place + 3
        return f"per {base.value:,.0f}", place + 2
    if base.low in ("thousand", "million"):
        return f"per {SCALES[base.low]:,.0f}", place + 2
    return COUNT, place
