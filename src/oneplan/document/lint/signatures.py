"""Which measures speak of the same indicator, whatever figures and dates they give it.

A measure's signature is what remains of its words without figures, dates and the verbs of rising and
falling, with the unit its figures are in. A group is found by look-up, never by comparing all with all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from oneplan.document.lint.facts import PlacedMeasure, PlanFacts
from oneplan.document.lint.printed import unit_beside
from oneplan.document.lint.remembered import remembered
from oneplan.document.lint.subjects import content_words
from oneplan.document.schema import Measure

_DATES = re.compile(r"\b(?:19|20)\d\d(?:[/–-]\d{2,4})?\b|\b\d\d/\d\d\b|\bper 1,?0[0,]*\b")
_NUMBER = re.compile(r"(?<![\w.])£?\d[\d,]*(?:\.\d+)?")
_SOFT = frozenset(
    "increase increased increasing decrease decreased reduction reduce reduced rise raise raised fall cut lower lowered "
    "grow growth lift improve improvement improved better up down reach reaching achieve achieving get narrow "
    "drop percentage proportion number share rate baseline target set established establish against currently "
    "current known stand stood level percent cent point figure total bring keep maintain annually start end academic financial calendar january february march april june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_FEW_WORDS = 6
_MOST_FIGURES = 40

_Figure = tuple[str, float | None, float | None]
"""What is printed of a baseline or target, its value and its change."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What a measure counts and in what unit; the unit is None where it gives no figure."""

    words: frozenset[str]
    unit: str | None


def signature(measure: Measure) -> Signature:
    """The measure's signature."""
    starts = tuple((each.text, each.value, None) for each in measure.baselines)
    ends = tuple((each.text, each.value, each.change_by) for each in measure.targets)
    return _signed(measure.text, starts, ends)


@lru_cache(maxsize=16384)
def _signed(text: str, starts: tuple[_Figure, ...], ends: tuple[_Figure, ...]) -> Signature:
    plain = _DATES.sub(" ", _without_figures(text, (*ends, *starts)[:_MOST_FIGURES]))
    words = (word for word in content_words(plain) if word not in _SOFT)
    unit = next(
        (
            unit_beside(value, beside, text)
            for beside, value, _ in (*starts, *ends)
            if value is not None
        ),
        None,
    )
    return Signature(frozenset((*words, *_NUMBER.findall(plain))), unit)


def _without_figures(text: str, figures: tuple[_Figure, ...]) -> str:
    """The measure's words without its baselines, targets and changes; "before 75" and "level 4" stay."""
    for printed, *values in figures:
        at = text.rfind(printed) if printed and len(printed.split()) <= _FEW_WORDS else -1
        if at >= 0:
            text = f"{text[:at]} {text[at + len(printed) :]}"
        for value in values if at < 0 else ():
            text = _without_last(text, abs(value)) if value is not None else text
    return text


def _without_last(text: str, value: float) -> str:
    """The text without the last number of that value."""
    match = next(
        (m for m in reversed(list(_NUMBER.finditer(text))) if _plain(m.group()) == value), None
    )
    return f"{text[: match.start()]} {text[match.end() :]}" if match else text


def _plain(number: str) -> float:
    return float(number.replace(",", "").lstrip("£").rstrip(".") or 0)


@remembered
def signed(facts: PlanFacts) -> list[tuple[Signature, PlacedMeasure]]:
    """The measures that give or promise a figure, with their signatures, in plan order."""
    found = (
        (signature(placed.measure), placed)
        for placed in facts.measures
        if placed.measure.baselines or placed.measure.targets
    )
    return [(sign, placed) for sign, placed in found if len(sign.words) >= 2]


@remembered
def same_indicator(facts: PlanFacts) -> list[list[PlacedMeasure]]:
    """The measures that speak of one indicator, in groups of two and more, in plan order."""
    groups: dict[Signature, list[PlacedMeasure]] = defaultdict(list)
    for sign, placed in signed(facts):
        groups[sign].append(placed)
    return [members for members in groups.values() if len(members) > 1]


def is_indicator(measure: Measure) -> bool:
    """Whether the measure follows something over time, and is not a thing to be delivered once."""
    return bool(measure.baselines) or measure.direction in ("increase", "decrease", "maintain")
