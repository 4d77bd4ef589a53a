"""lead-is-not-a-post: the lead is a whole organisation or group, or a person by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.actions.posts import is_a_body, is_a_post
from oneplan.document.lint.facts import PlacedAction, PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_PERSON = re.compile(r"^(?:mr|mrs|ms|miss|dr|cllr|prof|rev|sir|dame)\b\.?\s+[A-Z]", re.IGNORECASE)


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in facts.actions:
        leads = tuple(dict.fromkeys(placed.action.leads))
        if any(map(is_a_post, leads)):
            continue
        bodies = tuple(lead for lead in leads if is_a_body(lead, facts))
        if bodies:
            yield _led_by_bodies(placed, bodies)
        for person in filter(_PERSON.match, set(leads) - set(bodies)):
            yield about(
                RULE.name,
                "info",
                placed,
                "The lead is a person by name; the action is without a lead when they move on.",
                quotes=(person,),
                fix="Name the post, and keep the name for the contact list.",
            )


def _led_by_bodies(placed: PlacedAction, bodies: tuple[str, ...]) -> Finding:
    which = bodies[0] if len(bodies) == 1 else "one of them"
    return about(
        RULE.name,
        "warning",
        placed,
        "The lead is an organisation or group, not a post in it."
        if len(bodies) == 1
        else "The leads are organisations or groups, not posts in them.",
        quotes=bodies,
        fix=f"Name the post in {which} that answers for this action.",
    )


RULE = Rule(
    name="lead-is-not-a-post",
    title="The lead is not a post",
    severity="warning",
    family="actions",
    scope="across",
    meaning="The lead of the action is a whole organisation, team or group, or a person by name, "
    "where the plan should name a post. An organisation beside a post of its own is not a finding.",
    why="Nobody in particular opens the reminder that goes to a council. A post outlives the person "
    "who holds it.",
    bad="Lead: Fenshire Police",
    good="Lead: Superintendent, Public Protection, Fenshire Police",
    check=_check,
)
