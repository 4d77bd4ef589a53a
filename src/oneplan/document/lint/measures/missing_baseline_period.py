"""A baseline without a date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.printed import unit_beside
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.figures import figure_in_words
from oneplan.vocabulary.findings import Finding

_NAME = "missing-baseline-period"
_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
"""A year that could not be read as a period is found by another rule."""


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in facts.measures:
        measure = placed.measure
        dated = any(baseline.period for baseline in measure.baselines)
        undated = [b for b in measure.baselines if b.value is not None and not b.period]
        if undated and not dated and not _A_YEAR.search(undated[0].text):
            value = undated[0].value or 0
            said = figure_in_words(value, unit_beside(value, undated[0].text, measure.text))
            yield about(
                _NAME,
                "warning" if value else "info",
                placed,
                f"The baseline of {said} has no date.",
                fix="Say for which month or year the figure is.",
            )


RULE = Rule(
    name=_NAME,
    title="A baseline without a date",
    severity="warning",
    family="a measure alone",
    scope="alone",
    meaning=(
        "The measure gives the figure it starts from and not when that was. A warning; worth a look only where "
        "the start is nought."
    ),
    why="Without the date nobody can check the figure, nor say how long the change has taken.",
    bad="Increase from 58% of carers having a break to 70% in 2026.",
    good="Increase from 58% of carers having a break in March 2025 to 70% in March 2026.",
    check=_check,
)
