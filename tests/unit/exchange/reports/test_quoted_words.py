from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from oneplan.exchange.reports.quoted_words import tidy, underlined


def _marked(context: str | None, *quotes: str, around: int = 90) -> list[str]:
    return [
        "".join(f"[{piece.text}]" if piece.underlined else piece.text for piece in line)
        for line in underlined(context, quotes, around)
    ]


def test_a_quote_is_marked_in_its_passage():
    assert _marked("Raise it to 9% by May", "9%") == ["Raise it to [9%] by May"]


def test_two_quotes_are_marked_in_one_line():
    assert _marked("from 7 to 9 by May", "9", "7") == ["from [7] to [9] by May"]


def test_quotes_that_overlap_are_one_mark():
    assert _marked("in March 2010 again", "in March", "March 2010") == ["[in March 2010] again"]


def test_a_long_passage_is_cut_around_the_quote_between_words():
    passage = "Swings and slides were mended here in every park of the town"
    assert _marked(passage, "here", around=12) == ["…mended [here] in every…"]


def test_a_word_longer_than_the_surroundings_is_cut():
    [line] = _marked("a" * 50 + "here" + "b" * 50, "here", around=4)
    assert line == "…aaaa[here]bbbb…"


def test_words_that_are_not_in_the_passage_stand_alone():
    assert _marked("Another text", "one", "two") == ["[one]", "[two]"]
    assert _marked(None, "one") == ["[one]"]


def test_of_many_quotes_the_first_are_shown_and_the_rest_counted():
    lines = _marked(None, *"abcdefgh")
    assert lines[:2] == ["[a]", "[b]"]
    assert lines[-1] == "… and 2 more"


@given(st.text(max_size=60))
def test_a_tidy_text_is_one_line_that_steers_nothing(text):
    assert "\n" not in tidy(text)
    assert "\x1b" not in tidy(text)


@given(st.text(max_size=60), st.lists(st.text(max_size=8), max_size=4))
def test_marking_loses_no_word_of_a_short_passage(text, quotes):
    for line in underlined(text, quotes, around=1000):
        shown = "".join(piece.text for piece in line)
        assert shown == tidy(text) or shown in [tidy(quote) for quote in quotes]
