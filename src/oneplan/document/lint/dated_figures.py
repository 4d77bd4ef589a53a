"""Shares and rates that the plan's prose gives with a date, and which of them a measure speaks of."""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from oneplan.document.lint.facts import PlanFacts
from oneplan.document.lint.passages import Passage, in_passages
from oneplan.document.lint.printed import numbers_in
from oneplan.document.lint.remembered import remembered
from oneplan.document.lint.signatures import signature
from oneplan.document.lint.subjects import telling_words
from oneplan.document.periods import Months, months_of
from oneplan.document.schema import Measure

_SENTENCE = re.compile(r"(?<=[.;•])\s+")
_WHEN = re.compile(
    r"\D{0,60}?\b(?:in|at|by|for) (?:the end of )?(?:([A-Z][a-z]+) )?((?:19|20)\d\d(?:/\d\d)?)\b(?!%)"
)
_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}


@dataclass(frozen=True, slots=True)
class DatedFigure:
    """A figure in prose: its value, unit and months, the words of its sentence and the passage."""

    value: float
    unit: str
    months: Months
    words: frozenset[str]
    said: str
    passage: Passage


@remembered
def _by_word(facts: PlanFacts) -> dict[str, list[DatedFigure]]:
    index: dict[str, list[DatedFigure]] = defaultdict(list)
    for figure in in_passages(facts, _in_passage):
        for word in figure.words:
            index[word].append(figure)
    return index


def _in_passage(passage: Passage) -> Iterator[DatedFigure]:
    for sentence in _SENTENCE.split(passage.text) if passage.part == "statement" else ():
        for number in numbers_in(sentence):
            when = _WHEN.match(sentence, number.end)
            if when is None or not (number.unit == "percent" or number.unit.startswith("per ")):
                continue
            months = _months(when[1], when[2])
            if months:
                said = sentence[number.start : when.end()]
                words = telling_words(sentence)
                yield DatedFigure(number.value, number.unit, months, words, said, passage)


def _months(month: str | None, year: str) -> Months | None:
    if month in _MONTHS:
        return months_of(f"{year[:4]}-{_MONTHS[month]:02}")
    return months_of(year)


def figures_about(facts: PlanFacts, measure: Measure) -> list[DatedFigure]:
    """The dated figures whose sentence says all that the measure counts, in its unit.

    A share needs three telling words in common, a rate two: rates of one kind are few in a plan.
    """
    index = _by_word(facts)
    if not index:
        return []
    sign = signature(measure)
    if sign.unit != "percent" and not (sign.unit or "").startswith("per "):
        return []
    wanted = frozenset(word for word in sign.words if word.isalpha()) & telling_words(measure.text)
    if len(wanted) < (3 if sign.unit == "percent" else 2):
        return []
    rarest = min((index.get(word, []) for word in sorted(wanted)), key=len)
    return [figure for figure in rarest if figure.unit == sign.unit and wanted <= figure.words]
