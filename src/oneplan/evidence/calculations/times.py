"""The order in time of the rows of a series, by the labels that people write."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oneplan.evidence.calculations.cells import MISSING, Row
from oneplan.vocabulary.estimates import Impossible

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_TERMS = {"aut": 9, "spr": 13, "sum": 17}
"""Terms as months of the school year's first calendar year."""
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_ISO_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?=$|[t ])")
_BRITISH_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_DAY_OF_MONTH = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?[ -](?={'|'.join(_MONTHS)})")
_YEAR = re.compile(r"(?<!\d)(\d{4})(?:\s?[-/]\s?(\d{2}|\d{4})(?!\d))?")
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})")
_SHORT_YEAR = re.compile(r"(?<=[a-z][- ])(\d{2})$")
_PART = re.compile(r"\b(q|quarter|w|wk|week|p|period|m|month)\s?(\d{1,2})\b")
_COUNTED = re.compile(r"\D*(\d+)\D*")
_TERM = re.compile(rf"\b({'|'.join(_TERMS)})")

Moment = tuple[float, float, float]


def moment_of(label: str) -> Moment | None:
    """A period's year, the part of it and the day, to be sorted by; None for a label without any.

    A plain number is a moment by itself. Days are British where their order leaves a doubt.
    """
    text = " ".join(label.casefold().split())
    if _NUMBER.fullmatch(text):
        return float(text), 0.0, 0.0
    if found := _ISO_DAY.match(text):
        month = int(found[2])
        # "2024-25" is two years, "2024-05" a month.
        if month <= 12 and (found[3] or month != (int(found[1]) + 1) % 100):
            return float(found[1]), month, float(found[3] or 0)
    if found := _BRITISH_DAY.match(text):
        return float(found[3]), float(found[2]), float(found[1])
    year = _YEAR.search(text)
    if year is None:
        if short := _SHORT_YEAR.search(text):
            return _within(text, 2000 + int(short[1]), spans=False)
        counted = _COUNTED.fullmatch(text)
        return (float(counted[1]), 0.0, 0.0) if counted else None
    return _within(text, int(year[1]), spans=year[2] is not None)


def _within(text: str, year: int, *, spans: bool) -> Moment:
    """Where in the year a label lies; ``spans`` where the year ends in the next one."""
    if month := _MONTH.search(text):
        number = _MONTHS.index(month[1]) + 1
        day = _DAY_OF_MONTH.search(text)
        return year, number + (12 if spans and number < 4 else 0), float(day[1]) if day else 0.0
    if term := _TERM.search(text):
        number = _TERMS[term[1]]
        return (year, number, 0.0) if spans or number < 12 else (year, number - 12, 0.0)
    part = _PART.search(text)
    return year, float(part[2]) if part else 0.0, 0.0


def in_order(rows: Sequence[Row], column: str) -> list[int]:
    """The places of the rows in order of time; as they stand where no label is a time.

    Raises:
        Impossible: a label is no time though others are, or one stands twice.
    """
    labels = [(row.get(column) or "").strip() for row in rows]
    found = [None if label.casefold() in MISSING else moment_of(label) for label in labels]
    if all(moment is None for moment in found):
        return list(range(len(rows)))
    moments: dict[str, tuple[Moment, int]] = {}
    for place, (label, moment) in enumerate(zip(labels, found, strict=True)):
        if moment is None:
            raise Impossible(f"{column} {label!r} cannot be put in order beside the others")
        if label.casefold() in moments:
            raise Impossible(f"{column} {label!r} stands twice")
        moments[label.casefold()] = moment, place
    return [place for _, place in sorted(moments.values())]
