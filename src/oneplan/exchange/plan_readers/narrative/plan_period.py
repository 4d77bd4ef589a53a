"""The months a plan runs from and to, as far as its first pages say.

Printed months count ("April 2014 to March 2017"), and so do financial years ("2014/15 to 2016/17",
April to March). Two years that follow each other ("2009-2010") are a financial year where the plan
dates its own figures so. Plain years further apart name no month: then the widest reading is given,
January of the first to December of the last, which puts no date of the plan outside it by mistake.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from oneplan.document.schema import Period

_MONTHS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
_MONTH = r"(?P<{0}>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_JOIN = r"\s*(?:-|–|—|to|until|through to|and)\s*"
_IN_MONTHS = re.compile(
    rf"\b{_MONTH.format('m1')}\s+(?P<y1>20\d\d|19\d\d)?{_JOIN}(?:the end of )?{_MONTH.format('m2')}\s+(?P<y2>20\d\d|19\d\d)",
    re.IGNORECASE,
)
_SPLIT_YEARS = re.compile(
    rf"\b(20\d\d|19\d\d)\s?/\s?(?:20)?(\d\d)\b(?:{_JOIN}(20\d\d|19\d\d)\s?/\s?(?:20)?(\d\d)\b)?",
    re.IGNORECASE,
)
_PLAIN = re.compile(rf"\b(20\d\d|19\d\d){_JOIN}(20\d\d|19\d\d|\d\d)\b(?!\s*/)", re.IGNORECASE)
_YEAR_PAIR = re.compile(r"\b20\d\d\s?[-–/]\s?\d\d\b")
_COVERS = re.compile(
    r"\b(?:covers?|runs? from|period|for the years?|spans?|lasts?)\b", re.IGNORECASE
)
_ALONE = re.compile(
    rf"^\W*(?:(?:(?:annual )?(?:refresh(?:ed)?|update[d]?|revised|reviewed|revision|edition)\s+)?(?:for )?(?:the (?:period|years?) )?)?(?:[a-z]+ )?(?:19|20)\d\d(?:\s?/\s?\d\d)?(?:{_JOIN}(?:[a-z]+ )?\d{{2,4}}(?:\s?/\s?\d\d)?)?\W*$",
    re.IGNORECASE,
)


def years_alone(text: str) -> bool:
    """Whether a line holds nothing but the years of a plan."""
    return len(text) < 45 and bool(_ALONE.match(text))


def read_plan_period(title: str, texts: Sequence[str]) -> Period | None:
    """The plan's period from its title, else from a line that says what it covers."""
    financial = sum(len(_YEAR_PAIR.findall(text)) for text in texts) >= 2
    lines = [title, *(text for text in texts if years_alone(text))]
    lines += [text for text in texts if _COVERS.search(text) and len(text.split()) <= 60]
    for line in lines:
        period = _in_months(line) or _in_years(line, financial)
        if period:
            return period
    return None


def _in_months(text: str) -> Period | None:
    match = _IN_MONTHS.search(text)
    if match is None:
        return None
    last = match["y2"]
    start = f"{match['y1'] or last}-{_MONTHS[match['m1'].lower()]:02d}"
    end = f"{last}-{_MONTHS[match['m2'].lower()]:02d}"
    return Period(start=start, end=end) if start <= end else None


def _in_years(text: str, financial: bool) -> Period | None:
    split = _SPLIT_YEARS.search(text)
    if split:
        first = int(split[1])
        last = int(split[3]) if split[3] else first
        return Period(start=f"{first}-04", end=f"{last + 1}-03") if last >= first else None
    plain = _PLAIN.search(text)
    if plain is None:
        return None
    first = int(plain[1])
    last = int(plain[2]) if len(plain[2]) == 4 else first // 100 * 100 + int(plain[2])
    if not first <= last <= first + 30:
        return None
    if last == first + 1 and (financial or len(plain[2]) == 2):
        return Period(start=f"{first}-04", end=f"{last}-03")
    return Period(start=f"{first}-01", end=f"{last}-12")
