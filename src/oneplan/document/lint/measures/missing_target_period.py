"""A target without a date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.dates.lateness import due_in_words
from oneplan.document.lint.facts import PlacedMeasure, PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.document.schema import Measure, Target
from oneplan.vocabulary.findings import Finding

_NAME = "missing-target-period"
_QUARTER = re.compile(r"\b(?:Q[1-4]|quarter [1-4])\b", re.I)


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in facts.measures:
        targets = [target for target in placed.measure.targets if _says_something(target)]
        if not targets or any(t.period for t in placed.measure.targets) or _dated(placed.measure):
            continue
        if _stands_for_itself(placed):
            continue
        due = placed.action.due if placed.action else None
        yield about(
            _NAME,
            "info" if due else "warning",
            placed,
            "The target has no date of its own"
            + (f"; the action is due {due_in_words(due)}." if due else ", so it is never missed."),
            fix="Say by when the target is to be reached.",
        )


def _says_something(target: Target) -> bool:
    set_later = target.to_be_set
    return not set_later and bool(target.value is not None or target.change_by or target.relation)


def _dated(measure: Measure) -> bool:
    return any(milestone.month for milestone in measure.milestones) or bool(
        _QUARTER.search(measure.text)
    )


def _stands_for_itself(placed: PlacedMeasure) -> bool:
    """Whether the target is a thing to be delivered, whose date is the action's."""
    measure = placed.measure
    moves = measure.direction in ("increase", "decrease") or bool(measure.baselines)
    return placed.action is not None and placed.action.due is not None and not moves


RULE = Rule(
    name=_NAME,
    title="A target without a date",
    severity="warning",
    family="a measure alone",
    scope="alone",
    meaning=(
        "The measure says what is to be reached and not by when. A warning; worth a look only where the action "
        "itself has a date. Things to be delivered take the date of their action and are not reported."
    ),
    why="A target without a date is never missed.",
    bad="The share of young people with a level 2 qualification at 19 to be in line with England.",
    good="The share of young people with a level 2 qualification at 19 to be in line with England in 2026.",
    check=_check,
)
