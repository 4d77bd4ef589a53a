"""acronym-wrong-meaning: what the list says of an acronym is not what the plan means by it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.passages import Passage, passages
from oneplan.document.lint.remembered import remembered
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.words.acronyms import Expansion, acronyms, is_acronym
from oneplan.document.lint.words.spoken_names import spoken_names
from oneplan.document.lint.words.stands_for import (
    akin,
    same_meaning,
    singular,
    stands_for,
    words_in,
)
from oneplan.document.schema import Term
from oneplan.vocabulary.findings import Finding, Severity

_HEADS_A_POST = re.compile(r"^([A-Z][A-Za-z&\d]{1,8})(?:s)?(?::| for )")
_POST = re.compile(
    r"manager|head|officer|director|lead|adviser|advisor|co-?ordinator|consultant|nurse|worker|chair",
    re.I,
)


def _check(facts: PlanFacts) -> Iterator[Finding]:
    listed = {
        singular(term.term.strip()): term
        for term in facts.plan.glossary
        if is_acronym(term.term.strip())
    }
    by_meaning = {tuple(words_in(term.meaning)): acronym for acronym, term in listed.items()}
    said = set()
    for expansion in acronyms(facts).expansions:
        finding = _contradiction(expansion, listed, by_meaning)
        if finding and (expansion.acronym, expansion.name) not in said:
            said.add((expansion.acronym, expansion.name))
            yield finding
    contradicted = {acronym for acronym, _ in said}
    for acronym, term in listed.items():
        if acronym not in contradicted:
            yield from _doubt(acronym, term, facts)


def _contradiction(
    expansion: Expansion, listed: dict[str, Term], by_meaning: dict[tuple[str, ...], str]
) -> Finding | None:
    acronym, name = expansion.acronym, expansion.name
    term = listed.get(acronym)
    if term and same_meaning(term.meaning, name):
        return None
    if term is None and expansion.fits:
        return None
    other = by_meaning.get(tuple(words_in(name)))
    if term:
        message = f"The text explains {acronym} as “{name}”, the list as “{term.meaning}”."
        fix = "Correct the list, or use other letters in the text."
    elif other:
        message = f"{acronym} is not what these words shorten to; the list calls them {other}."
        fix = f"Write {other}."
    else:
        message = f"The letters {acronym} do not fit the words before them."
        fix = "Correct the letters or the words."
    certain = expansion.fits and not akin(term.meaning, name) if term else other is not None
    severity: Severity = "error" if certain else "warning"
    return about(
        RULE.name, severity, expansion.passage, message, quotes=(f"{name} ({acronym})",), fix=fix
    )


def _doubt(acronym: str, term: Term, facts: PlanFacts) -> Iterator[Finding]:
    usual = facts.known.acronyms.get(acronym)
    if usual and not same_meaning(usual, term.meaning):
        passage = _passage_with(usual, facts)
        if passage:
            severity: Severity = "error" if len(acronym) > 2 else "warning"
            yield _in_list(acronym, term, severity, f"the plan itself speaks of the {usual}")
        else:
            yield _in_list(acronym, term, "info", f"it usually stands for {usual}")
    elif spoken := _spoken_otherwise(acronym, term, facts):
        yield _in_list(acronym, term, "warning", f"the plan speaks of the {spoken}")
    elif not stands_for(acronym, term.meaning):
        yield _in_list(acronym, term, "warning", "the letters do not fit the words")
    elif not _POST.search(term.meaning):
        lead = _posts_by_letters(facts).get(acronym)
        if lead:
            yield _in_list(acronym, term, "warning", f"“{lead}” is named as a post")


def _passage_with(name: str, facts: PlanFacts) -> Passage | None:
    return next((passage for passage in passages(facts) if name in passage.text), None)


def _spoken_otherwise(acronym: str, term: Term, facts: PlanFacts) -> str | None:
    """A name in the plan with these initials that differs from the list's in a word; None where both stand."""
    names = spoken_names(facts).get(acronym.casefold(), set())
    if any(words_in(name) == words_in(term.meaning) for name in names):
        return None
    return next((name for name in sorted(names) if _one_word_apart(name, term.meaning)), None)


def _one_word_apart(one: str, other: str) -> bool:
    """Whether two names of equal length differ in a single word, and in more than its ending."""
    first, second = words_in(one), words_in(other)
    apart = [pair for pair in zip(first, second, strict=False) if pair[0] != pair[1]]
    alike = len(first) == len(second) > 2 and len(apart) == 1
    return alike and apart[0][0][:4] != apart[0][1][:4]


@remembered
def _posts_by_letters(facts: PlanFacts) -> dict[str, str]:
    """The first lead that begins with each acronym: "EIA for maps" under "EIA"."""
    found: dict[str, str] = {}
    for lead in dict.fromkeys(lead for placed in facts.actions for lead in placed.action.leads):
        match = _HEADS_A_POST.match(lead)
        if match:
            found.setdefault(singular(match[1]), lead)
    return found


def _in_list(acronym: str, term: Term, severity: Severity, because: str) -> Finding:
    return Finding(
        rule=RULE.name,
        severity=severity,
        message=f"The list explains {acronym} as “{term.meaning}”, but {because}.",
        where=acronym,
        quotes=(f"{acronym} {term.meaning}",),
        fix="Correct the list, or use other letters in the plan.",
        source=term.source,
    )


RULE = Rule(
    name="acronym-wrong-meaning",
    title="An acronym that means something else",
    severity="error",
    family="words",
    scope="across",
    meaning="The list of acronyms contradicts the text: the text explains the letters in another way, "
    "speaks of what they usually stand for, or of a name that differs in a word, or uses them for a post. Letters that do not fit their "
    "words, and meanings that are unusual in the field, are questions.",
    why="The reader who looks the letters up is told something that is not so.",
    bad="“a Home Learning Review (HLR)” · List: HLR Housing Land Register",
    good="“a Home Learning Review (HLR)” · List: HLR Home Learning Review",
    check=_check,
)
