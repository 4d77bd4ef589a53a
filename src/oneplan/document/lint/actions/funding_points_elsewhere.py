"""funding-points-elsewhere: "as above" in place of a sum or fund."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_ELSEWHERE = re.compile(
    r"\bas (?:above|below|before|previous)\b|\b(?:listed|shown|stated|see|noted) (?:above|below|elsewhere)\b"
    r"|\bditto\b|^\s*[\"“”]\s*$|\bsame as\b",
    re.IGNORECASE,
)


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in facts.actions:
        for money in placed.action.funding:
            if _ELSEWHERE.search(money.text):
                yield about(
                    RULE.name,
                    "info",
                    placed,
                    "The money is said to stand somewhere else, without a reference.",
                    quotes=(money.text,),
                    fix="Name the action whose money this shares, by its reference.",
                )


RULE = Rule(
    name="funding-points-elsewhere",
    title="The money is “as above”",
    severity="info",
    family="actions",
    scope="alone",
    meaning="In place of a sum or a fund the action says “as above”, “listed above” or “ditto”.",
    why="“Above” changes when the plan is sorted, split or carried forward, and the same money is then "
    "counted twice or lost.",
    bad="Financial resource: as above",
    good="Financial resource: shares the £40,000 of YP 2.1",
    check=_check,
)
