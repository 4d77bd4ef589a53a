from __future__ import annotations

import pytest

from builders.small_plans import found, plan
from oneplan.document.lint.words.wrong_word import RULE


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("It is dependant on rain.", "dependent on"),
        ("Noise and its affects on sleep", "effect"),
        ("Strengthen the roll of youth workers", "role"),
        ("The principle social worker decides", "principal"),
        ("Better pubic transport", "public"),
    ],
)
def test_a_word_of_like_sound_is_said(text, meant):
    [finding] = found(RULE, plan(text))
    assert finding.fix == f"Is “{meant}” meant?"


@pytest.mark.parametrize(
    "text",
    [
        "Carers of dependants",
        "This affects the town",
        "A roll of honour",
        "In principle we agree",
        "Call the roll",
    ],
)
def test_the_word_in_its_own_sense_is_clean(text):
    assert not found(RULE, plan(text))
