from __future__ import annotations

from builders.small_plans import found, plan
from oneplan.document.lint.words.acronym_unused import RULE
from oneplan.document.schema import Term


def test_listed_letters_that_are_not_used_are_said():
    glossary = [
        Term(term="QZT", meaning="Quarry Zone Team"),
        Term(term="YF", meaning="Youth Forum"),
    ]
    [finding] = found(RULE, plan("Ask the QZT.", glossary=glossary))
    assert finding.where == "YF"


def test_a_plural_is_a_use():
    glossary = [Term(term="QZT", meaning="Quarry Zone Team")]
    assert not found(RULE, plan("All QZTs meet.", glossary=glossary))


def test_a_word_in_a_glossary_is_no_acronym():
    glossary = [Term(term="Outcome", meaning="An end result"), Term(term="QZT", meaning="Team")]
    assert not found(RULE, plan("Ask the QZT.", glossary=glossary))
