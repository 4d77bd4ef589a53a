"""resource-unlabelled: several sums under one action, of which not every one says what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.document.schema import Funding
from oneplan.vocabulary.findings import Finding

_SAYS_WHAT = re.compile(r"\b(?:total|overall|altogether|in all|of which)\b", re.I)
_PACE = re.compile(r"\b(?:a|per|each|every) \w+|\b(?:annually|yearly|each|apiece|p\.a\.)", re.I)


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in facts.actions:
        sums = [money for money in placed.action.funding if money.amount is not None]
        bare = [money for money in sums if not (money.label or _SAYS_WHAT.search(money.text))]
        if len(sums) > 1 and bare and not _whole_and_parts(sums, bare):
            which = "none" if len(bare) == len(sums) else "not every one"
            yield about(
                RULE.name,
                "warning",
                placed,
                f"There are {len(sums)} sums here and {which} says what it is: parts, years, or two "
                "sources of money.",
                quotes=tuple(money.text for money in bare),
                fix="Say beside each sum its source and year, and whether they add up.",
            )


def _whole_and_parts(sums: list[Funding], bare: list[Funding]) -> bool:
    """Whether the one sum without a word is the whole of the others, or so many times what is paid at a time."""
    if len(bare) > 1:
        return False
    whole = bare[0].amount or 0
    parts = [money for money in sums if money is not bare[0]]
    times = whole / parts[0].amount if len(parts) == 1 and parts[0].amount else 0.5
    at_a_time = times.is_integer() and bool(_PACE.search(parts[0].text))
    return at_a_time or abs(sum(part.amount or 0 for part in parts) - whole) < 1


RULE = Rule(
    name="resource-unlabelled",
    title="Sums that do not say what they are",
    severity="warning",
    family="actions",
    scope="alone",
    meaning="The action has two or more sums of money, and at least one of them has no word beside it "
    "that tells its source, its year or its purpose. A sum and the parts that add up to it are not a finding.",
    why="Nobody can add them up: they may be two funds, two years, or a sum and its part.",
    bad="£40,000 £12,500",
    good="£40,000 capital (Play Fund), £12,500 staff (Youth Service), both 2010–11",
    check=_check,
)
