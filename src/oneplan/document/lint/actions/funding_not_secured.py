"""funding-not-secured: the action hangs on money that nobody has yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_NOT_YET = re.compile(
    r"\b(?:depend[ae]nt|dependent|conditional|contingent|depends) (?:up)?on\b.{0,60}?\b(?:bids?|funding|grant|resources?)\b"
    r"|\bsubject to\b.{0,40}?\b(?:bids?|funding|grant|resources?|budget)\b"
    r"|\b(?:bid|funding application)s? (?:pending|submitted|to be submitted)\b"
    r"|\bfunding (?:to be|not yet) (?:identified|secured|found|confirmed|agreed)\b"
    r"|\b(?:unfunded|no funding identified)\b",
    re.IGNORECASE,
)


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in facts.actions:
        for money in placed.action.funding:
            if _NOT_YET.search(money.text):
                yield about(
                    RULE.name,
                    "warning",
                    placed,
                    "The action hangs on money that is not there yet.",
                    quotes=(money.text,),
                    fix="Say when it will be known, and what happens to the action if the answer is no.",
                )


RULE = Rule(
    name="funding-not-secured",
    title="The money is not there yet",
    severity="warning",
    family="actions",
    scope="alone",
    meaning="The resources of the action are a bid, a condition or something still to be found.",
    why="The board approves the action as if it could be done. What it needs is the date of the "
    "decision and the plan for a no.",
    bad="Subject to a successful funding bid",
    good="£30,000 bid to the Lottery, answer by July 2010; without it only two of the five towns",
    check=_check,
)
