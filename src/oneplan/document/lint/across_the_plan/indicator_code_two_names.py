"""One indicator code that means two things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from oneplan.document.lint.across_the_plan.indicator_names import (
    NamedIndicator,
    name_words,
    named_indicators,
    official_names,
)
from oneplan.document.lint.facts import PlanFacts
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_NAME = "indicator-code-two-names"
_NEAR = 0.6


def _check(facts: PlanFacts) -> Iterator[Finding]:
    uses: dict[str, dict[str, NamedIndicator]] = defaultdict(dict)
    for named in named_indicators(facts):
        if named.name:
            uses[named.code].setdefault(named.name, named)
    for code, by_name in uses.items():
        first, *others = by_name.values()
        rivals = [
            other for other in others if _two_things(facts, first.name or "", other.name or "")
        ]
        if rivals:
            yield _finding(facts, code, first, rivals)


def _two_things(facts: PlanFacts, one: str, other: str) -> bool:
    """Whether each of two names says things that the other does not, and neither is short for it."""
    official = official_names(facts)
    nearest, also = official.nearest(one), official.nearest(other)
    if nearest and also and min(nearest[1], also[1]) >= _NEAR:
        return nearest[0] != also[0]
    first, second = name_words(one), name_words(other)
    return len(first - second) >= 2 and len(second - first) >= 2


def _finding(
    facts: PlanFacts, code: str, first: NamedIndicator, rivals: list[NamedIndicator]
) -> Finding:
    title = facts.known.indicators.get(code)
    return Finding(
        rule=_NAME,
        severity="error",
        message=f"{code} means one thing in “{first.where}” and another in “{rivals[-1].where}”.",
        where=rivals[-1].where,
        quotes=tuple(f"{named.name} ({code})" for named in (first, *rivals)),
        fix=f"In the national set {code} is “{title}”."
        if title
        else "Check both against the list of indicators.",
        source=rivals[-1].source,
        subject=rivals[-1].subject,
    )


RULE = Rule(
    name=_NAME,
    title="One indicator code has two meanings",
    severity="error",
    family="across the plan",
    meaning=(
        "The same code stands beside names that speak of different things. Always an error. A name and its short "
        "form, and two wordings of one official title, are not findings."
    ),
    why="The code decides which published figure is fetched; one of the two will get the wrong one.",
    bad="NI 147 Care leavers in suitable accommodation; elsewhere NI 147 Young offenders in training.",
    good="NI 147 Care leavers in suitable accommodation; elsewhere NI 45 Young offenders in training.",
    check=_check,
)
