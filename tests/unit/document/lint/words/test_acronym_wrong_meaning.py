from __future__ import annotations

import pytest

from builders.small_plans import action, found, plan
from oneplan.document.lint.facts import Known
from oneplan.document.lint.words.acronym_wrong_meaning import RULE
from oneplan.document.schema import Term


def _document(text, term, meaning, **fields):
    return plan(text, glossary=[Term(term=term, meaning=meaning)], **fields)


def test_a_list_that_contradicts_the_text_cannot_be():
    document = _document("A Home Learning Review (HLR) is held.", "HLR", "Housing Land Register")
    [finding] = found(RULE, document)
    assert finding.severity == "error"
    assert finding.quotes == ("Home Learning Review (HLR)",)


def test_letters_in_the_wrong_order_cannot_be_where_the_list_has_them_right():
    document = _document("The Yearly Progress Audit (YAP) is due.", "YPA", "Yearly Progress Audit")
    [finding] = found(RULE, document)
    assert finding.severity == "error"
    assert finding.fix == "Write YPA."


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("A Home Learning Review (HLR) is held.", "Home Learning Reviews"),
        ("A home and learning review (HLR) is held.", "Home & Learning Review"),
        ("See Safe Play Guidance (HLR) for the rest.", "Highland Leisure Register"),
        ("The HLR meets.", "Home Learning Review"),
    ],
)
def test_the_same_meaning_in_other_words_is_clean(text, meaning):
    assert not found(RULE, _document(text, "HLR", meaning))


def test_a_list_that_the_plan_s_own_usage_contradicts_cannot_be():
    known = Known(acronyms={"PLP": "Personal Learning Plan"})
    document = _document(
        "Every pupil has a Personal Learning Plan.", "PLP", "Park Lighting Project"
    )
    [finding] = found(RULE, document, known)
    assert finding.severity == "error"


def test_an_unusual_meaning_alone_is_only_worth_a_look():
    known = Known(acronyms={"PLP": "Personal Learning Plan"})
    [finding] = found(RULE, _document("The PLP is lit.", "PLP", "Park Lighting Project"), known)
    assert finding.severity == "info"


def test_letters_that_do_not_fit_their_words_are_a_question():
    [finding] = found(RULE, _document("The XYZ.", "XYZ", "Park Lighting Project"))
    assert finding.severity == "warning"


def test_an_assessment_that_leads_an_action_is_a_question():
    document = plan(
        action(leads=["EIA for Sport"]),
        glossary=[Term(term="EIA", meaning="Equality Impact Assessment")],
    )
    [finding] = found(RULE, document)
    assert finding.severity == "warning"


def test_a_manager_that_leads_an_action_is_clean():
    document = plan(
        action(leads=["SDM: Sport"]),
        glossary=[Term(term="SDM", meaning="Service Development Manager")],
    )
    assert not found(RULE, document)


def test_a_name_that_differs_from_the_list_in_a_word_is_a_question():
    document = _document("The Home Learning Register is kept.", "HLR", "Home Learning Review")
    [finding] = found(RULE, document)
    assert finding.severity == "warning"
    assert "Home Learning Register" in finding.message


def test_a_plan_that_speaks_of_both_names_is_clean():
    text = "The Home Learning Register and the Home Learning Review are kept."
    assert not found(RULE, _document(text, "HLR", "Home Learning Review"))


def test_a_plural_is_the_same_name():
    assert not found(RULE, _document("All Home Learning Reviews.", "HLR", "Home Learning Review"))
