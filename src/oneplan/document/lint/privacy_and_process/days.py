"""The days that sentences about consultation and decision name."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from oneplan.document.lint.facts import PlanFacts
from oneplan.document.lint.passages import Passage, passages

_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name}
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? |(?P<part>early|mid|end of|late)[ -])?(?P<month>{_NAMES})\.?(?: (?P<year>20\d\d))?\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(20\d\d)\b")
_SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\S))+")
_LONGEST_SENTENCE = 600
_WHEN = {"early": 10, "mid": 20}


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of the plan with the last day that it names, None where it names none."""

    sentence: str
    passage: Passage
    day: date | None


def told(facts: PlanFacts, about: re.Pattern[str]) -> Iterator[Told]:
    """The sentences of the plan's prose that speak of something, with the day each names."""
    year: int | None = None
    for passage in passages(facts):
        if passage.part not in ("statement", "title"):
            continue
        for sentence, named in _sentences(passage.text):
            year = named or year
            if about.search(sentence):
                yield Told(sentence.strip(), passage, day_named(sentence, year))


@lru_cache(maxsize=16384)
def _sentences(text: str) -> tuple[tuple[str, int | None], ...]:
    """The sentences of a text, each with the last year that it names."""
    found = []
    for whole in _SENTENCE.findall(text):
        sentence = whole[:_LONGEST_SENTENCE]
        years = _YEAR.findall(sentence)
        found.append((sentence, int(years[-1]) if years else None))
    return tuple(found)


def day_named(sentence: str, year: int | None) -> date | None:
    """The last day that a sentence names; a month without a day means its end."""
    days = [_day(match, year) for match in _DAY.finditer(sentence)]
    found = [day for day in days if day]
    return max(found) if found else None


def _day(match: re.Match[str], year: int | None) -> date | None:
    if match["month"].casefold() == "may" and not (match["day"] or match["part"] or match["year"]):
        return None
    number = int(match["year"]) if match["year"] else year
    if number is None:
        return None
    month = _MONTHS[match["month"].casefold()]
    last = calendar.monthrange(number, month)[1]
    wanted = (
        int(match["day"]) if match["day"] else _WHEN.get((match["part"] or "").casefold(), last)
    )
    return date(number, month, wanted) if 1 <= wanted <= last else None
