from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oneplan.document.lint.words.stands_for import same_meaning, singular, stands_for


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("QZT", "Quarry Zone Team"),
        ("QZTs", "quarry zone teams"),
        ("CDRP", "Crime and Disorder Reduction Partnership"),
        ("DfT", "Department for Transport"),
        ("SENCo", "Special Educational Needs Co-ordinator"),
        ("E2E", "Entry to Employment"),
        ("NEET", "not in education, employment or training"),
        ("MEND", "Mind, Exercise, Nutrition, Do it"),
        ("YWC", "You're Welcome Criteria"),
    ],
)
def test_letters_that_follow_the_words_stand_for_them(acronym, name):
    assert stands_for(acronym, name)


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("AAP", "Annual Performance Assessment"),
        ("QZT", "Zone Team"),
        ("QZT", "Quarry Zone Team Board"),
    ],
)
def test_letters_in_another_order_or_number_do_not(acronym, name):
    assert not stands_for(acronym, name)


def test_word_order_plural_and_signs_do_not_change_a_meaning():
    assert same_meaning(
        "Learning difficulties & disabilities", "Learning Disabilities and Difficulty"
    )
    assert not same_meaning("Early Years Family Services", "Early Years Foundation Stage")


def test_the_plural_s_is_no_letter_of_the_acronym():
    assert singular("QZTs") == "QZT"
    assert singular("CAMHS") == "CAMHS"


@given(st.text(max_size=12), st.text(max_size=80))
def test_any_letters_and_any_name_are_answered(acronym, name):
    assert stands_for(acronym, name) in (True, False)
