from __future__ import annotations

from oneplan.vocabulary.lists import listed


def test_a_list_ends_with_and() -> None:
    assert listed([]) == ""
    assert listed(["ponds"]) == "ponds"
    assert listed(["ponds", "paths", "parks"]) == "ponds, paths and parks"


def test_of_a_long_list_the_first_ones_and_how_many_more_are_said() -> None:
    assert listed(list("abcdefg"), most=4) == "a, b, c and 4 more"
    assert listed(list("abcd"), most=4) == "a, b, c and d"
