"""A date that is in no calendar, or in another century."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.passages import Passage, passages
from oneplan.document.lint.rule import Rule
from oneplan.document.periods import months_of
from oneplan.vocabulary.findings import Finding

_NAME = "impossible-date"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_DAY = re.compile(
    rf"\b(3[01]|29)(?:st|nd|rd|th)? (?:of )?({_MONTHS}|{_SHORT})\b\.?(?:,? (\d{{4}})\b)?"
)
_RANGE = re.compile(r"(?<![\d/£,.])([12]\d{3}) ?(?:-|–|—|to|until) ?([12]\d{3})(?!\d|[/%]|[.,]\d)")
_FAR = re.compile(rf"\b(?:by|in|until|since|during|{_MONTHS}) (21[0-3]\d)\b(?! [a-zA-Z]|[,.]\d|%)")
_FIVE_DIGITS = re.compile(r"(?<![\w£.,/])(?:19|20)\d{3}[/–-]\d\d(?![\d,.]\d)\b")
_DIGITS = re.compile(r"\d\d")
_PARTS = frozenset(
    {"plan title", "title", "statement", "measure", "action", "step", "due", "funding", "indicator"}
)
_ABBREVIATED = {name[:3]: number for number, name in enumerate(calendar.month_name) if name}
_FIX = "Look the date up and put it right."


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for passage in passages(facts):
        if passage.part in _PARTS and _DIGITS.search(passage.text):
            yield from _days(passage)
            yield from _ranges(passage)
    yield from _months(facts)


def days_in_no_calendar(text: str) -> list[tuple[re.Match[str], str]]:
    """Each day that its month does not have, with what is wrong with it: "June 2024 has 30 days."."""
    found = []
    for match in _DAY.finditer(text):
        month = _ABBREVIATED[match[2][:3]]
        year = int(match[3]) if match[3] else 2000
        last = calendar.monthrange(max(year, 1), month)[1]
        if int(match[1]) > last:
            name = calendar.month_name[month] + (f" {year}" if match[3] else "")
            found.append((match, f"{name} has {last} days."))
    return found


def _days(passage: Passage) -> Iterator[Finding]:
    for match, wrong in days_in_no_calendar(passage.text):
        yield _finding(passage, match, wrong)


def _ranges(passage: Passage) -> Iterator[Finding]:
    reversed_at = set()
    for match in _RANGE.finditer(passage.text):
        first, second = int(match[1]), int(match[2])
        if first > second and min(first, second) >= 1900 and not _counts(passage.text, match):
            reversed_at.add(match[1])
            yield _finding(passage, match, f"{first} comes after {second}.")
    for match in _FIVE_DIGITS.finditer(passage.text):
        yield _finding(passage, match, "a year has four digits.")
    for match in _FAR.finditer(passage.text):
        if match[1] not in reversed_at:
            yield _finding(passage, match, f"{match[1]} is in another century.")


def _counts(text: str, match: re.Match[str]) -> bool:
    """Whether the two are numbers of something: "from 2050 to 2010 cases". A dash joins years."""
    if not re.search(r"[a-z]", match.group()):
        return False
    after = text[match.end() : match.end() + 12]
    moves = text[: match.start()].rstrip().endswith("from") and " to " in match.group()
    return moves or bool(re.match(r" [a-z]{4,}", after))


def _months(facts: PlanFacts) -> Iterator[Finding]:
    """Months in the fields that no calendar has, which only a file written by hand can hold."""
    for placed in facts.actions:
        due = placed.action.due
        if due and due.month and months_of(due.month) is None:
            yield Finding(
                rule=_NAME,
                severity="error",
                message=f"“{due.month}” is no month.",
                where=placed.where,
                quotes=(due.text,),
                fix="Write the year and the month, “2026-03”.",
                source=placed.action.source,
                subject=placed.action.id,
            )


def _finding(passage: Passage, match: re.Match[str], why: str) -> Finding:
    return about(
        _NAME,
        "error",
        passage,
        f"“{match.group()}” cannot be: {why}",
        quotes=(match.group(),),
        fix=_FIX,
    )


RULE = Rule(
    name=_NAME,
    title="A date that cannot be",
    severity="error",
    family="dates",
    scope="alone",
    meaning=(
        "A day that its month does not have, years that run backwards (“2104–2017”), or a year in another "
        "century. Always an error. Every text of the plan is looked through."
    ),
    why="A slip in a date is copied into every report, and the reader doubts the other dates too.",
    bad="The strategy runs until 31 September 2026.",
    good="The strategy runs until 30 September 2026.",
    check=_check,
)
