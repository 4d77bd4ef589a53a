"""percentage-disagrees-with-counts: a percentage beside the two counts it is made of, and not their share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.passages import SENTENCES, passages
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.totals.counts import FIGURE, count
from oneplan.vocabulary.findings import Finding

_PERCENT = r"(?P<percent>\d{1,3}(?:\.\d+)?)\s?(?:%|per cent|percent)"
_SHARE = rf"(?P<part>{FIGURE})\s+(?:out of|of)\s+(?:the\s+|our\s+|all\s+)?(?P<whole>{FIGURE})(?!%)"
_BOTH = (
    re.compile(rf"{_PERCENT}\s*[(,:–-]\s*{_SHARE}"),
    re.compile(rf"{_SHARE}(?:\s+[a-z][\w'-]*){{0,4}}\s*[(,:–-]\s*{_PERCENT}"),
)


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for passage in passages(facts):
        if passage.part not in SENTENCES or "of" not in passage.text:
            continue
        for pattern in _BOTH:
            for match in pattern.finditer(passage.text):
                whole = count(match["whole"])
                share = 100 * count(match["part"]) / whole if whole else 0.0
                if (
                    whole
                    and share <= 100
                    and abs(share - float(match["percent"])) > _room(match["percent"])
                ):
                    yield about(
                        RULE.name,
                        "error",
                        passage,
                        f"{match['part']} of {match['whole']} is {share:.1f}%, not {match['percent']}%.",
                        quotes=(match.group(),),
                        fix="Correct the percentage or the counts.",
                    )


def _room(percent: str) -> float:
    """How far rounding may take the percentage: a whole step of its last digit."""
    decimals = len(percent.partition(".")[2])
    return 1.001 * float(10**-decimals)


RULE = Rule(
    name="percentage-disagrees-with-counts",
    title="A percentage that is not the share of its counts",
    severity="error",
    family="totals",
    scope="alone",
    meaning="A percentage stands beside “X of Y” and is not X divided by Y, whichever way it is rounded.",
    why="One of the three numbers is wrong, and the target is measured from it.",
    bad="61% (42 of 112 clubs) open at weekends.",
    good="38% (42 of 112 clubs) open at weekends.",
    check=_check,
)
