"""How many priorities, outcomes or actions the plan says it has, and how many stand in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.passages import Passage, in_passages
from oneplan.document.lint.totals.counts import COUNT, count
from oneplan.vocabulary.findings import Finding

_LEVELS = {
    "priorities": "priority",
    "outcomes": "outcome",
    "goals": "goal",
    "aims": "aim",
    "objectives": "objective",
    "themes": "theme",
    "workstreams": "workstream",
    "areas of focus": "area of focus",
    "focus areas": "focus area",
    "areas for improvement": "area for improvement",
    "key areas for improvement": "area for improvement",
    "commitments": "commitment",
    "actions": "action",
}
_CLAIM = re.compile(
    rf"\b(?:we have|we have agreed|our|these|there are|(?:this|the|our) (?:plan|strategy|partnership) (?:has|contains|sets out|names|agreed on)|the following) (?P<count>{COUNT}) "
    rf"(?:(?:strategic|key|main|agreed|high-level|shared|overarching|cross-cutting|big|ultimate) )?(?P<level>{'|'.join(_LEVELS)})\b(?! (?:of|for|in|from) (?:the |our )?(?:last|previous|other|these|that|national|government))",
    re.IGNORECASE,
)
_AND_SO_MANY = re.compile(
    rf"(?:,|\band|\bwith) (?P<count>{COUNT}) (?P<level>{'|'.join(_LEVELS)})\b", re.IGNORECASE
)
_OTHER_TIME = re.compile(
    r"\b(?:last|previous|previously|former|earlier|was|were|had|first|top|(?:19|20)\d\d)\b", re.I
)
_SIGNS = re.compile(r"\W+")
_SENTENCE = re.compile(r"[^.!?;]+")


def wrong_counts(rule: str, facts: PlanFacts) -> Iterator[Finding]:
    """A finding for each claim of the plan as a whole that no way of counting bears out."""
    counts = _counts(facts)
    kinds = {placed.element.title: placed.element.kind for placed in facts.elements}
    for passage, claim in in_passages(facts, _claims):
        if passage.where is None or kinds.get(passage.where) == "section":
            yield from _compared(rule, passage, claim, counts)


def _claims(passage: Passage) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Where a paragraph says how many of a level the plan has now."""
    for sentence in _SENTENCE.findall(passage.text) if passage.part == "statement" else ():
        match = _CLAIM.search(sentence)
        if match and not _OTHER_TIME.search(sentence):
            for claim in (match, *_AND_SO_MANY.finditer(sentence, match.end())):
                yield passage, claim


def _compared(
    rule: str, passage: Passage, match: re.Match[str], counts: dict[str, set[int]]
) -> Iterator[Finding]:
    level = match["level"].casefold()
    possible = counts.get(_LEVELS[level], set())
    said = count(match["count"])
    if possible and max(possible) > 1 and said not in possible:
        yield about(
            rule,
            "error",
            passage,
            f"The plan says that it has {match['count']} {level}; {max(possible)} stand in it.",
            quotes=(match.group().lstrip(", "),),
            fix="Correct the number, or look for the one that was lost or added.",
        )


def _counts(facts: PlanFacts) -> dict[str, set[int]]:
    """For each name of a level the ways in which its elements can be counted."""
    titles: defaultdict[str, list[tuple[str, bool]]] = defaultdict(list)
    for placed in facts.elements:
        element = placed.element
        if element.kind == "section":
            continue
        title = _SIGNS.sub(" ", element.title.casefold()).strip()
        in_section = any(above.kind == "section" for above in placed.path)
        for name in {(element.label or "").casefold(), element.kind.replace("_", " ")} - {""}:
            titles[name].append((title, in_section))
    counts = {
        name: {
            len(found),
            len({title for title, _ in found}),
            sum(not in_section for _, in_section in found),
            len({title for title, in_section in found if not in_section}),
        }
        for name, found in titles.items()
    }
    actions = len(facts.actions)
    counts["action"] = counts["commitment"] = {actions} if actions else set()
    return counts
