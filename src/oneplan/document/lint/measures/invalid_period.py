"""A year across two that does not end in the year after."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.passages import Passage, passages
from oneplan.document.lint.rule import Rule
from oneplan.document.periods import second_year
from oneplan.vocabulary.findings import Finding

_NAME = "invalid-period"
_YEARS = re.compile(r"(?<![\d/.-])((?:19|20|21)\d\d) ?/ ?(\d{4}|\d{2})(?![\d/])")
_POOLED = re.compile(
    r"\b(?:pooled|combined|rolling|average|aggregate\w*|(?:two|three|four|five|[2-5])[- ]year|each year|period)\b",
    re.I,
)
_PARTS = frozenset({"measure", "action", "step", "due", "statement", "funding"})


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for passage in passages(facts):
        if passage.part in _PARTS and "/" in passage.text:
            yield from _in_passage(passage)


def _in_passage(passage: Passage) -> Iterator[Finding]:
    seen = set()
    for match in _YEARS.finditer(passage.text):
        first = int(match[1])
        second = second_year(first, match[2])
        if second == first + 1 or match.group() in seen:
            continue
        seen.add(match.group())
        meant = f"{first}/{(first + 1) % 100:02}"
        if second <= first:
            yield about(
                _NAME,
                "error",
                passage,
                f"“{match.group()}” cannot be: a year that begins in {first} ends in {first + 1}.",
                quotes=(_around(passage.text, match),),
                fix=f"Change to {meant}, if that is the year meant.",
            )
        elif passage.part != "statement" and not _POOLED.search(passage.text):
            yield about(
                _NAME,
                "warning",
                passage,
                f"“{match.group()}” covers {second - first} years. One year is written {meant}.",
                quotes=(_around(passage.text, match),),
                fix=f"Write {meant}, or “{first} to {second}, {second - first} years together”.",
            )


def _around(text: str, match: re.Match[str]) -> str:
    """The period with the few words before it."""
    before = text[: match.start()].split(" ")[-4:]
    return " ".join(before) + match.group()


RULE = Rule(
    name=_NAME,
    title="A year that cannot be",
    severity="error",
    family="a measure alone",
    scope="alone",
    meaning=(
        "A financial or school year is written with a second part that is not the year after the first. An "
        "error where it is the same year or an earlier one; a warning where it lies further off and nothing "
        "says that several years are taken together."
    ),
    why="The figure cannot be found again in its source, and the next report starts from another year.",
    bad="From 31% in 2024/24 to 34% in 2025/26.",
    good="From 31% in 2024/25 to 34% in 2025/26.",
    check=_check,
)
