"""A target to reach the average, and not whose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.document.schema import Measure, Target
from oneplan.vocabulary.findings import Finding

_NAME = "comparator-missing"
_NOBODY = re.compile(
    r"\b(?:in line with|reach\w*|match\w*|better than|above|below|not worse than|close to|differ\w*(?: significantly)? from)"
    r" (?:the )?(?:average|mean|norm|others|comparators?|benchmark)\b(?! (?:of|for|across|among) | in (?!\d))",
    re.I,
)
_BETWEEN = re.compile(r"\b(?:gap|difference) between\b(.*?)(?:\b(?:from|to) \d|\bby \d|$)", re.I)
_AND = re.compile(r"\band\b|&|/|,", re.I)
_NEEDS_ONE = frozenset(
    {
        "in_line_with",
        "better_than",
        "at_or_better_than",
        "top_quartile",
        "not_significantly_different_from",
    }
)


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in facts.measures:
        if _compared_with_nobody(placed.measure):
            yield about(
                _NAME,
                "warning",
                placed,
                "The target is a comparison, and the measure does not say with whom.",
                fix="Name England, the region, the statistical neighbours or the group that is meant.",
            )
        elif _one_sided(placed.measure.text):
            yield about(
                _NAME,
                "warning",
                placed,
                "The measure speaks of a gap between two groups and names only one.",
                fix="Name the group with which the first is compared.",
            )


def _one_sided(text: str) -> bool:
    """Whether a gap "between" has no "and" before its figures begin."""
    match = _BETWEEN.search(text)
    return match is not None and not _AND.search(match[1])


def _compared_with_nobody(measure: Measure) -> bool:
    if any(target.comparator for target in measure.targets):
        return False
    return any(map(_open, measure.targets)) or bool(_NOBODY.search(measure.text))


def _open(target: Target) -> bool:
    return target.relation in _NEEDS_ONE and not target.comparator and target.value is None


RULE = Rule(
    name=_NAME,
    title="Compared with whom",
    severity="warning",
    family="a measure alone",
    scope="alone",
    meaning=(
        "The target is to be in line with, better than or among the best of others, and the others are not "
        "named; or a gap “between” has only one side. Always a warning. A named comparator is enough: its value is "
        "looked up at each release."
    ),
    why="Everyone is above some average. The comparison would be chosen when the figures are known.",
    bad="School meal take-up to be better than average by 2026.",
    good="School meal take-up to be better than the average of the West Midlands by 2026.",
    check=_check,
)
