"""priorities-agreed-before-close: priorities fixed while people could still answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.privacy_and_process.days import Told, told
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_AGREED = re.compile(
    r"\b(?:agree[ds]?|fix(?:ed)?|set|chose|decid(?:e|ed)|confirm(?:ed)?|finalis(?:e|ed))\b.{0,40}\bpriorities\b|\bpriorities\b.{0,40}\b(?:were|was|been) (?:agreed|fixed|set|chosen|decided|confirmed|finalised)\b",
    re.I,
)
_OPEN = re.compile(
    r"\b(?:consultation|survey|questionnaire|engagement)\b.{0,60}\b(?:clos(?:es|ed|ing)|end(?:s|ed)|ran|runs|open|deadline)\b"
    r"|\bconsulted\b.{0,80}\b(?:between|from|until)\b"
    r"|\bresponses?\b.{0,40}\b(?:received|by|as of|until|as at)\b",
    re.I,
)


def _check(facts: PlanFacts) -> Iterator[Finding]:
    agreed = [(one.day, one) for one in told(facts, _AGREED) if one.day]
    closed = [(one.day, one) for one in told(facts, _OPEN) if one.day]
    if not agreed or not closed:
        return
    first_day, first = min(agreed, key=lambda dated: dated[0])
    last_day, last = max(closed, key=lambda dated: dated[0])
    if first_day < last_day:
        yield _finding(first, first_day, last, last_day)


def _finding(first: Told, first_day: date, last: Told, last_day: date) -> Finding:
    return about(
        RULE.name,
        "warning",
        first.passage,
        f"The priorities were agreed on {first_day.day} {first_day:%B}, and answers came in until "
        f"{last_day.day} {last_day:%B %Y}.",
        quotes=(first.sentence, last.sentence),
        fix="Say what was looked at again after the consultation closed, and what it changed.",
    )


RULE = Rule(
    name="priorities-agreed-before-close",
    title="Priorities agreed while the consultation was open",
    severity="warning",
    family="privacy and process",
    scope="across",
    meaning="The text dates the meeting that agreed the priorities before the last day on which the "
    "consultation took answers.",
    why="Those who answered last were asked about something already settled. “You said, we did” cannot be "
    "written for them.",
    bad="A workshop agreed the priorities on 3 May 2015. The survey closed on 31 May 2015.",
    good="The survey closed on 31 May 2015. A workshop agreed the priorities on 9 June 2015.",
    check=_check,
)
