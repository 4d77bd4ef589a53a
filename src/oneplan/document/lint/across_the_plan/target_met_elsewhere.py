"""A target that, by the baseline of another measure, is met already."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from oneplan.document.lint.facts import PlacedMeasure, PlanFacts, about
from oneplan.document.lint.journeys import baseline_months, target_months, words_of
from oneplan.document.lint.printed import unit_beside
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.signatures import Signature, signature, signed
from oneplan.document.periods import period_in_words
from oneplan.document.schema import Baseline, Target
from oneplan.vocabulary.figures import figure_in_words
from oneplan.vocabulary.findings import Finding

_NAME = "target-met-elsewhere"
_ASIDE = re.compile(r"\([^()]*\)")
_SAYS_LITTLE = frozenset("full fully obtain obtained obtaining gain hold holding overall".split())


def _check(facts: PlanFacts) -> Iterator[Finding]:
    known = {id(placed.measure): sign for sign, placed in signed(facts)}
    starts: dict[Signature, list[tuple[PlacedMeasure, Baseline]]] = defaultdict(list)
    for placed in facts.measures:
        for baseline in placed.measure.baselines:
            if baseline.value is not None and baseline.period:
                starts[_subject(placed, known)].append((placed, baseline))
                break
    for placed in facts.measures if starts else ():
        if placed.measure.baselines or placed.measure.direction == "decrease":
            continue
        levels = [target for target in placed.measure.targets if target.value and target.period]
        others = starts.get(_subject(placed, known), []) if levels else []
        for target in levels:
            found = _met(target, others)
            if found:
                yield _finding(placed, target, *found)
                break


def _subject(placed: PlacedMeasure, known: dict[int, Signature]) -> Signature:
    measure = placed.measure
    sign = known.get(id(measure))
    if sign is None or "(" in measure.text:
        bare = _ASIDE.sub(" ", measure.text)
        sign = signature(measure.model_copy(update={"text": bare}))
    return _telling(sign)


@lru_cache(maxsize=16384)
def _telling(sign: Signature) -> Signature:
    words = (word for word in sign.words - _SAYS_LITTLE if not word.isdigit())
    return Signature(frozenset(words), sign.unit)


def _met(
    target: Target, starts: list[tuple[PlacedMeasure, Baseline]]
) -> tuple[PlacedMeasure, Baseline] | None:
    """The earlier figure elsewhere that reaches the target; None where the figure goes down there."""
    due = target_months(target)
    if not starts or due is None or target.value is None or target.change_by:
        return None
    placed, baseline = starts[0]
    before = baseline_months(baseline)
    rises = placed.measure.direction not in ("decrease", "maintain")
    met = (baseline.value or 0) >= target.value > 0
    return starts[0] if met and rises and before and due.after(before) else None


def _finding(
    placed: PlacedMeasure, target: Target, other: PlacedMeasure, baseline: Baseline
) -> Finding:
    value = baseline.value or 0
    said = figure_in_words(value, unit_beside(value, baseline.text, other.measure.text))
    return about(
        _NAME,
        "warning",
        placed,
        f"{other.where} gives {said} for {period_in_words(baseline.period or '')} already.",
        quotes=(*words_of(placed.measure, target), *words_of(other.measure, baseline)),
        fix="Look up the latest figure, and set the target beyond it.",
    )


RULE = Rule(
    name=_NAME,
    title="The target is met already, by another part of the plan",
    severity="warning",
    family="across the plan",
    scope="across",
    meaning=(
        "The measure gives a level to be reached and no start, and another measure of the same thing starts, at an "
        "earlier date, from that level or above it. Always a warning."
    ),
    why="One of the two was written without the other; the lower target asks nothing of anyone.",
    bad="A1: 60% of parks hold the award by December 2026. B4: raise the parks that hold the award from 60% in March 2026 to 70% in 2027.",
    good="A1: 70% of parks hold the award by December 2026. B4: raise the parks that hold the award from 60% in March 2026 to 70% in 2027.",
    check=_check,
)
