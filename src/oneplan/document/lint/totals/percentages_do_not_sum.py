"""percentages-do-not-sum: the shares of a whole that make more or less than the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.passages import SENTENCES, passages
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding, Severity

_PERCENT = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d+)?)\s?(?:%|per cent\b|percent\b)")
_SENTENCE = re.compile(r"(?:[^.!?;\n]|\.(?=\d))+")
_SPLIT = re.compile(
    r"\bagreed?\b.*\bdisagreed?\b|\bdisagreed?\b.*\bagreed?\b|\byes\b.*\bno\b|\b(?:said|answered|voted) (?:yes|for)\b.*\b(?:no|against)\b"
    r"|\b(?:boys|male|men)\b.*\b(?:girls|female|women)\b|\b(?:girls|female|women)\b.*\b(?:boys|male|men)\b"
    r"|\b(?:did not know|don['’]t know|not sure|no opinion|undecided|neither)\b|\bthe (?:rest|remainder)\b|\bthe remaining\b"
    r"|\bsatisfied\b.*\bdissatisfied\b|\b(?:very )?good\b.*\bfair\b.*\b(?:poor|bad)\b|\bsafe\b.*\bunsafe\b|\boften\b.*\bnever\b"
    r"|\b(?:split|divided|broken down|made up of|breakdown)\b",
    re.I,
)
_OVERLAP = re.compile(
    r"\b(?:from|compared|more than one|could choose|tick|increase[ds]?|decrease[ds]?|rose|fell|target|by 20\d\d|in 20\d\d.* in 20\d\d|than|both|up to|at least|(?:%|cent) of (?:these|those|whom|the (?:boys|girls|men|women|males?|females?)))\b",
    re.I,
)


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for passage in passages(facts):
        if (
            passage.part not in SENTENCES
            or passage.text.count("%") + passage.text.count("cent") < 2
        ):
            continue
        for sentence in _SENTENCE.findall(passage.text):
            shares = _PERCENT.findall(sentence)
            if len(shares) < 2 or not _SPLIT.search(sentence) or _OVERLAP.search(sentence):
                continue
            total = sum(map(float, shares))
            room = 0.51 * len(shares) + 0.5
            if 60 <= total <= 160 and abs(total - 100) > room:
                severity: Severity = "error" if total > 100 else "warning"
                yield about(
                    RULE.name,
                    severity,
                    passage,
                    f"These shares of one whole add up to {total:.10g}%.",
                    quotes=(sentence.strip(),),
                    fix="Correct the share that is wrong, or say that more than one answer was possible.",
                )


RULE = Rule(
    name="percentages-do-not-sum",
    title="Shares that do not make 100%",
    severity="error",
    family="totals",
    scope="alone",
    meaning="A sentence divides one whole (agreed and disagreed, yes and no, girls and boys, the rest) into "
    "percentages that add up to more than 100 (an error) or to less (a question), with room for "
    "rounding.",
    why="A share has been mistyped, or people could give several answers and the plan does not say so.",
    bad="58% agreed, 31% disagreed and 21% did not know.",
    good="58% agreed, 31% disagreed and 11% did not know.",
    check=_check,
)
