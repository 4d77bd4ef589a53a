from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oneplan.document.lint.subjects import content_words, counted_in, stem, telling_words


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("Schools", "school"),
        ("families", "family"),
        ("child’s", "child"),
        ("class", "class"),
        ("bus", "bus"),
    ],
)
def test_a_word_is_known_without_its_ending(word: str, plain: str) -> None:
    assert stem(word) == plain


def test_small_words_and_hyphens_do_not_count() -> None:
    assert content_words("The anti-social behaviour of a few") == content_words(
        "antisocial behaviours, few"
    )
    assert content_words("Take-up of meals") == content_words("take up of meals")


def test_general_words_do_not_tell_what_is_meant() -> None:
    assert telling_words("The number of young people who are homeless") == {"homeless"}


def test_a_number_counts_the_words_after_it() -> None:
    [counted] = counted_in("Train 40 playground leaders in every town")
    assert counted.things == ("playground", "leader")
    assert counted.words == "40 playground leaders"


def test_a_number_at_the_end_counts_nothing() -> None:
    assert counted_in("from 40 to 50.") == ()


@given(st.text(max_size=200))
def test_any_text_can_be_counted(text: str) -> None:
    assert all(counted.things for counted in counted_in(text))
