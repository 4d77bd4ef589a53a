"""acronym-unused: a glossary entry for letters that the plan does not use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from oneplan.document.lint.facts import PlanFacts
from oneplan.document.lint.passages import passages
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.words.acronyms import acronyms, is_acronym
from oneplan.document.lint.words.stands_for import singular
from oneplan.vocabulary.findings import Finding

_LETTERS = re.compile(r"(?<![A-Za-z\d])[A-Z][A-Za-z\d&]*[A-Z][A-Za-z\d]*")


def _check(facts: PlanFacts) -> Iterator[Finding]:
    said = acronyms(facts)
    used = {acronym.casefold() for acronym in said.used}
    used |= {expansion.acronym.casefold() for expansion in said.expansions}
    unused = [
        term
        for term in facts.plan.glossary
        if used
        and is_acronym(term.term.strip())
        and singular(term.term.strip()).casefold() not in used
    ]
    joined = _in_joined_words(facts) if unused else set()
    for term in unused:
        name = term.term.strip()
        if singular(name).casefold() not in joined:
            yield Finding(
                rule=RULE.name,
                severity="info",
                message=f"{name} stands in the list and nowhere in the plan.",
                where=name,
                quotes=(f"{name} {term.meaning}",),
                fix="Take it out of the list, or check how the plan spells it.",
                source=term.source,
            )


def _in_joined_words(facts: PlanFacts) -> set[str]:
    """The letters that stand joined to others ("PSHE/SRE") or at the head of a name, in lower case."""
    return {letters for passage in passages(facts) for letters in _letters(passage.text)}


@lru_cache(maxsize=32768)
def _letters(text: str) -> frozenset[str]:
    return frozenset(singular(word).casefold() for word in _LETTERS.findall(text))


RULE = Rule(
    name="acronym-unused",
    title="A listed acronym that the plan does not use",
    severity="info",
    family="words",
    scope="across",
    meaning="The list of acronyms explains letters that stand nowhere else in the plan.",
    why="It is left over from an earlier plan, or the plan spells the letters in another way and the "
    "reader will not find them.",
    bad="List: YPF Young People's Forum · the plan speaks of the YF",
    good="List: YF Youth Forum · the plan speaks of the YF",
    check=_check,
)
