"""work-without-lead-or-date: what will be done stands in sentences that name nobody and no day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, first_words
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_ENOUGH = 5
_HARDLY_ANY = 0.75
_NAMED_AT_MOST = 6
_DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_LEAD = re.compile(r"\b(?:leads?|led by|owner|responsible|accountable)\b\s?[:–-]?", re.I)


def _check(facts: PlanFacts) -> Iterator[Finding]:
    work = [placed for placed in facts.statements if placed.statement.kind == "activity"]
    if facts.actions or len(work) < _ENOUGH:
        return
    undated = [placed for placed in work if not _DATE.search(placed.statement.text)]
    unled = [placed for placed in work if not _LEAD.search(placed.statement.text)]
    lacking = [
        what
        for what, without in (("a lead", unled), ("a date", undated))
        if len(without) > _HARDLY_ANY * len(work)
    ]
    if lacking:
        shown = (undated if "a date" in lacking else unled)[:_NAMED_AT_MOST]
        yield Finding(
            rule=RULE.name,
            severity="warning",
            message=f"Of {len(work)} things that will be done hardly any has {' or '.join(lacking)}.",
            where=first_words(facts.plan.title),
            quotes=tuple(first_words(placed.statement.text) for placed in shown),
            fix="Name for each the post that answers for it and the month, here or in an action plan that this one points to.",
            source=shown[0].statement.source,
        )


RULE = Rule(
    name="work-without-lead-or-date",
    title="Work that nobody leads and no date ends",
    severity="warning",
    family="structure",
    scope="across",
    meaning="The plan has no actions, only sentences about what will be done, five or more, and three in four of "
    "them name no lead, or no date. Said once for the plan.",
    why="A promise without a name and a day cannot be asked after. The first review has nothing to review.",
    bad="We will: strengthen early help · improve transitions · support carers · listen more · share data",
    good="We will: open two family hubs by April 2027 (lead: Head of Early Help) · …",
    check=_check,
)
