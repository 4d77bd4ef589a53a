"""Two texts side by side, with the words marked that differ."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from oneplan.website.components.word_difference import Run, both_texts

WORDS = st.lists(st.sampled_from("train the wardens of every parish by May".split()), max_size=30)


def test_only_the_words_that_differ_are_marked() -> None:
    found = both_texts("Train sixty wardens", "Train forty wardens")
    assert found.one == (Run("Train"), Run(" sixty", differs=True), Run(" wardens"))
    assert found.other == (Run("Train"), Run(" forty", differs=True), Run(" wardens"))


def test_a_text_against_nothing_differs_whole() -> None:
    found = both_texts("", "Train wardens")
    assert found.one == ()
    assert found.other == (Run("Train wardens", differs=True),)


def test_spaces_and_line_ends_alone_are_no_difference() -> None:
    found = both_texts("Train\nwardens", "Train  wardens")
    assert not any(run.differs for run in (*found.one, *found.other))


@given(WORDS, WORDS)
def test_the_runs_of_a_text_make_up_the_text(one: list[str], other: list[str]) -> None:
    found = both_texts(" ".join(one), " ".join(other))
    assert "".join(run.text for run in found.one) == " ".join(one)
    assert "".join(run.text for run in found.other) == " ".join(other)
    alike = [
        "".join(run.text for run in side if not run.differs).split()
        for side in (found.one, found.other)
    ]
    assert alike[0] == alike[1]


def test_very_long_texts_that_differ_throughout_are_marked_whole() -> None:
    one, other = ("begin " + f"{word} " * 5_000 + "end" for word in ("lamp", "lock"))
    found = both_texts(one, other)
    assert [run.differs for run in found.one] == [False, True, False]
    assert found.other[1].text.split() == ["lock"] * 5_000
