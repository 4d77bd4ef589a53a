"""What was done with bodies, posts, boards, strategies and names is undone from the history, and done again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from builders.furnished import MERGED, Furnished, furnished
from builders.partnerships import NOON, bodies, joined, started
from oneplan.partnership.audit.models import Event
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.models import (
    Accountability,
    Alias,
    Board,
    Holding,
    Membership,
    Organisation,
    Post,
    Seat,
    Strategy,
    Succession,
)
from oneplan.partnership.partners.naming.names import Printed, Sort, Thing
from oneplan.partnership.partners.operations.boards import add_board, answer_to
from oneplan.partnership.partners.operations.merging import merge, remove
from oneplan.partnership.partners.operations.organisations import (
    change_organisation,
    end_organisation,
)
from oneplan.partnership.partners.operations.posts import add_holding, add_post, change_holding
from oneplan.partnership.partners.operations.settling import Choice, New, forget_name, settle_names
from oneplan.partnership.partners.operations.undoing import Undone, undo
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.partners.refusals import NotThere, Refused

pytestmark = pytest.mark.django_db
_TABLES: list[Any] = [
    Accountability, Alias, Board, Holding, Membership, Organisation, Post, Seat, Strategy, Succession,
]  # fmt: skip


def _state() -> dict[str, list[dict[str, Any]]]:
    return {each.__name__: list(each.objects.order_by("pk").values()) for each in _TABLES}


def _last() -> str:
    event = Event.objects.order_by("-id").first()
    assert event
    return event.batch


@pytest.fixture
def first() -> Member:
    return started()


@pytest.fixture
def made(first: Member) -> Furnished:
    return furnished(first)


def _into_twin(first: Member, made: Furnished) -> None:
    """Two bodies become one whose posts of one title, seats, people and names are all moved."""
    twin, *_ = bodies(first, "County Council of Fenshire")
    post = add_post(title="Head of Rivers", organisation=twin, by=first, at=NOON)
    add_holding(post=post, name="Dogwood", by=first, at=NOON)
    joined(first, "Birch", Role.LEAD_OFFICER, organisation=twin)
    own = Choice(Printed.PARTNER, "County Council of Fenshire", Thing(Sort.ORGANISATION, twin))
    settle_names(choices=[own], by=first, at=NOON)
    end_organisation(organisation=made.trust, on=MERGED, successors=[twin], by=first, at=NOON)
    end_organisation(
        organisation=made.trust, on=MERGED, successors=[twin, made.council], by=first, at=NOON
    )
    merge(thing=Thing(Sort.ORGANISATION, twin), into=made.council, by=first, at=NOON)


def _boards_made_one(first: Member, made: Furnished) -> None:
    other = add_board(name="River Group", by=first, at=NOON)
    answer_to(board=other, boards=[made.board], by=first, at=NOON)
    merge(thing=Thing(Sort.BOARD, made.group), into=other, by=first, at=NOON)


def _removed(first: Member, made: Furnished) -> None:
    remove(thing=Thing(Sort.STRATEGY, made.strategy), by=first, at=NOON)


def _forgotten(first: Member, made: Furnished) -> None:
    forget_name(alias=made.name, by=first, at=NOON)


def _renamed(first: Member, made: Furnished) -> None:
    change_organisation(
        organisation=made.council, name="Fenshire Unitary", kind="council", by=first, at=NOON
    )


def _settled(first: Member, made: Furnished) -> None:
    trust = Thing(Sort.ORGANISATION, made.trust)
    choices = [
        Choice(Printed.PARTNER, "Fens CC", trust),
        Choice(Printed.PARTNER, "Fen Wardens", New(Sort.ORGANISATION, "Wardens of the Fen")),
        Choice(Printed.LEAD, "Fen Warden", New(Sort.POST, "Fen Warden")),
    ]
    settle_names(choices=choices, by=first, at=NOON)


def _followed_by_another(first: Member, made: Furnished) -> None:
    end_organisation(
        organisation=made.trust, on=MERGED, successors=[made.council], by=first, at=NOON
    )


@pytest.mark.parametrize(
    "deed",
    [
        _into_twin,
        _boards_made_one,
        _removed,
        _forgotten,
        _renamed,
        _settled,
        _followed_by_another,
    ],
)
def test_all_is_as_it_was_after_undoing_and_as_it_became_after_undoing_that(
    first: Member, made: Furnished, deed: Callable[[Member, Furnished], None]
) -> None:
    batches = set(Event.objects.values_list("batch", flat=True))
    deed(first, made)
    latest, states = _last(), [_state()]
    assert latest not in batches
    assert undo(batch=latest, by=first, at=NOON).stayed == ()
    states.append(_state())
    assert undo(batch=_last(), by=first, at=NOON).stayed == ()
    assert _state() == states[0] != states[1]
    assert undo(batch=_last(), by=first, at=NOON).stayed == ()
    assert _state() == states[1]


@pytest.mark.parametrize("deed", [_removed, _forgotten, _renamed, _settled, _followed_by_another])
def test_undoing_leaves_nothing_behind(
    first: Member, made: Furnished, deed: Callable[[Member, Furnished], None]
) -> None:
    before = _state()
    deed(first, made)
    undo(batch=_last(), by=first, at=NOON)
    assert _state() == before


def test_two_that_were_made_one_are_taken_apart_again(first: Member, made: Furnished) -> None:
    before = _state()
    merge(thing=Thing(Sort.ORGANISATION, made.trust), into=made.council, by=first, at=NOON)
    assert not Organisation.objects.filter(pk=made.trust).exists()
    done = undo(batch=_last(), by=first, at=NOON)
    assert (done.number > 0, done.stayed) == (True, ())
    assert _state() == before


def test_what_was_changed_since_stays_and_is_told(first: Member, made: Furnished) -> None:
    change_holding(holding=made.holding, start=MERGED, end=MERGED, by=first, at=NOON)
    batch = _last()
    change_holding(holding=made.holding, start=MERGED, end=None, by=first, at=NOON)
    assert undo(batch=batch, by=first, at=NOON) == Undone(0, ("Cedar holds Head of Rivers",))
    assert Holding.objects.get(pk=made.holding).end is None


def test_what_has_the_name_of_another_by_now_does_not_come_back(
    first: Member, made: Furnished
) -> None:
    _removed(first, made)
    batch = _last()
    taken = Choice(Printed.STRATEGY, "Dry Feet", New(Sort.STRATEGY, "Dry Feet for All"))
    settle_names(choices=[taken], by=first, at=NOON)
    assert undo(batch=batch, by=first, at=NOON) == Undone(0, ("Dry Feet",))


def test_what_something_belongs_to_by_now_stays(first: Member, made: Furnished) -> None:
    choice = Choice(Printed.PARTNER, "Wardens", New(Sort.ORGANISATION, "Fen Wardens"))
    settle_names(choices=[choice], by=first, at=NOON)
    batch = _last()
    wardens = Organisation.objects.get(name="Fen Wardens")
    add_post(title="Warden", organisation=wardens.pk, by=first, at=NOON)
    assert undo(batch=batch, by=first, at=NOON).stayed == ("Fen Wardens",)
    assert not Alias.objects.filter(text="Wardens").exists()
    assert made.council != wardens.pk


def test_a_circle_of_followers_does_not_come_back(first: Member, made: Furnished) -> None:
    end_organisation(organisation=made.trust, on=None, by=first, at=NOON)
    batch = _last()
    end_organisation(
        organisation=made.care_board, on=MERGED, successors=[made.trust], by=first, at=NOON
    )
    with pytest.raises(Refused):
        undo(batch=batch, by=first, at=NOON)


def test_nothing_is_undone_twice(first: Member, made: Furnished) -> None:
    _forgotten(first, made)
    batch = _last()
    assert undo(batch=batch, by=first, at=NOON).number == 1
    assert undo(batch=batch, by=first, at=NOON) == Undone(0, ("Fens CC",))


def test_who_belongs_and_what_others_did_is_not_undone_here(first: Member, made: Furnished) -> None:
    joined(first, "Birch", Role.VIEWER)
    members = _last()
    second = started("Brackland Partnership", "Elm")
    for batch in (members, _last(), "none"):
        with pytest.raises(NotThere):
            undo(batch=batch, by=first, at=NOON)
    _removed(first, made)
    with pytest.raises(NotThere):
        undo(batch=_last(), by=second, at=NOON)
