from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oneplan.vocabulary.visible import visible


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Head of \u202esdaoR\u202c", "Head of sdaoR"),
        ("Fen\u200bshire\ufeff", "Fenshire"),
        ("a\x1b[31m\x07", "a[31m"),
        ("two\r\nlines\tand\u00a0more", "two\r\nlines\tand\u00a0more"),
        ("\u2066Board\u2069", "Board"),
        ("👩\u200d🚒", "👩\u200d🚒"),
        ("Llŷn, Köln, नई", "Llŷn, Köln, नई"),
    ],
)
def test_what_cannot_be_seen_goes_and_all_else_stays(text: str, seen: str) -> None:
    assert visible(text) == seen


@given(st.text())
def test_what_is_visible_stays_so(text: str) -> None:
    once = visible(text)
    assert visible(once) == once
    assert not set(once) - set(text)
