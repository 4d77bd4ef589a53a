"""Rank and quarter in a sentence."""

from __future__ import annotations

from oneplan.evidence.benchmarks.rank import Band
from oneplan.evidence.sentences.subject import Subject, joined

_QUARTERS: dict[Band, str] = {
    "A": "in the best quarter",
    "B": "in the second quarter, better than the middle",
    "C": "in the third quarter, worse than the middle",
    "D": "in the last quarter",
}
_WHY_NOT = {
    "not_banded": "authorities lie too close together to be divided into quarters",
    "not_a_ranked_area": "only authorities of its kind with figures of the same kind are ranked",
    "no_polarity": "neither high nor low is good",
    "no_value": "there is no figure for it",
}


def rank_sentence(
    subject: Subject,
    period: str,
    rank: int | None,
    out_of: int | None,
    band: Band | None = None,
    rule: str = "lait_rank",
) -> str:
    """Where an area stands among others of its kind; 1st is the best."""
    start = f"{subject.opening}in {period} {subject.area} "
    if rank is None or not out_of:
        return joined(start, f"is not ranked, because {_why(subject, rule)}")
    place = f"ranked {ordinal(rank)} of {out_of:,}, where 1st is the best"
    if band is None or not subject.definition.banded:
        return joined(start, place)
    return joined(start, place, f", and is {_QUARTERS[band]}")


def band_sentence(subject: Subject, period: str, band: Band | None, rule: str = "") -> str:
    """The quarter in which an area lies among others of its kind."""
    start = f"{subject.opening}in {period} {subject.area} is in "
    if band is None:
        return joined(start, f"no quarter, because {_why(subject, rule)}")
    return joined(start, _QUARTERS[band].removeprefix("in "))


def _why(subject: Subject, rule: str) -> str:
    if rule == "no_polarity" and subject.definition.polarity in ("high", "low"):
        return "for other groups of the same series another way is good"
    return _WHY_NOT.get(rule, _WHY_NOT["no_value"])


def ordinal(number: int) -> str:
    """1 as "1st", 12 as "12th"."""
    endings = {1: "st", 2: "nd", 3: "rd"}
    ending = "th" if number % 100 in (11, 12, 13) else endings.get(number % 10, "th")
    return f"{number:,}{ending}"
