"""acronym-defined-twice: one acronym with two meanings, or one meaning with two acronyms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.words.acronyms import Expansion, acronyms
from oneplan.document.lint.words.stands_for import same_meaning, singular, words_in
from oneplan.document.schema import Term
from oneplan.vocabulary.findings import Finding, Severity


def _check(facts: PlanFacts) -> Iterator[Finding]:
    listed: defaultdict[str, list[Term]] = defaultdict(list)
    for term in facts.plan.glossary:
        listed[singular(term.term.strip())].append(term)
    for acronym, terms in listed.items():
        if len(terms) > 1:
            yield _listed_twice(acronym, terms)
    yield from _one_meaning(facts.plan.glossary)
    explained: defaultdict[str, list[Expansion]] = defaultdict(list)
    for expansion in acronyms(facts).expansions:
        if expansion.fits and expansion.acronym not in listed:
            explained[expansion.acronym].append(expansion)
    for acronym, expansions in explained.items():
        other = next((e for e in expansions if not same_meaning(e.name, expansions[0].name)), None)
        if other:
            yield about(
                RULE.name,
                "error",
                other.passage,
                f"{acronym} is explained in two ways.",
                quotes=(expansions[0].name, other.name),
                fix="Keep the letters for one of them, and write the other out.",
            )


def _listed_twice(acronym: str, terms: list[Term]) -> Finding:
    differ = any(not same_meaning(terms[0].meaning, term.meaning) for term in terms[1:])
    severity: Severity = "error" if differ else "info"
    said = "with different meanings" if differ else "with the same meaning"
    return Finding(
        rule=RULE.name,
        severity=severity,
        message=f"{acronym} stands {len(terms)} times in the list, {said}.",
        where=acronym,
        quotes=tuple(term.meaning for term in terms),
        fix="Keep one line, and another acronym for the other meaning.",
        source=terms[1].source,
    )


def _one_meaning(glossary: list[Term]) -> Iterator[Finding]:
    meanings: defaultdict[tuple[str, ...], dict[str, Term]] = defaultdict(dict)
    for term in glossary:
        meanings[tuple(words_in(term.meaning))][singular(term.term.strip())] = term
    for words, terms in meanings.items():
        if words and len(terms) > 1:
            names = list(terms)
            yield Finding(
                rule=RULE.name,
                severity="warning",
                message=f"{' and '.join(names)} have the same meaning in the list.",
                where=names[1],
                quotes=tuple(f"{name} {term.meaning}" for name, term in terms.items()),
                fix="Use one of them throughout.",
                source=terms[names[1]].source,
            )


RULE = Rule(
    name="acronym-defined-twice",
    title="An acronym with two meanings",
    severity="error",
    family="words",
    scope="across",
    meaning="The list of acronyms, or the text, gives one acronym two different meanings (an error), the "
    "same acronym twice, or two acronyms the same meaning.",
    why="Whoever reads the letters later has to guess which body or plan is meant.",
    bad="List: YF Youth Forum … YF Young Fathers",
    good="List: YF Youth Forum … YoF Young Fathers",
    check=_check,
)
