"""placeholder: words that were to be replaced before the plan went out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.passages import Passage, passages
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_THING = (
    r"(?:graphics?|images?|photos?|photographs?|pictures?|logos?|maps?|charts?|diagrams?|tables?|text"
    r"|wording|foreword|appendix|annex|links?|infographics?|quotes?|case stud(?:y|ies)|page numbers?)"
)
_TO_COME = re.compile(
    rf"\b(?:new |updated |revised |final )?{_THING}\s+(?:[\w'’]+\s+){{0,5}}?(?:is |are )?to (?:be (?:added|inserted|supplied|provided|updated)|follow)\b",
    re.IGNORECASE,
)
_LEFT_IN = re.compile(
    r"\blorem ipsum\b"
    r"|\b(?:insert|add|enter|type)\s+(?:[\w'’]+\s+){0,3}here\b"
    r"|[\[<{]\s*(?:insert|add|enter|name|date|number|figure|text|xx+|tbc|tba|tbd|\.\.\.|…|\?+)(?!\w)[^\]>}\n]{0,60}[\]>}]"
    r"|(?<![\w.])(?:£\s?|NI\s?)?[xX]{2,}\b%?(?!\s+[cC]entur)|(?<![\w.'’-])[xX]%"
    r"|\?{3,}|_{4,}"
    r"|\bdd[/-]mm[/-]yy(?:yy)?\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"(?<![\w.])(?:T\.?B\.?[CAD])\b\.?|\bto be (?:confirmed|announced|advised|decided|determined)\b|\(pending\)",
    re.IGNORECASE,
)
_SET_ASIDE = "page-furniture-left-out"
_NOT_PLACEHOLDER = re.compile(r"\b(?:baselines?|targets?)\b", re.IGNORECASE)
_NUMERAL_BEFORE = re.compile(
    r"\b(?:part|chapter|article|section|annex|appendix|volume|schedule|title|louis|pope \w+)\s+$",
    re.I,
)

_LIKELY = re.compile(
    r"lorem| to be | to follow| here|\[|<|\{|xx|x%|\?{3}|_{4}|mm[/-]yy|tb[acd]|t\.b|\(pending\)"
)
"""What every placeholder has in it: cheaper to look for than the placeholders."""


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for passage in (*_left_out(facts), *passages(facts)):
        text = passage.text
        if not _LIKELY.search(text.lower()):
            continue
        left_in = tuple(
            match.group().strip()
            for match in (*_LEFT_IN.finditer(text), *_to_come(passage))
            if not _NUMERAL_BEFORE.search(text[max(0, match.start() - 20) : match.start()])
        )
        if left_in:
            yield about(
                RULE.name,
                "error",
                passage,
                "This was to be replaced before the plan went out.",
                quotes=tuple(dict.fromkeys(left_in)),
                fix="Put in what belongs here, or take it out.",
            )
        # A by-when that is still open is told as a missing date.
        elif passage.part != "due" and (open_words := _still_open(text)):
            yield about(
                RULE.name,
                "warning",
                passage,
                "This is still to be settled.",
                quotes=tuple(dict.fromkeys(open_words)),
                fix="Settle it, or say who will settle it and by when.",
            )


def _left_out(facts: PlanFacts) -> Iterator[Passage]:
    """The lines that the reader set aside as furniture of the page: they are printed all the same."""
    for finding in facts.plan.findings:
        if finding.rule == _SET_ASIDE:
            for line in finding.quotes:
                yield Passage(line, "statement", finding.where, finding.source, finding.subject)


def _to_come(passage: Passage) -> list[re.Match[str]]:
    """ "Photo to be added" as a note to the printer; in a sentence it may be the work itself."""
    note = passage.part in ("statement", "title", "plan title") and len(passage.text.split()) <= 12
    return list(_TO_COME.finditer(passage.text)) if note or passage.text.isupper() else []


def _still_open(text: str) -> tuple[str, ...]:
    return tuple(
        match.group()
        for match in _OPEN.finditer(text)
        if not _NOT_PLACEHOLDER.search(text[max(0, match.start() - 60) : match.start()])
    )


RULE = Rule(
    name="placeholder",
    title="A placeholder was left in",
    severity="error",
    family="actions",
    scope="alone",
    meaning="Words that stand for something still to come: “xx%”, “[insert name]”, “lorem ipsum”, “photo "
    "to be added” (an error); “TBC” or “to be confirmed” (a warning). A baseline or target to be set "
    "has a rule of its own.",
    why="A published placeholder says that nobody read the plan before it was approved.",
    bad="Lead: TBC · Raise take-up to xx% by March",
    good="Lead: Head of Libraries · Raise take-up to 45% by March",
    check=_check,
)
