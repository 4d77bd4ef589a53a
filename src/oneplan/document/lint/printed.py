"""What is printed beside a value: its unit, and which way the words say that it goes.

The structured fields hold the values; the sign or noun beside each of them stands only in the words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from oneplan.document.schema import Direction, Measure

PrintedUnit = Literal["percent", "points", "number", "rank", "money"] | str
"""A rate is said as "per 10000", a time as "weeks"."""

TIMES: frozenset[PrintedUnit] = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})

_NUMBER = re.compile(
    r"(?<!\w)(?<!\d[.,])(?P<money>£)?(?P<digits>\d[\d,]{0,17}(?:\.\d{1,9})?)(?!\d)"
)
_BESIDE = re.compile(
    r"\s*(?:(?P<points>(?:%|per ?cent(?:age)?|percentage)?[ -]?points?\b)|(?P<percent>%|per ?cent\b)"
    r"|(?P<rank>(?:st|nd|rd|th)\b)|(?:in every|per|in|out of) (?P<rate>1,?000(?:,?000)?|10,?000|100,?000|100)\b"
    r"|(?P<time>minute|hour|day|week|month|year)s?\b(?! (?:old|\d)))"
)
_SAYS_NUMBER = re.compile(r"\b(?:numbers? of|how many)\b", re.I)
_SAYS_SHARE = re.compile(
    r"\b(?:percentages?|proportions?|shares?|per cent)\b|%\s*(?:of|age)\b|the %", re.I
)
_RISE = re.compile(
    r"\b(?:increas\w*|rais(?:e|es|ed|ing)|rises?|rising|grow(?:th|s|ing)?|more(?! than)|boost\w*)\b",
    re.I,
)
_FALL = re.compile(
    r"\b(?:decreas\w*|reduc\w*|falls?|falling|cut(?:s|ting)?|lower(?:s|ed|ing)?|(?:fewer|less)(?! than)|narrow\w*|drop\w*|declin\w*)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A number in a text with what stands beside it."""

    value: float
    unit: PrintedUnit
    start: int
    end: int


@lru_cache(maxsize=32768)
def numbers_in(text: str) -> tuple[Printed, ...]:
    """Every number of a text in order; years and the parts of dates among them."""
    found = []
    for match in _NUMBER.finditer(text):
        beside = _BESIDE.match(text, match.end())
        unit = "money" if match["money"] else _unit(beside)
        end = beside.end() if beside else match.end()
        found.append(Printed(_value(match["digits"]), unit, match.start(), end))
    return tuple(found)


def _value(digits: str) -> float:
    return float(digits.replace(",", "").rstrip(".") or 0)


def _unit(beside: re.Match[str] | None) -> PrintedUnit:
    if beside is None:
        return "number"
    if beside["rate"]:
        return f"per {beside['rate'].replace(',', '')}"
    if beside["time"]:
        return f"{beside['time']}s"
    return next(name for name in ("points", "percent", "rank") if beside[name] is not None)


@lru_cache(maxsize=32768)
def unit_beside(value: float, *texts: str) -> PrintedUnit | None:
    """The unit printed beside a value: the first text that has more than the bare number decides."""
    bare: PrintedUnit | None = None
    for text in texts:
        found = next((n.unit for n in numbers_in(text) if n.value == abs(value)), None)
        if found not in (None, "number"):
            return found
        bare = bare or found
    return bare


def said_unit(measure: Measure) -> Literal["number", "percent"] | None:
    """Whether the measure calls itself a number of things or a share of them."""
    share, number = _SAYS_SHARE.search(measure.text), _SAYS_NUMBER.search(measure.text)
    if share and (not number or share.start() < number.start()):
        return "percent"
    return "number" if number else None


def said_direction(text: str, before: int | None = None) -> Direction | None:
    """The way that the last of the text's words for a rise or a fall says, up to a position."""
    end = len(text) if before is None else before
    rise = max((m.start() for m in _RISE.finditer(text, 0, end)), default=-1)
    fall = max((m.start() for m in _FALL.finditer(text, 0, end)), default=-1)
    if rise == fall:
        return None
    return "increase" if rise > fall else "decrease"
