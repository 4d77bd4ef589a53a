"""decision-before-analysis: the plan is approved before its consultation has been analysed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.privacy_and_process.days import Told, told
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_DECISION = re.compile(
    r"\b(?:plan|strategy|CYPP|priorities)\b.*\b(?:approved?|adopt(?:s|ed)?|sign(?:ed)? off|agreed|endorsed?)\b"
    r"|\b(?:approved?|adopt(?:s|ed)?|sign(?:ed)? off|endorsed?|recommends?|recommended)\b.*\b(?:plan|strategy|CYPP|priorities)\b",
    re.I,
)
_NOT_A_DECISION = re.compile(
    r"\b(?:development of|look and feel|consultation (?:and engagement )?plan|action plan|will be asked|will be approved)\b",
    re.I,
)
_LATER = re.compile(
    r"\b(?:analysis|results|findings|feedback|responses|report)\b.{0,80}\b(?:will be|to be|is due to be|are due to be|due)\b.{0,20}\b(?:published|completed|available|finished|reported|provided|finalised|analysed)\b",
    re.I,
)
_STILL = re.compile(
    r"\banalysis (?:is|was) (?:still )?(?:ongoing|under way|underway|continuing)\b|\b(?:data|responses) (?:is|are) still being (?:submitted|received|collected|analysed|entered)\b"
    r"|\b(?:consultation|survey) (?:is|remains) (?:still )?open\b",
    re.I,
)


def _check(facts: PlanFacts) -> Iterator[Finding]:
    decided = [
        (one.day, one)
        for one in told(facts, _DECISION)
        if one.day and not _NOT_A_DECISION.search(one.sentence)
    ]
    if not decided:
        return
    day, decision = max(decided, key=lambda dated: dated[0])
    for analysis in (*told(facts, _LATER), *told(facts, _STILL)):
        if _STILL.search(analysis.sentence) or (analysis.day and analysis.day > day):
            yield _finding(decision, day, analysis)
            return


def _finding(decision: Told, day: date, analysis: Told) -> Finding:
    return about(
        RULE.name,
        "warning",
        analysis.passage,
        f"The decision is dated {day.day} {day:%B %Y}, and what people said has not been analysed by then.",
        quotes=(analysis.sentence, decision.sentence),
        fix="Wait for the analysis, or say in the report what was known of it and who checks the rest.",
    )


RULE = Rule(
    name="decision-before-analysis",
    title="Decided before the answers were counted",
    severity="warning",
    family="privacy and process",
    scope="across",
    meaning="The plan or its report gives a day of approval or recommendation, and says that the analysis of "
    "its consultation comes later or is still going on.",
    why="A consultation whose answers could not matter can be challenged in court, and those who were asked "
    "do not answer again.",
    bad="The board approved the strategy on 4 May 2015. Full analysis will be published by the end of June.",
    good="Full analysis was published on 20 April 2015. The board approved the strategy on 4 May 2015.",
    check=_check,
)
