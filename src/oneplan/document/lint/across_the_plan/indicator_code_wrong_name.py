"""A code beside the name of another indicator."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.across_the_plan.indicator_names import (
    NamedIndicator,
    named_indicators,
    official_names,
)
from oneplan.document.lint.facts import PlanFacts
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_NAME = "indicator-code-wrong-name"
_NEAR, _NEARER_BY = 0.7, 0.15


def _check(facts: PlanFacts) -> Iterator[Finding]:
    seen = set()
    for named in named_indicators(facts):
        if (
            named.name
            and named.code in facts.known.indicators
            and (named.code, named.name) not in seen
        ):
            seen.add((named.code, named.name))
            meant = _meant(facts, named.code, named.name)
            if meant:
                yield _finding(facts, named, meant)


def _meant(facts: PlanFacts, code: str, name: str) -> str | None:
    """The code whose official title the name is, where that is plainly another one."""
    official = official_names(facts)
    nearest = official.nearest(name)
    if nearest is None or nearest[0] == code or nearest[1] < _NEAR:
        return None
    return nearest[0] if nearest[1] - official.near(name, code) >= _NEARER_BY else None


def _finding(facts: PlanFacts, named: NamedIndicator, meant: str) -> Finding:
    known = facts.known.indicators
    return Finding(
        rule=_NAME,
        severity="error",
        message=f"{named.code} is “{known[named.code]}”. What stands beside it is {meant}.",
        where=named.where,
        quotes=(f"{named.name} ({named.code})",),
        fix=f"Write {meant}, “{known[meant]}”, or give the name of {named.code}.",
        source=named.source,
        subject=named.subject,
    )


RULE = Rule(
    name=_NAME,
    title="The code belongs to another indicator",
    severity="error",
    family="across the plan",
    scope="across",
    meaning=(
        "The name beside a code is nearly word for word the official title of another code. Always an error. A "
        "name in the plan’s own words is left alone."
    ),
    why="The code decides which published figure is fetched: it would be that of another indicator.",
    bad="Take up of school lunches (NI 55).",
    good="Take up of school lunches (NI 52).",
    check=_check,
)
