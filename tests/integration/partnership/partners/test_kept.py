"""What is read of partners is kept for exactly the state in which it was found, and no more than fits."""

from __future__ import annotations

import pytest

from builders.partnerships import bodies, number_of, started
from oneplan.partnership.last_used import LastUsed
from oneplan.partnership.partners.access import Member, member, memberships
from oneplan.partnership.partners.models import Organisation, Partnership
from oneplan.partnership.partners.queries import kept
from oneplan.partnership.partners.queries.kept import kept_list, read_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def first() -> Member:
    return started()


def _visiting(by: Member) -> Member:
    found = member(number_of(by), by.partnership.slug)
    assert found
    return found


def _names(partnership: Partnership, most: int = 100) -> tuple[str, ...]:
    rows = Organisation.objects.filter(partnership=partnership).order_by("name")
    return tuple(rows.values_list("name", flat=True)[:most])


def test_what_is_found_in_a_state_is_the_same_for_everybody_who_comes_in_it(first: Member) -> None:
    bodies(first, "Fenshire Council")
    found = read_once(_visiting(first), _names)
    assert read_once(_visiting(first), _names) is found == ("Fenshire Council",)
    bodies(first, "Fenland Trust")
    assert read_once(_visiting(first), _names) == ("Fenland Trust", "Fenshire Council")
    assert read_once(_visiting(first), _names, most=1) == ("Fenland Trust",)


def test_what_was_read_while_others_changed_it_is_not_kept(first: Member) -> None:
    visitor = _visiting(first)
    texts = iter(["Fenshire Council", "Fenland Trust"])

    def names_in_between(partnership: Partnership) -> tuple[str, ...]:
        bodies(first, next(texts))
        return _names(partnership)

    assert read_once(visitor, names_in_between) == ("Fenshire Council",)
    assert read_once(visitor, names_in_between) == ("Fenland Trust", "Fenshire Council")


def test_whoever_was_not_asked_for_with_a_state_is_told_what_is_so_now(first: Member) -> None:
    (unmarked,) = memberships(number_of(first))
    assert unmarked.mark is None
    assert read_once(unmarked, _names) == ()
    bodies(first, "Fenshire Council")
    assert read_once(unmarked, _names) == ("Fenshire Council",)


def test_partnerships_in_which_the_same_was_done_are_not_taken_for_one_another(
    first: Member,
) -> None:
    second = started("Brackland Partnership", "Elm")
    bodies(first, "Fenshire Council")
    assert read_once(_visiting(first), _names) == ("Fenshire Council",)
    assert read_once(_visiting(second), _names) == ()
    assert _visiting(first).mark != _visiting(second).mark


def test_what_was_not_asked_for_longest_goes_where_it_grows_too_large(
    first: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "_KEPT", LastUsed(4, kept._values))
    bodies(first, "Fenshire Council", "Fenland Trust")
    visitor = _visiting(first)
    one, all_ = (read_once(visitor, _names, most) for most in (1, 2))
    assert read_once(visitor, _names, 2) is all_
    assert read_once(visitor, _names, 1) is not one


def test_of_a_long_list_only_the_page_that_is_looked_at_is_read(first: Member) -> None:
    asked = []

    def between(_: Partnership, word: str, start: int, stop: int) -> tuple[str, ...]:
        asked.append((start, stop))
        return tuple(f"{word} {number}" for number in range(start, stop))

    found = kept_list(_visiting(first), 1000, between, "Fen")
    assert (len(found), found[20:22], found[20:22]) == (
        1000,
        ["Fen 20", "Fen 21"],
        ["Fen 20", "Fen 21"],
    )
    assert asked == [(20, 22)]
