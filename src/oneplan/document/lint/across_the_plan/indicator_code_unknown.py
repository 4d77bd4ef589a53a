"""A code that the national set does not have."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.across_the_plan.indicator_names import (
    family,
    named_indicators,
    official_names,
)
from oneplan.document.lint.facts import PlanFacts
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_NAME = "indicator-code-unknown"
_SURE = 0.6


def _check(facts: PlanFacts) -> Iterator[Finding]:
    known = facts.known.indicators
    families = {family(code) for code in known}
    seen = set()
    for named in named_indicators(facts):
        if named.code in known or named.code in seen or family(named.code) not in families:
            continue
        seen.add(named.code)
        nearest = official_names(facts).nearest(named.name) if named.name else None
        meant = (
            f" “{known[nearest[0]]}” is {nearest[0]}." if nearest and nearest[1] >= _SURE else ""
        )
        yield Finding(
            rule=_NAME,
            severity="error",
            message=f"There is no {named.code}.{meant}",
            where=named.where,
            quotes=(f"{named.name} ({named.code})" if named.name else named.code,),
            fix="Look the code up in the list of indicators.",
            source=named.source,
            subject=named.subject,
        )


RULE = Rule(
    name=_NAME,
    title="No indicator has this code",
    severity="error",
    family="across the plan",
    scope="across",
    meaning=(
        "The code looks like one of a known set and is not in it: the national set of 2008 has NI 1 to NI 198. "
        "Always an error. Codes of sets that the red pen does not know are left alone."
    ),
    why="No published figure can be fetched for it.",
    bad="Children travelling to school by bus (NI 298).",
    good="Children travelling to school, mode of transport usually used (NI 198).",
    check=_check,
)
