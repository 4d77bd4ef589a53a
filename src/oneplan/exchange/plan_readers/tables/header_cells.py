"""What one header cell says, read from its words alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from oneplan.exchange.plan_readers.tables.header_words import (
    HEADER_PHRASES,
    LONGEST_PHRASE,
    words_of,
)
from oneplan.exchange.plan_readers.tables.roles import Role

LONGEST_HEADER = 160
"""Characters beyond which a cell is no header."""

_BRACKETS = re.compile(r"\(([^()]*)\)?")
_PERIOD = re.compile(
    r"(?:(?:19|20)\d\d\s*(?:[/–-]\s*(?:\d\d){1,2})?|\d\d/\d\d|year\s*(?:\d|one|two|three|four|five)|yr\s*\d)",
    re.IGNORECASE,
)
_DATED_PERIOD = re.compile(
    rf"(?:{_PERIOD.pattern})\s*\(\s*(?:{_PERIOD.pattern})\s*\)|(?:by|end of|by end of)\s+(?:{_PERIOD.pattern})",
    re.IGNORECASE,
)
_AIMED_AT = re.compile(
    rf"(?:(?:our|the)\s+)?(?:ambition|goal|aim|aspiration|trajectory|milestone target)\s*(?:for|by|:|–|-)?\s*\(?(?:{_PERIOD.pattern})\)?"
    rf"|(?:{_PERIOD.pattern})\s+(?:ambition|goal|aim|aspiration|plan|trajectory)",
    re.IGNORECASE,
)
_LITTLE = frozenset(
    [
        "the",
        "of",
        "to",
        "and",
        "our",
        "we",
        "is",
        "are",
        "a",
        "an",
        "in",
        "for",
        "be",
        "with",
        "on",
        "this",
        "it",
        "by",
        "or",
        "any",
        "how",
        "what",
        "including",
        "include",
        "please",
        "see",
        "list",
        "key",
        "main",
        "proposed",
        "per",
    ]
)
_PARTS_OF_A_MEASURE: frozenset[Role] = frozenset({"baseline", "target", "milestones", "indicator"})
_PAIRS: tuple[tuple[Role, Role, Role], ...] = (
    ("partners", "leads", "partners_and_leads"),
    ("strategies", "groups", "strategies_and_groups"),
)
_IN_BRACKETS = 0.5
_JOINS = re.compile(r"\b(?:and|with|including|incl)\b|[&+]|/(?!\d)", re.IGNORECASE)
_ASKS_HOW_WE_KNOW = re.compile(
    r"(?:how|what)\b.*\b(?:measured?|measuring|know(?:n)?|success(?:ful)?|evidenced?|differen(?:ce|t)"
    r"|monitored|impact|succeed(?:ed)?|better off)\b",
    re.IGNORECASE,
)


_CALENDAR = re.compile(
    r"(?:w/?c|w/?b|wk|week|w|m|month|day|d)?\.?\s*\d{1,3}"
    r"|(?:w/?[cb]\s*)?(?:\d{1,2}\s*)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
    r"(?:[\s'’/-]*(?:19|20)?\d\d)?|(?:w/?[cb]\s*)?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|[jfmasond]",
    re.IGNORECASE,
)


def is_calendar(text: str) -> bool:
    """Whether a header is a mark on the time line of a Gantt chart: "W12", "Apr-24", "M"."""
    return len(text) < 24 and _CALENDAR.fullmatch(" ".join(text.split())) is not None


@dataclass(frozen=True, slots=True)
class HeaderReading:
    """What the words of a header cell speak for. ``role`` None where they say nothing known."""

    role: Role | None
    sure: float
    scores: tuple[tuple[Role, float], ...] = ()
    period_only: bool = False


_NOTHING = HeaderReading(None, 0.0)


@lru_cache(maxsize=4096)
def read_header(text: str) -> HeaderReading:
    """The role that a header's words speak for and how sure that is, from 0 to 1."""
    text = " ".join(text.split())
    if not text or len(text) > LONGEST_HEADER:
        return _NOTHING
    if _PERIOD.fullmatch(text) or _DATED_PERIOD.fullmatch(text):
        return HeaderReading(None, 0.0, period_only=True)
    if _AIMED_AT.fullmatch(text):
        return HeaderReading("target", 1.0, (("target", 1.0),))
    outside = _BRACKETS.sub(" ", text)
    if _ASKS_HOW_WE_KNOW.match(outside.strip()):
        return HeaderReading("measures", 1.0, (("measures", 1.0),))
    scores, coverage = _score(words_of(outside))
    inside, inside_coverage = _score(words_of(" ".join(_BRACKETS.findall(text))))
    if not scores:
        coverage = inside_coverage
    for role, weight in inside.items():
        scores[role] = scores.get(role, 0.0) + weight * _IN_BRACKETS
    if not scores:
        return _NOTHING
    role, weight = _decide(scores)
    sure = min(1.0, weight) * (0.4 + 0.6 * coverage)
    return HeaderReading(role, round(sure, 2), tuple(scores.items()))


def part_of_a_measure(text: str, reading: HeaderReading) -> Role | None:
    """The part of a measure that a header names beside its measures: "KPI: baseline", "Measure – target".

    None where it names several or none, or joins them ("Measure and target").
    """
    named = [
        role for role, weight in reading.scores if role in _PARTS_OF_A_MEASURE and weight >= 1.0
    ]
    alone = len(named) == 1 and len(reading.scores) == 2
    return named[0] if alone and not _JOINS.search(text) else None


def _score(words: list[str]) -> tuple[dict[Role, float], float]:
    """Weights by role in order of first mention, and the share of telling words that were known."""
    scores: dict[Role, float] = {}
    known = unknown = 0
    at = 0
    while at < len(words):
        length = _phrase_at(words, at)
        if length:
            role, weight = HEADER_PHRASES[tuple(words[at : at + length])]
            scores[role] = scores.get(role, 0.0) + weight
            known += length
        else:
            length = 1
            unknown += words[at] not in _LITTLE and not words[at].isdigit()
        at += length
    return scores, known / (known + unknown) if known else 0.0


def _phrase_at(words: list[str], at: int) -> int:
    for length in range(min(LONGEST_PHRASE, len(words) - at), 0, -1):
        if tuple(words[at : at + length]) in HEADER_PHRASES:
            return length
    return 0


def _decide(scores: dict[Role, float]) -> tuple[Role, float]:
    for one, other, both in _PAIRS:
        if one in scores and other in scores:
            return both, scores[one] + scores[other]
    parts = [role for role in scores if role in _PARTS_OF_A_MEASURE and scores[role] >= 1.0]
    if len(parts) > 1 and "action" not in scores and "due" not in scores:
        return "measures", 1.0
    best = max(scores, key=lambda role: scores[role])
    return best, scores[best]
