from __future__ import annotations

import pytest

from builders.small_plans import found, plan
from oneplan.document.lint.words.missing_word import RULE


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("An increase the number of allotments.", "An increase the"),
        ("Allotments in use at from 60% to 70%.", "at from"),
        ("Aimed a families in the north.", "a families"),
        ("Play is an important in growing up.", "is an important in"),
    ],
)
def test_a_gap_in_the_sentence_is_said(text, words):
    [finding] = found(RULE, plan(text))
    assert finding.quotes == (words,)


@pytest.mark.parametrize(
    "text",
    [
        "An increase in the number of allotments from 60% to 70%.",
        "A children's centre and a schools forum.",
        "Play is an important part of growing up.",
        "Moved from in-house care.",
    ],
)
def test_a_whole_sentence_is_clean(text):
    assert not found(RULE, plan(text))


def test_a_past_form_after_to_has_lost_a_word():
    [finding] = found(RULE, plan("All pupils to offered a swim each week."))
    assert finding.quotes == ("to offered",)
    assert not found(RULE, plan("Thanks to increased funds all pupils are to be offered a swim."))


@pytest.mark.parametrize(
    "text", ["Pupils say they are listened to by 2026.", "Rules that are kept to by the clubs."]
)
def test_a_verb_may_end_with_its_preposition(text):
    assert not found(RULE, plan(text))
