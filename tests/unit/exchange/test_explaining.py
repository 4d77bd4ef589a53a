from __future__ import annotations

import pytest

from oneplan.exchange.explaining import region_in_words
from oneplan.exchange.known.areas import known_areas


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("West Midlands", "the West Midlands"),
        ("East of England", "the East of England"),
        ("London", "London"),
        ("Yorkshire and the Humber", "Yorkshire and the Humber"),
    ],
)
def test_regions_have_their_article(name: str, words: str) -> None:
    assert name in {area.name for area in known_areas().values() if area.code.startswith("E12")}
    assert region_in_words(name) == words
