from __future__ import annotations

import pytest

from builders.small_plans import action, found, outcome, plan, said
from oneplan.document.lint.words.unbalanced_text import RULE


@pytest.mark.parametrize(
    "text",
    [
        "Offer lessons (swimming, cycling to all pupils.",
        "Offer lessons to all pupils).",
        "Offer “lessons to all pupils.",
        'Offer "lessons to all pupils.',
        "Offer lessons [free to all pupils.",
    ],
)
def test_a_sign_without_its_partner_is_said(text):
    [finding] = found(RULE, plan(text))
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    "text",
    [
        "Offer lessons (swimming (indoor) and cycling).",
        "We will: a) swim, b) cycle and 1) rest.",
        "She called it “a good idea” :)",
        'He said "yes" and "no".',
        "(a) Swim. (b) Cycle.",
    ],
)
def test_signs_in_pairs_and_marks_of_a_list_are_clean(text):
    assert not found(RULE, plan(text))


@pytest.mark.parametrize(
    "text",
    [
        "Offer lessons to pupils in the",
        "Offer lessons to pupils and.",
        "More swimming, cycling and",
    ],
)
def test_a_sentence_that_stops_halfway_is_said(text):
    [finding] = found(RULE, plan(text))
    assert "middle of a sentence" in finding.message


@pytest.mark.parametrize(
    "text", ["A school to be proud of.", "Places they come from.", "Where next to go to?", "Log in"]
)
def test_a_sentence_may_end_with_a_preposition(text):
    assert not found(RULE, plan(text))


def test_the_lead_in_of_a_list_ends_in_the_middle_by_right():
    assert not found(RULE, plan(action("Mend the swings by")))


def test_words_that_go_on_everywhere_else_have_lost_their_end():
    whole = [
        f"Ask the night bus drivers {n}." for n in ("here", "there", "now", "soon", "late", "twice")
    ]
    document = plan(outcome("A fair wage for every night bus"), *[said(text) for text in whole])
    [finding] = found(RULE, document)
    assert finding.where == "A fair wage for every night bus"


def test_words_that_go_on_in_different_ways_are_whole():
    ends = ("drivers", "stops", "routes", "fares", "drivers", "lanes")
    document = plan(
        outcome("A fair wage for every night bus"), *[said(f"See night bus {e}.") for e in ends]
    )
    assert not found(RULE, document)


def test_a_single_quotation_mark_without_its_partner_is_said():
    [finding] = found(RULE, plan("Hand out the 'Swim Safe leaflet to all pupils."))
    assert "quotation mark" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Hand out the 'Swim Safe' leaflet at the parents' and pupils' evenings.",
        "Open the clubs' pools and the children's own 'Splash Hour.'",
    ],
)
def test_possessives_are_no_quotation_marks(text):
    assert not found(RULE, plan(text))


def test_a_name_that_lost_its_first_quotation_mark_is_said_once():
    groups = ["Swim Safe' & 'Ride Safe' Task Groups"]
    document = plan(action(ref="A1", groups=groups), action(ref="A2", groups=groups))
    [finding] = found(RULE, document)
    assert finding.where == "A1"


def test_a_title_that_ends_with_adjectives_after_a_preposition_is_cut_off():
    [finding] = found(RULE, plan(outcome("Families live in warm, safe and healthy")))
    assert "middle" in finding.message
    assert not found(RULE, plan(outcome("Families are safe and healthy")))


def test_a_name_that_ends_with_its_noun_is_whole():
    texts = [f"Children in care councils meet in ward {number}." for number in range(8)]
    assert not found(RULE, plan(outcome("Stable homes for children in care"), *texts))
