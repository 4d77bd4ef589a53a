"""Which actions owe the plan a lead, a measure or money, and how a gap is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from oneplan.document.lint.facts import PlacedAction, PlanFacts, about, first_words
from oneplan.document.schema import Action
from oneplan.vocabulary.findings import Finding, Severity

HARDLY_ANY = 0.75
"""From what share on a gap is a habit of the plan, said once, and not an oversight in each action."""

A_WALL = 20
"""More findings than these that are only worth a look are said once for the plan."""

NAMED_AT_MOST = 6
"""How many actions a finding about the whole plan names before it says how many more there are."""


def only_points(action: Action) -> bool:
    """Whether the action only refers to another one, which then carries lead, date and measure."""
    return bool(action.cross_references) and not (action.leads or action.due or action.measures)


def owing_actions(facts: PlanFacts) -> list[PlacedAction]:
    """The actions that stand for themselves."""
    return [placed for placed in facts.actions if not only_points(placed.action)]


def gaps(
    facts: PlanFacts,
    lacks: Callable[[Action], bool],
    *,
    rule: str,
    severity: Severity,
    what: str,
    fix: str,
) -> Iterator[Finding]:
    """A finding for each action that lacks something; a single one where hardly any action has it.

    A gap that is only worth a look is said once, too, where it would make a wall of findings.

    ``what`` is the thing as it is said after "no": "lead officer".
    """
    owing = owing_actions(facts)
    without = [placed for placed in owing if lacks(placed.action)]
    habit = len(owing) > 1 and len(without) > HARDLY_ANY * len(owing)
    if habit or (severity == "info" and len(without) > A_WALL):
        yield _of_the_plan(facts, without, len(owing), rule, severity, what, fix)
        return
    for placed in without:
        yield about(rule, severity, placed, f"The plan names no {what} here.", fix=fix)


def _of_the_plan(
    facts: PlanFacts,
    without: list[PlacedAction],
    owing: int,
    rule: str,
    severity: Severity,
    what: str,
    fix: str,
) -> Finding:
    most = len(without) if severity == "info" else NAMED_AT_MOST
    names = [placed.where for placed in without[:most]]
    more = len(without) - len(names)
    quotes = tuple(names) + ((f"and {more} more",) if more else ())
    return Finding(
        rule=rule,
        severity=severity,
        message=f"The plan names no {what} for {_so_many(len(without), owing)} actions.",
        where=first_words(facts.plan.title),
        quotes=quotes,
        fix=fix,
        source=without[0].action.source,
    )


def _so_many(without: int, owing: int) -> str:
    return f"any of its {owing}" if without == owing else f"{without} of its {owing}"
