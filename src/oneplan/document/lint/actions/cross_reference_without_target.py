"""cross-reference-without-target: a pointer at something that the plan does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from oneplan.document.lint.actions.pointers import Places, numbered, places
from oneplan.document.lint.facts import PlacedAction, PlanFacts, about
from oneplan.document.lint.passages import SENTENCES, Passage, in_passages
from oneplan.document.lint.rule import Rule
from oneplan.document.schema import Action, CrossReference
from oneplan.vocabulary.findings import Finding, Severity

_REFERENCE = re.compile(r"\b([A-Z]{1,5}[ -]?\d{1,3}\.\d{1,3})\b(?!%|\.\d)")
_ANOTHER_PAPER = re.compile(
    r"\b(?:of|in) (?:the|our|its) .{0,60}\b(?:plan|strategy|report|policy)\b", re.I
)


def _check(facts: PlanFacts) -> Iterator[Finding]:
    known = places(facts)
    said: set[tuple[str | None, str]] = set()
    for placed in facts.actions:
        for pointer in placed.action.cross_references:
            severity = (
                None
                if _to_another_paper(placed.action, pointer)
                else _points_at_nothing(pointer, known)
            )
            if severity:
                said.add((placed.where, pointer.target or ""))
                yield _finding(placed, pointer, severity)
    yield from _in_sentences(facts, known, said)


def _points_at_nothing(pointer: CrossReference, known: Places) -> Severity | None:
    target = pointer.target
    if not target or known.action(target) or known.element(target):
        return None
    if known.has_level(target) or _REFERENCE.fullmatch(target):
        return "error"
    return "warning" if numbered(target) or pointer.text.casefold().startswith("cross") else None


def _to_another_paper(action: Action, pointer: CrossReference) -> bool:
    """Whether what follows the pointer, where it stands, names a plan or strategy that it belongs to."""
    for text in (action.text, *(measure.text for measure in action.measures), pointer.text):
        at = text.find(pointer.text)
        if at >= 0 and _ANOTHER_PAPER.search(text[at : at + len(pointer.text) + 90]):
            return True
    return False


def _finding(placed: PlacedAction, pointer: CrossReference, severity: Severity) -> Finding:
    return about(
        RULE.name,
        severity,
        placed,
        f"The plan has no {pointer.target}.",
        quotes=(pointer.text,),
        fix="Point at what is meant, or take the pointer out.",
    )


def _in_sentences(
    facts: PlanFacts, known: Places, said: set[tuple[str | None, str]]
) -> Iterator[Finding]:
    prefixes = {_letters(ref) for placed in facts.actions if (ref := placed.action.ref)} - {""}
    for passage, reference in in_passages(facts, _references) if prefixes else ():
        wanted = _letters(reference) in prefixes and (passage.where, reference) not in said
        if wanted and not known.action(reference):
            yield about(
                RULE.name,
                "error",
                passage,
                f"The plan has no action {reference}.",
                quotes=(reference,),
                fix="Point at what is meant, or take the pointer out.",
            )


def _references(passage: Passage) -> Iterator[tuple[Passage, str]]:
    """What looks like the reference of an action in a sentence, or beside money."""
    if passage.part in SENTENCES or passage.part == "funding":
        for reference in dict.fromkeys(_REFERENCE.findall(passage.text)):
            yield passage, reference


@lru_cache(maxsize=16384)
def _letters(reference: str) -> str:
    match = re.match(r"[A-Z]+", reference)
    return match.group() if match else ""


RULE = Rule(
    name="cross-reference-without-target",
    title="A cross-reference to nothing",
    severity="error",
    family="actions",
    scope="across",
    meaning="The text points at an action, or at a numbered priority or outcome, that this plan does "
    "not have. Pointers at other plans and reports are not meant.",
    why="The reader who follows it finds nothing, and the action that only points has then no lead, "
    "date or measure anywhere.",
    bad="(cross reference to priority 14) in a plan of ten priorities",
    good="(cross reference to priority 4)",
    check=_check,
)
