"""focus-delegated: what an outcome is about is left to another document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.document.schema import Element
from oneplan.vocabulary.findings import Finding, Source

_LEFT_TO_ANOTHER = re.compile(
    r"\b(?:are|is|will be|as)?\s*(?:as )?(?:identified|set out|described|outlined|stated|detailed|defined"
    r"|contained|listed|given|found|covered|agreed) (?:in|by|within) (?:the |our |its )?"
    r"(?P<paper>[^.;:]{0,60}?\b(?:strategy|plan|framework|policy|programme|review|agreement)\b)",
    re.IGNORECASE,
)
_ITS_CONTENT = re.compile(
    r"\b(?:areas?|focus|priorit(?:y|ies)|objectives?|aims?|actions?|targets?|measures?|activit(?:y|ies)|goals?)\b"
    r"[^.;:]{0,40}$|^\s*(?:as|are|is)?\s*$",
    re.IGNORECASE,
)


def _check(facts: PlanFacts) -> Iterator[Finding]:
    said: set[tuple[str, str]] = set()
    for placed in facts.elements:
        element = placed.element
        owner = placed.path[-1] if placed.path and _is_a_line(element) else element
        for text, source in _lines(element):
            match = _LEFT_TO_ANOTHER.search(text)
            if match is None or not _ITS_CONTENT.search(text[: match.start()]):
                continue
            paper = match["paper"].strip()
            key = (owner.title.casefold(), paper.casefold())
            if key not in said:
                said.add(key)
                yield _finding(owner, text, paper, source)


def _is_a_line(element: Element) -> bool:
    return not (element.children or element.actions or element.measures)


def _lines(element: Element) -> Iterator[tuple[str, Source | None]]:
    if len(element.title) < 200:
        yield element.title, element.source
    for statement in element.statements:
        if statement.kind in ("approach", "other", "context") and len(statement.text) < 200:
            yield statement.text, statement.source


def _finding(element: Element, text: str, paper: str, source: Source | None) -> Finding:
    return about(
        RULE.name,
        "warning",
        element,
        f"What this is about is left to another document, the {paper}.",
        quotes=(text,),
        fix="Repeat its areas of focus here in a line each, with the version that they are taken from.",
        source=source,
    )


RULE = Rule(
    name="focus-delegated",
    title="The areas of focus stand in another document",
    severity="warning",
    family="structure",
    scope="across",
    meaning="An outcome or priority does not say what it is about and refers to another strategy or "
    "plan in place of its areas of focus.",
    why="This plan can then not be checked, measured or reported on its own, and it changes whenever "
    "the other one does.",
    bad="Our areas of focus are as set out in the Play Strategy.",
    good="Our areas of focus (from the Play Strategy 2014): · safe places to play · play for disabled "
    "children",
    check=_check,
)
