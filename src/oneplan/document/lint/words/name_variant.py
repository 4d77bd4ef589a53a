"""name-variant: one body, post, plan or group spelt in several ways."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.words.names_used import Spelling, neighbours, spellings
from oneplan.vocabulary.findings import Finding

_DASH = re.compile(r"\s*[-–—]\s*")


def _check(facts: PlanFacts) -> Iterator[Finding]:
    names = spellings(facts)
    near = neighbours(facts)
    said: set[str] = set()
    for key, forms in names.items():
        if key in said:
            continue
        group = list(forms.values())
        for other in sorted(near.get(key, ())):
            if other in names and other not in said and not _is_a_slip(forms, names[other]):
                group += names[other].values()
                said.add(other)
        said.add(key)
        if len({_seen(spelling.text) for spelling in group}) > 1:
            yield _finding(group)


def _seen(name: str) -> str:
    """The name as the eye takes it: capitals, kinds of dash and a plural at the end do not count."""
    return _DASH.sub("-", name.casefold().replace("’", "'")).removesuffix("s")


def _is_a_slip(one: dict[str, Spelling], other: dict[str, Spelling]) -> bool:
    """A name that stands once beside one that stands often belongs to organisation-unknown."""
    counts = sorted(sum(spelling.times for spelling in forms.values()) for forms in (one, other))
    return counts[0] == 1 and counts[1] > 1


def _finding(group: list[Spelling]) -> Finding:
    group = sorted(group, key=lambda spelling: -spelling.times)
    rarest = group[-1]
    counted = ", ".join(f"“{spelling.text}” {spelling.times}×" for spelling in group)
    return Finding(
        rule=RULE.name,
        severity="info",
        message=f"One name is spelt in {len(group)} ways: {counted}.",
        where=rarest.first.where,
        quotes=tuple(spelling.text for spelling in group),
        fix=f"Write “{group[0].text}” throughout, if they are the same.",
        source=rarest.first.source,
        subject=rarest.first.subject,
    )


RULE = Rule(
    name="name-variant",
    title="One name, several spellings",
    severity="info",
    family="words",
    scope="across",
    meaning="A body, post, plan or group is written in ways that differ in signs, hyphens, plural, “and” or "
    "a letter. One finding stands for all the spellings of a name; capitals alone do not count.",
    why="A filter by lead officer shows half of what the post has to do, and a search misses the rest.",
    bad="Youth Co-ordinator · Youth Coordinator · Youth Coordinators",
    good="Youth Co-ordinator, everywhere",
    check=_check,
)
