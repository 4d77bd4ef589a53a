"""A measure that stands in two places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from rapidfuzz.distance.OSA import distance

from oneplan.document.lint.facts import PlacedMeasure, PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.signatures import Signature, signed
from oneplan.document.schema import Measure
from oneplan.vocabulary.findings import Finding

_NAME = "duplicate-measure"
_ENOUGH_WORDS, _MOST_WORDS = 4, 30

Copies = list[tuple[Signature, PlacedMeasure]]


def _check(facts: PlanFacts) -> Iterator[Finding]:
    alike: dict[tuple[object, ...], Copies] = defaultdict(list)
    for sign, placed in signed(facts):
        if len(sign.words) >= _ENOUGH_WORDS:
            alike[sign.unit, *_figures(placed.measure)].append((sign, placed))
    for copies in alike.values():
        for places in _by_words(copies) if len(copies) > 1 else ():
            if len({placed.where for placed in places}) > 1:
                yield _finding(places)


def _by_words(copies: Copies) -> list[list[PlacedMeasure]]:
    """Measures with the same figures by what they say, one misspelt word allowed."""
    leader = _leaders(list(dict.fromkeys(sign for sign, _ in copies)))
    groups: dict[Signature, list[PlacedMeasure]] = defaultdict(list)
    for sign, placed in copies:
        groups[leader[sign]].append(placed)
    return list(groups.values())


def _leaders(signatures: list[Signature]) -> dict[Signature, Signature]:
    """Each signature with the first one that differs from it by the spelling of one word at most."""
    leader = {sign: sign for sign in signatures}
    without_one: dict[frozenset[str], list[tuple[Signature, str]]] = defaultdict(list)
    for sign in signatures if len(signatures) > 1 else ():
        for word in sign.words if len(sign.words) <= _MOST_WORDS else ():
            without_one[sign.words - {word}].append((sign, word))
    for variants in without_one.values():
        for (one, first), (other, second) in pairwise(variants):
            if _spelt_alike(first, second):
                leader[other] = leader[one]
    return leader


def _spelt_alike(first: str, second: str) -> bool:
    """Whether two words differ by a slip: one letter, in a word that is long enough."""
    return min(len(first), len(second)) > 5 and first.isalpha() and distance(first, second) <= 1


def _figures(measure: Measure) -> tuple[object, ...]:
    starts = tuple((b.value, b.period, b.to_be_set) for b in measure.baselines)
    return starts, tuple((t.value, t.change_by, t.period) for t in measure.targets)


def _finding(places: list[PlacedMeasure]) -> Finding:
    names = list(dict.fromkeys(placed.where for placed in places))
    under_actions = sum(placed.action is not None for placed in places) > 1
    return about(
        _NAME,
        "warning" if under_actions else "info",
        places[-1],
        f"The same measure stands in {', '.join(names[:-1])} and {names[-1]}.",
        quotes=tuple(dict.fromkeys(placed.measure.text for placed in places)),
        fix="Keep it in one place and point to it from the others.",
    )


RULE = Rule(
    name=_NAME,
    title="One measure in two places",
    severity="warning",
    family="across the plan",
    scope="across",
    meaning=(
        "Two actions have the same measure with the same figures and dates. A warning; one finding for all "
        "copies. Where outcomes share a measure it is only worth a look."
    ),
    why="The change is counted twice, and nobody can say which action brought it about.",
    bad="Actions 2.1 and 2.2 both: fewer licensed premises that fail a test, from 11% to 8%.",
    good="Action 2.1: fewer licensed premises that fail a test, from 11% to 8%. Action 2.2: see 2.1.",
    check=_check,
)
