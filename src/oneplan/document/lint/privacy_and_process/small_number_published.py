"""small-number-published: a count of so few people that they may be known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.passages import Passage, passages
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_FEW = r"(?<![\w£.,/–-])(?P<few>[1-9]|one|two|three|four|five|six|seven|eight|nine)"
_PEOPLE = (
    r"(?:(?:\w+[ -]){0,3}?)(?:children|child|pupils?|young people|young person|young (?:wo)?men|young (?:wo)?man|babies|baby|infants?|girls?|boys?|teenagers?"
    r"|care leavers?|looked after children|students?|learners?|mothers?|fathers?|parents?|families|family"
    r"|patients?|offenders?|victims?|carers?|residents?|adults?|people|persons?|women|men|cases)\b(?!['’])"
)
_WITH_SHARE = re.compile(
    rf"\d(?:\.\d+)?\s?(?:%|per cent|percent)\s*[(,:–-]\s*(?:n\s?=\s?|i\.e\.\s?|or\s)?{_FEW}(?:\s+{_PEOPLE}|\s*\))",
    re.I,
)
_SHARE_AFTER = re.compile(rf"{_FEW}\s+{_PEOPLE}\s*\(\s*\d{{1,2}}(?:\.\d+)?\s?(?:%|per cent)", re.I)
_HAPPENED = re.compile(
    rf"{_FEW}\s+{_PEOPLE}\s+(?:(?:under|aged|over) [\w-]+\s+)?(?:(?:who|that)\s+)?(?:(?:were|was|had been|have been|has been|became|went|got)\s+(?:\w+ly\s+)?)?"
    r"(?:died|excluded|killed|injured|harmed|hurt|hospitalised|abused|arrested|convicted|sentenced|detained|sectioned|missing|pregnant|exploited|assaulted"
    r"|removed|attempted|disclosed|reported|achieved|attained|passed|failed|self-harmed|overdosed|reoffended|re-offended)\b",
    re.I,
)
_OF_AGE = re.compile(
    r"\b(?:aged?|under|over|year|years|ages|key stage|level|tier|phase|every|in|least)\s*$", re.I
)
_SAFE = re.compile(r"\b(?:one in|out of|national|nationally|england)\b", re.I)


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for passage in passages(facts):
        if passage.part in ("statement", "measure", "action", "step", "title"):
            yield from _in_passage(passage)


def _in_passage(passage: Passage) -> Iterator[Finding]:
    text = passage.text
    match = None
    if "%" in text or "per" in text:
        match = _WITH_SHARE.search(text) or _SHARE_AFTER.search(text)
    if match:
        very_few = match["few"].casefold() in (
            "1",
            "2",
            "3",
            "4",
            "5",
            "one",
            "two",
            "three",
            "four",
            "five",
        )
        yield _finding(passage, match, severe=very_few and "(" in match.group())
    elif passage.part == "statement":
        match = _HAPPENED.search(text)
        if match and not _OF_AGE.search(text[: match.start("few")]) and not _SAFE.search(text):
            yield _finding(passage, match, severe=False)


def _finding(passage: Passage, match: re.Match[str], *, severe: bool) -> Finding:
    return about(
        RULE.name,
        "error" if severe else "warning",
        passage,
        f"A count of {match['few']} people is published; those who know them can tell who they are.",
        quotes=(match.group().strip(),),
        fix="Leave the count out, or write “fewer than ten”, and check that it cannot be worked out from "
        "the percentage.",
    )


RULE = Rule(
    name="small-number-published",
    title="So few people that they may be known",
    severity="error",
    family="privacy and process",
    scope="alone",
    meaning="A count of one to five people stands in brackets beside a percentage (an error), or of up to nine, or it "
    "is told what befell a single-figure number of people (a question). Sums, settings, ages and "
    "targets are not meant.",
    why="In a town or a school, four looked-after children are four known children. Once published it "
    "cannot be taken back.",
    bad="8.7% (2 pupils) passed.",
    good="Fewer than one in ten passed; the number is too small to publish.",
    check=_check,
)
