"""Which measures speak of the same indicator, whatever figures and dates they give it.

A measure's signature is what remains of its words without figures, dates and the verbs of rising and
falling, with the unit its figures are in. A group is found by look-up, never by comparing all with all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.fuzz import ratio

from oneplan.document.lint.facts import PlacedMeasure, PlanFacts
from oneplan.document.lint.printed import unit_beside
from oneplan.document.lint.remembered import remembered
from oneplan.document.lint.subjects import content_words
from oneplan.document.schema import Measure

_DATES = re.compile(
    r"\b(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? )?(?:19|20)\d\d(?:[/–-]\d{2,4})?\b"
    r"|\b\d\d/\d\d\b|\b(?:by |end of )?(?:january|february|march|april|june|july|august|september|october|"
    r"november|december)\b|\((?:academic|financial|calendar) year\)",
    re.I,
)
_PER = re.compile(r"\bper 1,?0[0,]*\b")
_NUMBER = re.compile(r"(?<![\w.])£?\d[\d,]*(?:\.\d+)?")
_SOFT = frozenset(
    "increase increased increasing decrease decreased reduction reduce reduced rise raise raised fall cut lower lowered "
    "grow growth lift improve improvement improved better up down reach reaching achieve achieving get narrow "
    "drop percentage proportion number share rate baseline target set established establish against currently "
    "current known stand stood level percent cent point figure total bring keep maintain annually start end".split()
)
_ALIKE = 82
_FEW_WORDS = 6


@dataclass(frozen=True, slots=True)
class Signature:
    """What a measure counts and in what unit; the unit is None where it gives no figure."""

    words: frozenset[str]
    unit: str | None


def signature(measure: Measure) -> Signature:
    """The measure's signature."""
    text = _PER.sub(" ", _DATES.sub(" ", _without_figures(measure)))
    words = (word for word in content_words(text) if word not in _SOFT)
    return Signature(frozenset((*words, *_NUMBER.findall(text))), _unit(measure))


def _without_figures(measure: Measure) -> str:
    """The measure's words without its baselines, targets and changes; "before 75" and "level 4" stay."""
    text = measure.text
    starts = [(baseline.text, baseline.value, None) for baseline in measure.baselines]
    ends = [(target.text, target.value, target.change_by) for target in measure.targets]
    for printed, *values in (*ends, *starts):
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


def _unit(measure: Measure) -> str | None:
    starts = [(baseline.value, baseline.text) for baseline in measure.baselines]
    ends = [(target.value, target.text) for target in measure.targets]
    for value, text in (*starts, *ends):
        if value is not None:
            return unit_beside(value, text, measure.text)
    return None


@remembered
def same_indicator(facts: PlanFacts) -> list[list[PlacedMeasure]]:
    """The measures that speak of one indicator, in groups of two and more, in plan order."""
    groups: dict[Signature, list[PlacedMeasure]] = defaultdict(list)
    for placed in facts.measures:
        sign = signature(placed.measure)
        if len(sign.words) >= 2 and placed.measure.kind != "reference":
            groups[sign].append(placed)
    leaders = _joined(list(groups))
    gathered: dict[Signature, list[PlacedMeasure]] = defaultdict(list)
    for sign, members in groups.items():
        gathered[leaders[sign]] += members
    return [members for members in gathered.values() if len(members) > 1]


def _joined(signatures: list[Signature]) -> dict[Signature, Signature]:
    """Each signature with the first one that differs from it by the spelling of one word at most."""
    leader = {sign: sign for sign in signatures}
    without_one: dict[tuple[frozenset[str], str | None], list[tuple[Signature, str]]] = defaultdict(
        list
    )
    for sign in signatures:
        if 4 <= len(sign.words) <= 30:
            for word in sign.words:
                without_one[sign.words - {word}, sign.unit].append((sign, word))
    for alike in without_one.values():
        for (one, first), (other, second) in combinations(alike[:6], 2):
            if _spelt_alike(first, second) and leader[other] == other and leader[one] == one:
                leader[other] = one
    return leader


def _spelt_alike(first: str, second: str) -> bool:
    figures = any(character.isdigit() for character in first + second)
    return not figures and min(len(first), len(second)) > 4 and ratio(first, second) >= _ALIKE


def is_indicator(measure: Measure) -> bool:
    """Whether the measure follows something over time, and is not a thing to be delivered once."""
    return bool(measure.baselines) or measure.direction in ("increase", "decrease", "maintain")
