from __future__ import annotations

import pytest

from builders.small_plans import found, plan
from oneplan.document.lint.words.repeated_word import RULE


@pytest.mark.parametrize(
    "text", ["Mend the the swings", "Ensure that that park opens", "In In spring"]
)
def test_a_word_twice_running_is_said(text):
    [finding] = found(RULE, plan(text))
    assert finding.severity == "info"


@pytest.mark.parametrize(
    "text",
    ["They had had enough", "We know that that park is shut", "Sing a song, song by song", "5 5"],
)
def test_words_that_may_stand_twice_are_clean(text):
    assert not found(RULE, plan(text))
