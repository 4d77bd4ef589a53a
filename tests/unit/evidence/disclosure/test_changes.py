"""Which release is the later, and which only adds to another: read from the counts."""

from __future__ import annotations

import pytest

from oneplan.evidence.disclosure.changes import growing, order_of
from oneplan.evidence.disclosure.facts import Fact


def facts(release: str, **counts: int) -> list[Fact]:
    return [
        Fact(release, (("area", area),), count, "open", "", (0, None), (0, None), (0, None))
        for area, count in counts.items()
    ]


JUNE = facts("June", ashby=3, birch=10)
JULY = facts("July", ashby=5, birch=10)
AUGUST = facts("August", ashby=5, birch=12)


@pytest.mark.parametrize("said", [("August", "July", "June"), ("July", "June", "August")])
def test_a_release_that_only_adds_comes_after_the_one_it_adds_to(said: tuple[str, ...]) -> None:
    assert order_of([*AUGUST, *JUNE, *JULY], said) == ["June", "July", "August"]


def test_releases_of_which_neither_only_adds_stay_as_they_are_said() -> None:
    other = facts("Other", ashby=2, birch=30)
    assert order_of([*JUNE, *other], ["June", "Other"]) == ["June", "Other"]
    assert order_of([*JUNE, *other], ["Other", "June"]) == ["Other", "June"]


def test_a_pair_with_a_release_between_that_counts_all_they_share_is_left_out() -> None:
    months = ["June", "July", "August"]
    assert growing([*JUNE, *JULY, *AUGUST], months) == [("July", "August"), ("June", "July")]
    less = facts("July", ashby=5)
    assert ("June", "August") in growing([*JUNE, *less, *AUGUST], months)


def test_a_release_that_takes_back_somewhere_does_not_only_add() -> None:
    back = facts("July", ashby=5, birch=9)
    assert growing([*JUNE, *back], ["June", "July"]) == []
