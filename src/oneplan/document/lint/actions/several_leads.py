"""several-leads: an action that more than one post leads."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.actions.posts import is_a_post
from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_NUMBERS = {2: "Two", 3: "Three", 4: "Four", 5: "Five"}


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in facts.actions:
        named = tuple(dict.fromkeys(placed.action.leads))
        # "Council · Tobacco Control Lead": the body that the post is in is not a second lead.
        leads = tuple(filter(is_a_post, named)) or named
        if len(leads) > 1:
            many = _NUMBERS.get(len(leads), str(len(leads)))
            what = "posts" if all(map(is_a_post, leads)) else "leads"
            yield about(
                RULE.name,
                "warning",
                placed,
                f"{many} {what} stand here; the plan does not say which of them answers for it.",
                quotes=leads,
                fix="Keep one post as lead and list the others as partners.",
            )


RULE = Rule(
    name="several-leads",
    title="More than one post leads this action",
    severity="warning",
    family="actions",
    scope="alone",
    meaning="The action names two or more posts as its lead without saying which of them answers for "
    "it to the board. A post and the organisation that it is in are one lead.",
    why="With two leads each waits for the other's update, and neither is asked why it is late.",
    bad="Lead: Head of Housing / Head of Youth Service",
    good="Lead: Head of Housing · Partner: Youth Service",
    check=_check,
)
