"""A measure that goes on after its action has ended."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.dates.lateness import due_in_words, lateness
from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.journeys import target_months, words_of
from oneplan.document.lint.rule import Rule
from oneplan.document.periods import Months, due_months, month_in_words, months_of
from oneplan.document.schema import Measure
from oneplan.vocabulary.findings import Finding

_NAME = "target-after-by-when"


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in facts.actions:
        action, due = placed.action, due_months(placed.action.due)
        if due is None or action.due is None:
            continue
        late = [
            (measure, end)
            for measure in action.measures
            if (end := _last(measure)) and end.after(due)
        ]
        if late:
            end = max((end for _, end in late), key=lambda months: months.first)
            source = next((m.source for m, _ in late if m.source), action.source)
            yield about(
                _NAME,
                "warning",
                placed,
                f"The action ends {due_in_words(action.due)}, and its last target is due {_when(due, end)}.",
                quotes=(
                    action.due.text,
                    *(quote for measure, end in late for quote in _late(measure, end)),
                ),
                fix="Move one of the two dates, or say who reports once the action has ended.",
                source=source,
            )


def _when(due: Months, end: Months) -> str:
    """ "in December 2026, eleven months later", or "in a year that begins in April 2026, one month later"."""
    span = "" if end.first == end.last else "a year that begins in "
    return f"in {span}{month_in_words(end.first)}, {lateness(due, end)} later"


def _late(measure: Measure, end: Months) -> tuple[str, ...]:
    """The words of the target or milestone that is due last."""
    last = [target for target in measure.targets if target_months(target) == end]
    if last:
        return words_of(measure, *last)
    return tuple(m.text for m in measure.milestones if months_of(m.month) == end)


def _last(measure: Measure) -> Months | None:
    """The months of the measure's last dated target or milestone."""
    dated = [target_months(target) for target in measure.targets if not target.to_be_set]
    dated += [months_of(milestone.month) for milestone in measure.milestones]
    return max((m for m in dated if m), key=lambda months: months.first, default=None)


RULE = Rule(
    name=_NAME,
    title="The measure ends after the action does",
    severity="warning",
    family="dates",
    scope="alone",
    meaning=(
        "A target or milestone falls due after the action’s own by-when. Always a warning, one for an action "
        "with all its late measures. A year that has only begun when the action ends is not a finding."
    ),
    why="When the action is closed nobody reports any more, and the target is never looked at.",
    bad="By when: January 2026. Measure: 40 schools by December 2026.",
    good="By when: December 2026. Measure: 40 schools by December 2026.",
    check=_check,
)
