"""Two figures for the size of one group."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.passages import SENTENCES, Passage, passages
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.subjects import Counted, content_words, counted_in
from oneplan.vocabulary.figures import number_in_words
from oneplan.vocabulary.findings import Finding, Severity

_NAME = "figures-disagree"
_SAYS_TOTAL = (
    r"\b(?:there (?:are|were)|(?:we|it|county|town|city|borough|district|area|partnership) (?:has|had|have)|"
    r"home to|a total of|in total,?|all(?: of the)?|estimates? that|serv(?:es|ing)|population of)"
)
_TOTALS_SAID = re.compile(_SAYS_TOTAL + r"[^\d]{0,24}\d", re.I)
_TOTAL = re.compile(_SAYS_TOTAL + r"\W*$")
_ABOUT = re.compile(
    r"\b(?:around|about|approximately|some|nearly|almost|over|more than|just (?:over|under)|up to|roughly|c\.?)\W*$"
)
_SHARE = re.compile(r"(\d{1,3}(?:\.\d{1,6})?) ?% \((?:n ?= ?)?(\d[\d,]{0,12})\)")
_YEAR = re.compile(r"\b(?:19|20)\d\d(?:/\d\d)?\b")
_CLAUSE_END = re.compile(
    r"[.;:,()]|\b(?:in|by|who|that|which|are|have|has|will|achiev\w*|start\w*|obtain\w*)\b"
)


@dataclass(frozen=True, slots=True)
class _Size:
    """The size of a group, as one passage gives it."""

    value: float
    exact: bool
    years: frozenset[str]
    words: str
    passage: Passage


def _check(facts: PlanFacts) -> Iterator[Finding]:
    sizes: dict[tuple[str, ...], list[_Size]] = defaultdict(list)
    for passage in passages(facts):
        if passage.part not in SENTENCES:
            continue
        if _says_totals(passage.text):
            for things, size in _totals(passage):
                sizes[things].append(size)
        for things, size in _wholes(passage) if "% (" in passage.text else ():
            sizes[things].append(size)
    for things, given in sizes.items():
        rival = next((size for size in given if _differ(given[0], size)), None)
        if rival:
            yield _finding(things, given[0], rival)


@lru_cache(maxsize=32768)
def _says_totals(text: str) -> bool:
    return bool(_TOTALS_SAID.search(text))


def _totals(passage: Passage) -> Iterator[tuple[tuple[str, ...], _Size]]:
    """Groups whose whole size a sentence states, "there are 650 foster homes"."""
    for counted in counted_in(passage.text):
        about = _ABOUT.search(counted.before)
        before = counted.before[: about.start()] if about else counted.before
        if counted.number.unit == "number" and len(counted.things) >= 2 and _TOTAL.search(before):
            yield counted.things, _size(counted.number.value, not about, counted, passage)


def _size(value: float, exact: bool, counted: Counted, passage: Passage) -> _Size:
    words = passage.text[counted.number.start : counted.number.end + 60].split()
    years = frozenset(_YEAR.findall(_sentence(passage.text, counted.number.start)))
    return _Size(value, exact, years, " ".join(words[:5]), passage)


def _sentence(text: str, at: int) -> str:
    """The sentence in which a place of a text lies, no more than 300 characters either way."""
    before = text[max(0, at - 300) : at].rpartition(". ")[2]
    return before + text[at : at + 300].partition(". ")[0]


def _wholes(passage: Passage) -> Iterator[tuple[tuple[str, ...], _Size]]:
    """Groups whose size follows from a share and its count, "75% (188) of schools"."""
    for match in _SHARE.finditer(passage.text):
        rest = passage.text[match.end() : match.end() + 60]
        things = content_words(_CLAUSE_END.split(rest, maxsplit=1)[0])[:3]
        share = float(match[1])
        if things and share:
            whole = float(match[2].replace(",", "")) / share * 100
            yield (
                ("of", *things),
                _Size(whole, False, frozenset(), match.group() + rest[:30], passage),
            )


def _differ(one: _Size, other: _Size) -> bool:
    if not other.value or not one.value or (one.years and other.years and one.years != other.years):
        return False
    exact = one.exact and other.exact
    return one.value != other.value if exact else not 0.9 <= one.value / other.value <= 1.1


def _finding(things: tuple[str, ...], one: _Size, other: _Size) -> Finding:
    same_year = len(one.years) == 1 and one.years == other.years
    severity: Severity = "error" if same_year and one.exact and other.exact else "warning"
    first, second = (number_in_words(round(size.value)) for size in (one, other))
    group = " ".join(things[1:] if things[0] == "of" else things)
    elsewhere = f" in “{one.passage.where}”" if one.passage.where else ""
    return about(
        _NAME,
        severity,
        other.passage,
        f"The group “{group}” numbers {first}{elsewhere} and {second} here.",
        quotes=(one.words, other.words),
        fix="Look the figure up, and give it with its date in both places.",
    )


RULE = Rule(
    name=_NAME,
    title="Two figures for the size of one group",
    severity="error",
    family="across the plan",
    scope="across",
    meaning=(
        "Two passages give the whole size of one group (“there are 650 …”, “75% (188) of …”) and the sizes "
        "differ. An error where both are exact and name the same year; else a warning. Figures for different years "
        "are not findings."
    ),
    why="Every share and rate in the plan rests on the size of the group.",
    bad="In 2024 there are 412 young carers in the county. … In 2024 there are 388 young carers in the county.",
    good="In 2023 there are 388 young carers in the county. … In 2024 there are 412 young carers in the county.",
    check=_check,
)
