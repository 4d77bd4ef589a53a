"""An action without a date."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.dates.impossible_date import days_in_no_calendar
from oneplan.document.lint.facts import PlacedAction, PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.document.periods import due_months
from oneplan.document.schema import Action
from oneplan.vocabulary.findings import Finding

_NAME = "missing-by-when"
_FIX = "Give the month by which it will be done."


def _check(facts: PlanFacts) -> Iterator[Finding]:
    owed = [placed for placed in facts.actions if not _only_points(placed.action)]
    missing = [placed for placed in owed if not _is_dated(placed.action)]
    if len(missing) > 5 and len(missing) * 2 > len(owed):
        yield _for_all(missing, len(owed))
    else:
        yield from map(_alone, missing)


def _is_dated(action: Action) -> bool:
    """Whether the action has a date, be it one that no calendar has: that is a fault of its own."""
    due = action.due
    return due is not None and bool(due_months(due) or days_in_no_calendar(due.text))


def _only_points(action: Action) -> bool:
    """Whether the action is no more than a pointer to another."""
    return bool(action.cross_references) and not (action.measures or action.leads or action.steps)


def _alone(placed: PlacedAction) -> Finding:
    due = placed.action.due
    if due and due.text.strip():
        message = f"“{due.text.strip()}” is no date, so the action can never be late."
        return about(_NAME, "warning", placed, message, quotes=(due.text,), fix=_FIX)
    return about(
        _NAME, "warning", placed, "The action has no date by when." + _hint(placed), fix=_FIX
    )


def _hint(placed: PlacedAction) -> str:
    """The latest date that the action's measures name, which may be its own."""
    texts = [t.text for m in placed.action.measures for t in m.targets if t.period]
    return f" One of its measures is for “{texts[-1]}”." if texts else ""


def _for_all(missing: list[PlacedAction], owed: int) -> Finding:
    return Finding(
        rule=_NAME,
        severity="warning",
        message=f"{len(missing)} of {owed} actions have no date by when.",
        quotes=tuple(placed.where for placed in missing),
        fix="Give each the month by which it will be done, the nearest first.",
    )


RULE = Rule(
    name=_NAME,
    title="No date by when",
    severity="warning",
    family="dates",
    scope="across",
    meaning=(
        "The action has no by-when, or words in its place that are no date (“ongoing”). Always a warning; one "
        "for all where most actions of the plan have none. An action that only points at another needs none."
    ),
    why="What has no date is never late, and what is never late is seldom done.",
    bad="Review the transport offer. By when: ongoing.",
    good="Review the transport offer. By when: October 2025.",
    check=_check,
)
