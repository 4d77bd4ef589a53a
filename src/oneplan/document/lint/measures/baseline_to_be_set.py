"""A figure that is still to be set."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.document.periods import period_in_words
from oneplan.document.schema import Measure
from oneplan.vocabulary.findings import Finding

_NAME = "baseline-to-be-set"


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in facts.measures:
        what = _missing(placed.measure)
        if what:
            yield about(
                _NAME,
                "warning",
                placed,
                f"{what} still to be set. Until then nobody can tell whether the action works.",
                fix="Give the date by which it will be set, and who sets it.",
            )


def _missing(measure: Measure) -> str | None:
    """What is still to be set, with its verb; None where nothing is."""
    starts = [b for b in measure.baselines if b.to_be_set and b.value is None]
    ends = [t for t in measure.targets if t.to_be_set and t.value is None]
    if starts and ends:
        return "The baseline and the target are"
    if starts:
        when = f" ({period_in_words(starts[0].period)})" if starts[0].period else ""
        return f"The baseline{when} is"
    if ends:
        when = f" for {period_in_words(ends[0].period)}" if ends[0].period else ""
        return f"The target{when} is"
    return None


RULE = Rule(
    name=_NAME,
    title="A baseline or target that is still to be set",
    severity="warning",
    family="a measure alone",
    scope="alone",
    meaning="The measure says that its baseline or its target will be set later. Always a warning.",
    why=(
        "What is to be set later is often never set. A year on there is nothing to compare with, and the action "
        "can be called neither a success nor a failure."
    ),
    bad="Increase in young carers who use the club (baseline to be set).",
    good="Increase in young carers who use the club from 31 in June 2025 to 45 in March 2026.",
    check=_check,
)
