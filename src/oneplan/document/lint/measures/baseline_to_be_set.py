"""A figure that is still to be set."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about_measure
from oneplan.document.lint.periods import period_in_words
from oneplan.document.lint.rule import Rule
from oneplan.document.schema import Measure
from oneplan.vocabulary.findings import Finding

_NAME = "baseline-to-be-set"


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in facts.measures:
        what = _missing(placed.measure)
        if what:
            when = _when(placed.measure)
            known = f"will be set in {when}" if when else "is to be set, and nobody says when"
            fix = (
                "Give the date by which it will be set, and who sets it."
                if not when
                else "Name who sets it, and put it in the plan on that date."
            )
            yield about_measure(
                _NAME,
                "warning",
                placed,
                f"The {what} {known}. Until then nobody can tell whether the action works.",
                fix=fix,
            )


def _missing(measure: Measure) -> str | None:
    baseline = any(b.to_be_set and b.value is None for b in measure.baselines)
    target = any(t.to_be_set and t.value is None for t in measure.targets)
    if baseline and target:
        return "baseline, and with it the target,"
    if baseline:
        return "baseline"
    return "target" if target else None


def _when(measure: Measure) -> str | None:
    starts = [baseline.period for baseline in measure.baselines if baseline.to_be_set]
    ends = [target.period for target in measure.targets if target.to_be_set]
    return next((period_in_words(period) for period in (*starts, *ends) if period), None)


RULE = Rule(
    name=_NAME,
    title="A baseline or target that is still to be set",
    severity="warning",
    family="a measure alone",
    meaning="The measure says that its baseline or its target will be set later. Always a warning.",
    why=(
        "What is to be set later is often never set. A year on there is nothing to compare with, and the action "
        "can be called neither a success nor a failure."
    ),
    bad="Increase in young carers who use the club (baseline to be set).",
    good="Increase in young carers who use the club from 31 in June 2025 to 45 in March 2026.",
    check=_check,
)
