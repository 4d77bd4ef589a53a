"""A target for a time that was over before the plan began."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.journeys import target_months
from oneplan.document.lint.rule import Rule
from oneplan.document.periods import Months, month_in_words, months_of, period_in_words
from oneplan.document.schema import Measure, Target
from oneplan.vocabulary.findings import Finding

_NAME = "target-before-plan-start"
_LONG_BEFORE = 6
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MAY_BE_THE_START = re.compile(r"\(|\b(?:than|compared|baseline|from|since|against)\b", re.I)


def _check(facts: PlanFacts) -> Iterator[Finding]:
    start = months_of(facts.plan.period.start) if facts.plan.period else None
    if start is None:
        return
    for placed in facts.measures:
        last = _last(placed.measure)
        months = target_months(last) if last else None
        if last is None or months is None or months.last >= start.first:
            continue
        if _goes_on(placed.measure, last, start):
            continue
        before = start.first - months.last - 1
        yield about(
            _NAME,
            "error"
            if before >= _LONG_BEFORE and not _MAY_BE_THE_START.search(last.text)
            else "warning",
            placed,
            f"The target is for {period_in_words(last.period or '')}, which was over when the plan began in "
            f"{month_in_words(start.first)}.",
            fix="Give a date within the plan, or write it as the baseline if that is what it is.",
        )


def _goes_on(measure: Measure, last: Target, start: Months) -> bool:
    """Whether the words after the target name a year of the plan: then that is the target, and this its start."""
    rest = measure.text.partition(last.text)[2] if last.text else ""
    return any(int(year) * 12 >= start.first - 11 for year in _YEAR.findall(rest))


def _last(measure: Measure) -> Target | None:
    """The measure's latest dated target."""
    dated = [
        (months.last, number)
        for number, target in enumerate(measure.targets)
        if not target.to_be_set and (months := target_months(target))
    ]
    return measure.targets[max(dated)[1]] if dated else None


RULE = Rule(
    name=_NAME,
    title="The target was due before the plan began",
    severity="error",
    family="dates",
    scope="alone",
    meaning=(
        "The last target of the measure is for a period that ended before the plan starts. An error where it "
        "ended half a year and more before; a warning where it ended just before, as results of the year "
        "that has closed may still be awaited."
    ),
    why="It cannot be worked towards any more. Often a baseline has been written as a target.",
    bad="Plan 2025 to 2028. Measure: exclusions down to 0.07% in 2023/24.",
    good="Plan 2025 to 2028. Measure: exclusions down to 0.07% in 2025/26.",
    check=_check,
)
