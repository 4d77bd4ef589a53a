"""The indicators that a plan names by code, and how near two names come to each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from oneplan.document.lint.facts import PlanFacts
from oneplan.document.lint.remembered import remembered
from oneplan.document.lint.subjects import content_words
from oneplan.document.schema import Indicator
from oneplan.vocabulary.findings import Source

_IN_CARE = re.compile(
    r"\b(?:children|pupils|young people) (?:in|leaving) care\b|\blac\b|\bcla\b", re.I
)
_NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "math": "mathematic"}
_SAME = {
    "reaching": "achieve",
    "achieving": "achieve",
    "attaining": "achieve",
    "achievement": "achieve",
}
_LEFT_OUT = frozenset(
    "percentage proportion number rate level equivalent including young people child".split()
)
_FIGURE = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class NamedIndicator:
    """An indicator with a code, and where the plan names it."""

    code: str
    name: str | None
    where: str
    source: Source | None
    subject: str | None


@remembered
def named_indicators(facts: PlanFacts) -> list[NamedIndicator]:
    """Every indicator that the plan gives a code, in plan order."""
    found = []
    for placed in facts.elements:
        element = placed.element
        for indicator in element.indicators:
            found += _named(
                indicator, element.title, indicator.source or element.source, element.id
            )
    for measured in facts.measures:
        indicator_of = measured.measure.indicator
        if indicator_of:
            measure = measured.measure
            found += _named(indicator_of, measured.where, measure.source, measure.id)
    return found


def _named(
    indicator: Indicator, where: str, source: Source | None, subject: str | None
) -> list[NamedIndicator]:
    if not indicator.code:
        return []
    return [NamedIndicator(indicator.code, indicator.name, where, source, subject)]


@lru_cache(maxsize=4096)
def name_words(name: str) -> frozenset[str]:
    """What an indicator's name says, whichever of the usual words it says it in."""
    plain = _IN_CARE.sub("looked after children", name)
    words = (_SAME.get(w, _NUMBERS.get(w, w)) for w in content_words(plain))
    return frozenset(w for w in words if w not in _LEFT_OUT) | frozenset(_FIGURE.findall(plain))


def nearness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the words of two names that both have, 0 to 1."""
    return len(one & other) / len(one | other) if one and other else 0.0


@dataclass
class OfficialNames:
    """The official names of indicators, to be looked up by their words."""

    words: dict[str, frozenset[str]] = field(default_factory=dict)
    codes_with: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, indicators: Mapping[str, str]) -> OfficialNames:
        """The look-up for codes and titles."""
        names = cls()
        for code, title in indicators.items():
            names.words[code] = name_words(title)
            for word in names.words[code]:
                names.codes_with[word].append(code)
        return names

    def nearest(self, name: str) -> tuple[str, float] | None:
        """The code whose title comes nearest to a name, and how near; None where no word is shared."""
        wanted = name_words(name)
        shared = Counter(code for word in wanted for code in self.codes_with.get(word, ()))
        if not shared:
            return None
        best = max(shared, key=lambda code: (nearness(wanted, self.words[code]), code))
        return best, nearness(wanted, self.words[best])

    def near(self, name: str, code: str) -> float:
        """How near a name comes to the title of a code; 0 for an unknown code."""
        return nearness(name_words(name), self.words.get(code, frozenset()))


@remembered
def official_names(facts: PlanFacts) -> OfficialNames:
    """The look-up of what the caller knows of indicators."""
    return OfficialNames.of(facts.known.indicators)


def family(code: str) -> str:
    """The letters of a code, "NI"."""
    return code.strip().partition(" ")[0].rstrip("0123456789.")
