from __future__ import annotations

from builders.small_plans import found, plan
from oneplan.document.lint.words.acronym_defined_twice import RULE
from oneplan.document.schema import Term


def _listed(*pairs):
    return plan("Text", glossary=[Term(term=term, meaning=meaning) for term, meaning in pairs])


def test_one_acronym_with_two_meanings_in_the_list_cannot_be():
    [finding] = found(RULE, _listed(("YF", "Youth Forum"), ("YF", "Yellow Fields")))
    assert finding.severity == "error"


def test_the_same_line_twice_is_only_worth_a_look():
    [finding] = found(RULE, _listed(("YF", "Youth Forum"), ("YF", "The Youth Forums")))
    assert finding.severity == "info"


def test_one_meaning_with_two_acronyms_is_a_question():
    [finding] = found(RULE, _listed(("DOT", "Department of Trees"), ("DT", "Department of Trees")))
    assert finding.severity == "warning"


def test_a_text_that_explains_an_acronym_in_two_ways_cannot_be():
    document = plan("The Youth Forum (YF) meets.", "A Yellow Field (YF) is mown.")
    [finding] = found(RULE, document)
    assert finding.severity == "error"
    assert finding.quotes == ("Youth Forum", "Yellow Field")


def test_a_text_that_explains_it_twice_in_like_words_is_clean():
    document = plan(
        "A Personal Learning Plan (PLP) is kept.", "All Personal Learning Plans (PLPs)."
    )
    assert not found(RULE, document)
