"""No text makes the grammar raise, and long texts take time in proportion."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders.pace import at_this_pace
from oneplan.document.phrases import (
    dates,
    indicators,
    items,
    measures,
    money,
    names,
    places,
    references,
)

_TRIES = 3
_READERS: list[Callable[[str], object]] = [
    measures.read_measure,
    dates.read_due,
    dates.find_periods,
    money.read_funding,
    names.split_names,
    names.read_posts,
    names.looks_like_post,
    names.split_partners_and_leads,
    references.take_reference,
    references.normalise_reference,
    references.find_cross_references,
    references.brought_forward_from,
    references.find_recommendations,
    indicators.read_indicator,
    items.split_items,
    items.split_steps,
    places.split_places,
]
_PIECES = (
    "from to by % £ 33 0.5 2,000 March 2010 2009/10 09 in of the ( ) : ; , . – - / + \n • * 1. a) (i) & and Baseline target "
    "to be set TBC increase reduce fewer half three top quartile national average England NI 55 BH 1.0 Level 4 aged 5-7 "
    "year olds Group Board Strategy Services Manager SDM: Head of OM: 31 June 13/14 Q3 £2m per 10,000 points within at least"
).split(" ")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=40), st.sampled_from(["", " "]))
def test_no_row_of_plan_words_makes_the_grammar_raise(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    for read in _READERS:
        read(text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_no_text_makes_the_grammar_raise(text: str) -> None:
    for read in _READERS:
        read(text)


_LONG = {
    "digits": "9" * 100_000,
    "digits in groups": "999," * 25_000,
    "letters": "a" * 100_000,
    "capitals": "A" * 100_000,
    "acronyms": "ABC " * 25_000,
    "spaces": " " * 100_000,
    "newlines": "\n" * 100_000,
    "open brackets": "(" * 100_000,
    "closed brackets": ")" * 100_000,
    "slashes": "1/" * 50_000,
    "dots": "1." * 50_000,
    "commas": "Housing, " * 11_000,
    "ands": "Housing and " * 8_000,
    "topics": "Housing, Health, and Growth Board " * 3_000,
    "plans": "Housing Plan " * 7_500,
    "posts": "Head of Parks " * 7_000,
    "managers": "Parks Manager " * 7_000,
    "titles": "SDM: A " * 14_000,
    "sums": "£5 " * 30_000,
    "pounds": "£" * 100_000,
    "percents": "5% " * 30_000,
    "from to": "from 5 to 6 " * 8_000,
    "periods": "March 2010 " * 9_000,
    "dashes": "-" * 100_000,
    "years": "2010-" * 20_000,
    "bullets": "• a " * 25_000,
    "numbers": "1. A " * 20_000,
    "references": "BH 1.0 " * 14_000,
    "see": "see Priority 1 " * 6_500,
    "report pages": "JAR report page 5 " * 5_500,
    "capital words": "Word " * 20_000,
    "nothing apart": "Baseline" * 12_000,
    "brought forward": "brought forward from " * 5_000,
    "colons": "by: " * 25_000,
    "unset": "baseline to be set " * 5_000,
    "average": "the national average is " * 4_000,
}


@pytest.mark.parametrize("text", _LONG.values(), ids=_LONG.keys())
def test_thousands_of_characters_are_read_at_once(text: str) -> None:
    assert _slower_than(1.0, _READERS, text[:4_000]) == []


@pytest.mark.parametrize(
    "name", ["digits", "capitals", "spaces", "open brackets", "dashes", "plans"]
)
def test_a_hundred_thousand_characters_are_read_in_seconds(name: str) -> None:
    readers = [measures.read_measure, items.split_items, names.split_names, money.read_funding]
    assert _slower_than(4.0, readers, _LONG[name]) == []


def _slower_than(seconds: float, readers: list[Callable[[str], object]], text: str) -> list[str]:
    """The readers that took longer in each of three tries, of processor time."""
    most = at_this_pace(seconds)
    return [
        read.__name__
        for read in readers
        if all(_seconds_of(read, text) > most for _ in range(_TRIES))
    ]


def _seconds_of(read: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    read(text)
    return time.process_time() - begun
