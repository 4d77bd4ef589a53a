"""A start and an end on the same date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.journeys import Journey, baseline_months, target_months, travelled
from oneplan.document.lint.passages import Passage, passages
from oneplan.document.lint.rule import Rule
from oneplan.document.periods import period_in_words
from oneplan.vocabulary.findings import Finding

_NAME = "same-period-baseline-target"
_WITHIN = re.compile(
    r"\b(?:start|beginning|end|outset|spring|summer|autumn|winter|term|quarter)\b", re.I
)
_VALUE = r"(?P<{0}>\d[\d,.]*\d|\d)(?P<{0}_unit>%| per \d[\d,]*\d)?"
_WHEN = r"(?:[A-Z][a-z]+ )?20\d\d(?:/\d\d)?"
_THEN_FROM = re.compile(
    r"(?<![\d.,])" + _VALUE.format("now")
    + r"[^.;•]{0,90}?\bin (?P<when>" + _WHEN + r")\b[^.;•\d]{0,30}?"
    r"\b(?:increas\w*|decreas\w*|r[io]sen?|f[ae]ll(?:en)?|up|down|improv\w*|reduc\w*|compared (?:with|to))\b"
    r"[^.;•\d]{0,12}?\b(?:from )?" + _VALUE.format("was")
    + r"(?: \([^)]{0,40}\))? in (?P<before>" + _WHEN + r")\b"
)  # fmt: skip
_FROM_TO = re.compile(
    r"\bfrom " + _VALUE.format("was") + r"(?: \([^)]{0,40}\))? in (?P<before>" + _WHEN + r")"
    r" to " + _VALUE.format("now")
    + r"(?: \([^)]{0,40}\))? in (?P<when>" + _WHEN + r")\b"
)  # fmt: skip


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed, those in travelled(facts):
        for journey in those:
            if _same_time(journey):
                when = period_in_words(journey.baseline.period or "")
                yield about(
                    _NAME,
                    "error" if journey.goes else "warning",
                    placed,
                    f"The baseline and the target are both for {when}: {journey.in_words()}.",
                    quotes=journey.quotes,
                    fix="Ask when the baseline was taken, and give that date.",
                )
                break
    for passage in passages(facts):
        if passage.part == "statement":
            yield from _in_prose(passage)


def _same_time(journey: Journey) -> bool:
    start, end = baseline_months(journey.baseline), target_months(journey.target)
    if start is None or start != end or not journey.comparable:
        return False
    single = start.first == start.last
    return single or not _WITHIN.search(f"{journey.baseline.text} {journey.target.text}")


def _in_prose(passage: Passage) -> Iterator[Finding]:
    for pattern in (_THEN_FROM, _FROM_TO):
        for match in pattern.finditer(passage.text):
            same_unit = match["now_unit"] == match["was_unit"]
            if match["when"] == match["before"] and same_unit and match["now"] != match["was"]:
                unit = match["now_unit"] or ""
                yield about(
                    _NAME,
                    "error",
                    passage,
                    f"Both figures are given for {match['when']}: {match['was']}{unit} and {match['now']}{unit}.",
                    quotes=(match.group(),),
                    fix="Check the date of the earlier figure.",
                )


RULE = Rule(
    name=_NAME,
    title="The start and the end have the same date",
    severity="error",
    family="a measure alone",
    scope="alone",
    meaning=(
        "The baseline and the target, or two figures of which one is said to have grown out of the other, are "
        "given for one and the same period. An error where the figures differ, a warning where they do "
        "not. A year whose start and end are named apart is not a finding."
    ),
    why="A number cannot be two numbers on one day; until the date is put right, nobody knows the start.",
    bad="Raise the number of mentors from 18 in March 2025 to 30 in March 2025.",
    good="Raise the number of mentors from 18 in March 2024 to 30 in March 2025.",
    check=_check,
)
