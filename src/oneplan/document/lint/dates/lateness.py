"""When an action is due and how long after one date another lies, in words."""

from __future__ import annotations

import re

from oneplan.document.periods import Months
from oneplan.document.schema import Due

_OWN_PREPOSITION = re.compile(r"(?:by|in|before|from|during|until|throughout|end of)\b", re.I)

_MONTH_OR_YEAR = re.compile(
    r"\d|Q[1-4]\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|spring|summer|autumn|winter|early|mid|late|quarter"
    r"|[A-Za-z]+day\b)",
    re.I,
)
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\b(?! ?%)(?=[ ./-])|\d{4}-\d\d-\d\d|[A-Za-z]+day\b")


def due_in_words(due: Due) -> str:
    """What is printed of a by-when, after "ends": "in March 2026", "by the end of June"."""
    text = due.text.strip(" .")
    if _OWN_PREPOSITION.match(text):
        return text[0].lower() + text[1:]
    if _MONTH_OR_YEAR.match(text):
        return f"{'on' if _DAY.match(text) else 'in'} {text}"
    return f"“{text}”"


def lateness(due: Months, later: Months) -> str:
    """The time from the end of one period to the first month of another: "four months", "two years"."""
    months = later.first - due.last
    if months >= 12 and months % 12 in (0, 1, 11):
        return _counted(round(months / 12), "year")
    return _counted(months, "month")


_WORDS = (
    "no",
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
)


def _counted(number: int, noun: str) -> str:
    said = _WORDS[number] if 0 <= number < len(_WORDS) else str(number)
    return f"{said} {noun}" + ("" if number == 1 else "s")
