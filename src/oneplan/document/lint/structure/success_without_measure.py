"""success-without-measure: what success looks like is said, and nothing measures it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.document.schema import Element
from oneplan.vocabulary.findings import Finding

_WORD = re.compile(r"[^\W\d_]{4,}")
_SAID_EVERYWHERE = """
    able access across after agencies also area areas available been better both child children
    county different each especially families family from good greater group groups have help high
    improve improved improvement improvements including increase increased into life live local more
    most need needs number other outcome outcomes parents partners people percentage place plan
    provide quality range rate receive reduction result right service services such support than
    that their them there these they this those through time under using vulnerable well what when
    where which while whole will with within work working years young decrease fewer less carers
"""
_COMMON = frozenset(_SAID_EVERYWHERE.split())


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in facts.elements:
        element = placed.element
        hopes = [statement for statement in element.statements if statement.kind == "success"]
        if not hopes:
            continue
        measured = _measured_words(element)
        if not measured:
            yield _unmeasured(element)
            continue
        apart = [hope for hope in hopes if (words := _words(hope.text)) and not words & measured]
        if apart:
            yield about(
                RULE.name,
                "info",
                element,
                f"No measure here seems to speak of {len(apart)} of {len(hopes)} signs of success.",
                quotes=tuple(hope.text for hope in apart),
                fix="Add a measure that would show each, or say that it will be judged by other means.",
                source=apart[0].source,
            )


def _unmeasured(element: Element) -> Finding:
    return about(
        RULE.name,
        "warning",
        element,
        "It says what success looks like, and has nothing to measure it by.",
        fix="Add a measure with its baseline, target and date.",
    )


def _measured_words(element: Element) -> set[str]:
    texts = [measure.text for measure in element.measures]
    texts += [indicator.text or indicator.name or "" for indicator in element.indicators]
    texts += [measure.text for action in element.actions for measure in action.measures]
    for child in element.children:
        texts += [measure.text for measure in child.measures]
        texts += [indicator.text or indicator.name or "" for indicator in child.indicators]
        texts += [measure.text for action in child.actions for measure in action.measures]
    return {word for text in texts for word in _words(text)}


def _words(text: str) -> set[str]:
    return {word[:4] for word in _WORD.findall(text.casefold()) if word not in _COMMON}


RULE = Rule(
    name="success-without-measure",
    title="Success is described and not measured",
    severity="warning",
    family="structure",
    scope="across",
    meaning="A part of the plan says what success looks like and has no measure at all (a warning), or "
    "none of its measures shares a telling word with a sign of success (worth a look).",
    why="What is promised in words and not measured is the first thing that scrutiny asks about.",
    bad="Success: “more young people cycle to school” · Measure: exclusions fall to 40",
    good="Success: “more young people cycle to school” · Measure: 12% of pupils cycle (2% in 2014)",
    check=_check,
)
