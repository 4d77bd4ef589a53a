from __future__ import annotations

import pytest

from oneplan.document.phrases.indicators import find_codes, read_indicator
from oneplan.document.phrases.places import split_places


@pytest.mark.parametrize(
    ("line", "code", "name"),
    [
        ("Household waste recycled (NI192).", "NI 192", "Household waste recycled"),
        ("NI 192 Household waste recycled", "NI 192", "Household waste recycled"),
        ("Falls in people over 65 (PHOF 2.24i)", "PHOF 2.24i", "Falls in people over 65"),
        ("Vital Signs 4417", "Vital Signs 4417", None),
        ("Homes built", None, "Homes built"),
    ],
)
def test_an_indicator_is_a_name_and_a_code(line: str, code: str | None, name: str | None) -> None:
    indicator = read_indicator(line)
    assert (indicator.code, indicator.name, indicator.text) == (code, name, line)


def test_every_code_of_a_text_is_found_once_written() -> None:
    assert find_codes("as in NI154 and LPI 12, not in NIGHT 5") == ["NI 154", "LPI 12"]


def test_places_in_brackets_are_marked() -> None:
    found = [
        (place.name, place.note) for place in split_places("Ash, (Elm and Oak), Fir; (Yew) (Box)")
    ]
    assert found == [
        ("Ash", None),
        ("Elm and Oak", "in brackets"),
        ("Fir", None),
        ("Yew", "in brackets"),
        ("Box", "in brackets"),
    ]


def test_the_last_two_places_of_a_list_may_be_joined_by_and() -> None:
    assert [place.name for place in split_places("Ash, Elm and Oak")] == ["Ash", "Elm", "Oak"]
