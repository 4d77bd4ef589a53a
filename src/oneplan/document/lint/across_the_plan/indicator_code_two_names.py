"""One indicator code that means two things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from oneplan.document.lint.across_the_plan.indicator_names import (
    NamedIndicator,
    name_words,
    named_indicators,
    nearness,
    official_names,
)
from oneplan.document.lint.facts import PlanFacts
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding, Severity

_NAME = "indicator-code-two-names"
_NEAR, _FAR = 0.6, 0.15


def _check(facts: PlanFacts) -> Iterator[Finding]:
    uses: dict[str, dict[str, NamedIndicator]] = defaultdict(dict)
    for named in named_indicators(facts):
        if named.name:
            uses[named.code].setdefault(named.name, named)
    for code, by_name in uses.items():
        right = max(by_name, key=lambda name: official_names(facts).near(name, code))
        judged = [(_severity(facts, code, right, name), name) for name in by_name if name != right]
        graver = sorted(
            (severity, by_name[name].where, name) for severity, name in judged if severity
        )
        if graver:
            rivals = [by_name[name] for _, _, name in graver]
            yield _finding(facts, graver[0][0], by_name[right], rivals)


def _severity(facts: PlanFacts, code: str, right: str, name: str) -> Severity | None:
    """How surely two names speak of different things; None where one may be short for the other."""
    official = official_names(facts)
    nearest, also = official.nearest(right), official.nearest(name)
    if nearest and also and min(nearest[1], also[1]) >= _NEAR:
        return "error" if nearest[0] != also[0] else None
    first, second = name_words(right), name_words(name)
    if len(first - second) < 2 or len(second - first) < 2:
        return None
    strangers = nearness(first, second) < _FAR
    return "error" if strangers and code not in facts.known.indicators else "warning"


def _finding(
    facts: PlanFacts, severity: Severity, right: NamedIndicator, rivals: list[NamedIndicator]
) -> Finding:
    code, wrong = right.code, rivals[0]
    title = facts.known.indicators.get(code)
    return Finding(
        rule=_NAME,
        severity=severity,
        message=f"{code} means one thing in “{right.where}” and another in “{wrong.where}”.",
        where=wrong.where,
        quotes=tuple(f"{named.name} ({code})" for named in (right, *rivals)),
        fix=f"In the national set {code} is “{title}”."
        if title
        else "Check both against the list of indicators.",
        source=wrong.source,
        subject=wrong.subject,
    )


RULE = Rule(
    name=_NAME,
    title="One indicator code has two meanings",
    severity="error",
    family="across the plan",
    scope="across",
    meaning=(
        "The same code stands beside names that speak of different things. An error where they are the official "
        "titles of two indicators, or have no words in common beside a local code; a warning where one may be a "
        "paraphrase. A name and its short form are not findings."
    ),
    why="The code decides which published figure is fetched; one of the two will get the wrong one.",
    bad="NI 147 Care leavers in suitable accommodation; elsewhere NI 147 Young offenders in training.",
    good="NI 147 Care leavers in suitable accommodation; elsewhere NI 45 Young offenders in training.",
    check=_check,
)
