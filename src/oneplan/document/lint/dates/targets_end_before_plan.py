"""A plan whose last targets are due long before it ends."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.dates.beyond_the_plan import plan_end
from oneplan.document.lint.facts import PlanFacts, first_words
from oneplan.document.lint.journeys import target_months, words_of
from oneplan.document.lint.rule import Rule
from oneplan.document.periods import month_in_words, months_of
from oneplan.vocabulary.findings import Finding

_NAME = "targets-end-before-plan"
_ENOUGH = 5
_MONTHS_LEFT = 18


def _check(facts: PlanFacts) -> Iterator[Finding]:
    end = plan_end(facts)
    dated = [
        (months.last, target, placed)
        for placed in facts.measures
        for target in placed.measure.targets
        if (months := target_months(target))
    ]
    milestones = [
        months.last
        for placed in facts.measures
        for milestone in placed.measure.milestones
        if (months := months_of(milestone.month))
    ]
    if end is None or len(dated) < _ENOUGH:
        return
    last, target, placed = max(dated, key=lambda found: found[0])
    left = end.last - max([last, *milestones])
    if left >= _MONTHS_LEFT:
        yield Finding(
            rule=_NAME,
            severity="warning",
            message=(
                f"The plan runs to {month_in_words(end.last)}, and the last of its {len(dated)} dated targets is due "
                f"in {month_in_words(last)}."
            ),
            where=first_words(facts.plan.title),
            quotes=words_of(placed.measure, target),
            fix="Set targets up to the plan’s end, or say when they will be set.",
            source=placed.measure.source,
        )


RULE = Rule(
    name=_NAME,
    title="The targets end long before the plan",
    severity="warning",
    family="dates",
    scope="across",
    meaning=(
        "The plan has five dated targets or more, and none of them is due in its last eighteen months. Always a "
        "warning, one for the plan."
    ),
    why="In its last years there is nothing to be held to, and nobody can say what the whole plan was for.",
    bad="Plan from 2024 to 2028. All targets: by March 2026.",
    good="Plan from 2024 to 2028. Targets by March 2026 and by March 2028.",
    check=_check,
)
