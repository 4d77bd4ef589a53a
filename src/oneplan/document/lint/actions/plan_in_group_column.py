"""plan-in-group-column: a plan listed among the groups, or a group among the plans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_ASIDE = re.compile(r"\s*[(\[].*$|\s+\d{4}.*$|\s*\d+$")
_PLAN = re.compile(
    r"\b(?:plans?|strateg(?:y|ies)|polic(?:y|ies)|frameworks?|manifesto|charter|concordat)$", re.I
)
_GROUP = re.compile(
    r"\b(?:groups?|sub-?groups?|boards?|committees?|sub-?committees?|forums?|panels?|steering groups?"
    r"|task ?forces?|working part(?:y|ies)|cabinet|assembly)$",
    re.I,
)


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in facts.actions:
        plans = tuple(name for name in placed.action.groups if _ends(_PLAN, name))
        groups = tuple(name for name in placed.action.strategies if _ends(_GROUP, name))
        if plans:
            yield about(
                RULE.name,
                "warning",
                placed,
                "Among the groups stands what is a plan by its name.",
                quotes=plans,
                fix="Move it to the plans and strategies, and name the group that looks after it.",
            )
        if groups:
            yield about(
                RULE.name,
                "warning",
                placed,
                "Among the plans and strategies stands what is a group by its name.",
                quotes=groups,
                fix="Move it to the groups.",
            )


@lru_cache(maxsize=16384)
def _ends(kind: re.Pattern[str], name: str) -> bool:
    return bool(kind.search(_ASIDE.sub("", name).strip(" .,;")))


RULE = Rule(
    name="plan-in-group-column",
    title="A plan among the groups, or a group among the plans",
    severity="warning",
    family="actions",
    scope="alone",
    meaning="A name that ends in plan, strategy or policy is listed under the groups of an action, or "
    "one that ends in group, board or forum under its plans.",
    why="A group can be asked how the work is going; a plan cannot. When the columns slip, nobody is.",
    bad="Groups: Play Strategy, Local Transport Plan",
    good="Strategies: Play Strategy, Local Transport Plan · Groups: Play Partnership",
    check=_check,
)
