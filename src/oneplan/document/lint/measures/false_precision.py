"""A target given more exactly than anyone can measure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.journeys import travelled
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_NAME = "false-precision"
_PERCENT = re.compile(r"(\d+)(?:\.(\d+))? ?(?:%|per cent)")


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed, those in travelled(facts):
        for journey in those:
            if journey.end_unit != "percent" or journey.end < 1:
                continue
            start, end = (
                _decimals(journey.start, placed.measure.text),
                _decimals(journey.end, placed.measure.text),
            )
            if end >= 2 and end > start:
                yield about(
                    _NAME,
                    "info",
                    placed,
                    f"The target of {journey.end:g}% has {end} decimals, its baseline {start or 'none'}.",
                    fix="Round the target; a survey or a count of this size is not so exact.",
                )
                break


def _decimals(value: float, text: str) -> int:
    """The decimals with which a percentage is printed; 0 where it is not."""
    found = (m for m in _PERCENT.finditer(text) if float(f"{m[1]}.{m[2] or 0}") == value)
    match = next(found, None)
    return len(match[2] or "") if match else 0


RULE = Rule(
    name=_NAME,
    title="A target more exact than its baseline",
    severity="info",
    family="a measure alone",
    scope="alone",
    meaning=(
        "A target in per cent has two decimals and more, and more than the figure it starts from. Only worth a "
        "look. Figures below one per cent are not reported."
    ),
    why="Two decimals promise more than the source can show, and hide how the target was arrived at.",
    bad="Breastfeeding at six weeks from 41.2% in 2023/24 to 47.25% in 2025/26.",
    good="Breastfeeding at six weeks from 41.2% in 2023/24 to 47% in 2025/26.",
    check=_check,
)
