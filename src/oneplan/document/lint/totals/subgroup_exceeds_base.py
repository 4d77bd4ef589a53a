"""subgroup-exceeds-base: a part that is larger than the whole it is a part of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.passages import SENTENCES, passages
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.totals.counts import COUNT, FIGURE, count, looks_like_a_year
from oneplan.vocabulary.findings import Finding

_OF = re.compile(
    rf"(?P<part>{FIGURE})\s+(?:out of|of)\s+(?:the\s+|our\s+|its\s+|all\s+|a total of\s+)?(?P<whole>{FIGURE})(?!\s*(?:-|–|%|years?\b|months?\b|weeks?\b|hours?\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b))"
)
_OF_WHOM = re.compile(
    rf"(?P<whole>{COUNT})\s+[a-z][\w' -]{{2,60}}?,?\s+(?:of (?:whom|which|these|them))\s*,?\s+(?P<part>{COUNT})(?!\s*(?:%|per cent|percent|-|–|hours?\b|years?\b))",
    re.IGNORECASE,
)

_MAY_BE = (
    re.compile(r"\d\s+(?:out )?of\s(?:[a-z]+\s+){0,4}\d"),
    re.compile(r"\bof (?:whom|which|these|them)\b", re.I),
)


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for passage in passages(facts):
        if passage.part not in SENTENCES and passage.part != "title":
            continue
        for may_be, pattern in zip(_MAY_BE, (_OF, _OF_WHOM), strict=True):
            for match in pattern.finditer(passage.text) if may_be.search(passage.text) else ():
                if looks_like_a_year(match["whole"]) or count(match["part"]) <= count(
                    match["whole"]
                ):
                    continue
                yield about(
                    RULE.name,
                    "error",
                    passage,
                    f"{match['part']} cannot be a part of {match['whole']}.",
                    quotes=(match.group(),),
                    fix="Look both numbers up; they may have changed places, or the base is another one.",
                )


RULE = Rule(
    name="subgroup-exceeds-base",
    title="A part larger than its whole",
    severity="error",
    family="totals",
    scope="alone",
    meaning="“X of Y” or “Y, of whom X” where X is larger than Y.",
    why="One of the two numbers is wrong, and every percentage made from them.",
    bad="74 of the 47 youth clubs open at weekends.",
    good="47 of the 74 youth clubs open at weekends.",
    check=_check,
)
