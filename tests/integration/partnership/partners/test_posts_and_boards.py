"""Posts and who holds them, boards and to whom they answer."""

from __future__ import annotations

from datetime import date

import pytest

from builders.partnerships import NOON, bodies, joined, number_of, started
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.models import Accountability, Board, Holding, Post, Seat
from oneplan.partnership.partners.naming.names import Printed, Sort, Thing
from oneplan.partnership.partners.operations.boards import (
    add_board,
    add_seat,
    answer_to,
    change_board,
    change_seat,
    remove_seat,
)
from oneplan.partnership.partners.operations.merging import merge
from oneplan.partnership.partners.operations.posts import (
    add_holding,
    add_post,
    change_holding,
    change_post,
    remove_holding,
)
from oneplan.partnership.partners.operations.strategies import add_strategy, change_strategy
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.partners.queries.names import meanings
from oneplan.partnership.partners.refusals import NotThere, Refused
from oneplan.partnership.partners.rules import Sitter

pytestmark = pytest.mark.django_db
EARLIER, LATER = date(2020, 1, 1), date(2024, 1, 1)


def _boards(by: Member, *names: str) -> list[int]:
    return [add_board(name=name, by=by, at=NOON) for name in names]


def test_two_bodies_may_have_posts_of_one_title_and_one_body_may_not() -> None:
    first = started()
    for body in (*bodies(first, "Council", "Trust"), None):
        add_post(title="Head of Service", organisation=body, by=first, at=NOON)
        with pytest.raises(Refused, match="“Head of Service” already"):
            add_post(title="head of service", organisation=body, by=first, at=NOON)
    assert Post.objects.count() == 3


def test_a_post_is_meant_by_its_former_title_unless_another_body_has_such_a_post() -> None:
    first = started()
    council, trust = bodies(first, "Council", "Trust")
    roads = add_post(title="Head of Roads", organisation=council, by=first, at=NOON)
    change_post(post=roads, title="Director of Roads", organisation=council, by=first, at=NOON)
    known = meanings(first.partnership).of(Printed.LEAD, "Head of Roads")
    assert known
    assert known.thing == Thing(Sort.POST, roads)
    twin = add_post(title="Director of Roads", organisation=trust, by=first, at=NOON)
    change_post(post=twin, title="Chief of Roads", organisation=trust, by=first, at=NOON)
    still = meanings(first.partnership).of(Printed.LEAD, "Director of Roads")
    assert still
    assert still.thing == Thing(Sort.POST, roads)


def test_a_post_is_held_by_a_member_or_by_a_name_for_a_time() -> None:
    first = started()
    birch = joined(first, "Birch", Role.LEAD_OFFICER)
    number = number_of(birch)
    post = add_post(title="Head of Roads", by=first, at=NOON)
    add_holding(post=post, person=number, start=LATER, by=first, at=NOON)
    held = add_holding(post=post, name="Cedar", start=EARLIER, end=LATER, by=first, at=NOON)
    assert {each.name for each in Holding.objects.all()} == {"Birch", "Cedar"}
    change_holding(holding=held, start=None, end=EARLIER, by=first, at=NOON)
    assert Holding.objects.get(pk=held).end == EARLIER
    with pytest.raises(Refused, match="must not be before"):
        change_holding(holding=held, start=LATER, end=EARLIER, by=first, at=NOON)
    with pytest.raises(Refused, match="Choose a person or enter a name"):
        add_holding(post=post, by=first, at=NOON)
    remove_holding(holding=held, by=first, at=NOON)
    assert Holding.objects.get().name == "Birch"


def test_a_post_is_not_held_by_somebody_who_does_not_belong() -> None:
    first, other = started("One", "Ash"), started("Two", "Birch")
    stranger = number_of(other)
    post = add_post(title="Head of Roads", by=first, at=NOON)
    theirs = add_post(title="Head of Roads", by=other, at=NOON)
    held = add_holding(post=theirs, name="Cedar", by=other, at=NOON)
    with pytest.raises(NotThere):
        add_holding(post=post, person=stranger, by=first, at=NOON)
    with pytest.raises(NotThere):
        add_holding(post=theirs, name="Ash", by=first, at=NOON)
    with pytest.raises(NotThere):
        remove_holding(holding=held, by=first, at=NOON)


def test_merged_posts_keep_who_held_either() -> None:
    first = started()
    one, other = (add_post(title=title, by=first, at=NOON) for title in ("OM: Roads", "Roads OM"))
    for post, name in ((one, "Cedar"), (other, "Elm")):
        add_holding(post=post, name=name, by=first, at=NOON)
    merge(thing=Thing(Sort.POST, other), into=one, by=first, at=NOON)
    assert {held.name for held in Holding.objects.filter(post=one)} == {"Cedar", "Elm"}


def test_a_board_answers_to_those_that_are_named_and_no_others() -> None:
    first = started()
    top, middle, low = _boards(first, "Top Board", "Middle Board", "Low Group")
    answer_to(board=low, boards=[middle, top], by=first, at=NOON)
    answer_to(board=low, boards=[middle], by=first, at=NOON)
    answer_to(board=middle, boards=[top], by=first, at=NOON)
    arrows = Accountability.objects.values_list("board", "to").order_by("board")
    assert list(arrows) == [(middle, top), (low, middle)]


def test_no_board_answers_to_one_that_answers_to_it() -> None:
    first = started()
    top, middle, low = _boards(first, "Top Board", "Middle Board", "Low Group")
    answer_to(board=low, boards=[middle], by=first, at=NOON)
    answer_to(board=middle, boards=[top], by=first, at=NOON)
    for boards in ([low], [top]):
        with pytest.raises(Refused, match="answers to this one"):
            answer_to(board=top, boards=boards, by=first, at=NOON)
    assert Accountability.objects.count() == 2


def test_bodies_posts_and_people_sit_on_a_board() -> None:
    first = started()
    (council,) = bodies(first, "Council")
    post = add_post(title="Head of Roads", by=first, at=NOON)
    number = number_of(first)
    (board,) = _boards(first, "Flood Board")
    for who in (
        Sitter(organisation=council),
        Sitter(post=post),
        Sitter(person=number),
        Sitter(name="Cedar"),
    ):
        add_seat(board=board, who=who, role="chair", start=EARLIER, by=first, at=NOON)
    told = [str(seat) for seat in Seat.objects.order_by("pk")]
    assert told == [
        f"{name} sits on Flood Board" for name in ("Council", "Head of Roads", "Ash", "Cedar")
    ]


@pytest.mark.parametrize(
    ("who", "said"),
    [
        (Sitter(), "or enter a name"),
        (Sitter(name="Cedar", person=1), "Choose only one"),
        (Sitter(name="x" * 201), "200 letters"),
    ],
)
def test_exactly_one_takes_a_seat(who: Sitter, said: str) -> None:
    first = started()
    (board,) = _boards(first, "Flood Board")
    with pytest.raises(Refused, match=said):
        add_seat(board=board, who=who, by=first, at=NOON)


def test_a_seat_is_changed_and_taken_back() -> None:
    first = started()
    (board,) = _boards(first, "Flood Board")
    seat = add_seat(board=board, who=Sitter(name="Cedar"), by=first, at=NOON)
    change_seat(seat=seat, role="observer", start=EARLIER, end=LATER, by=first, at=NOON)
    assert Seat.objects.get().role == "observer"
    with pytest.raises(Refused, match="Choose a role"):
        change_seat(seat=seat, role="jester", start=None, end=None, by=first, at=NOON)
    remove_seat(seat=seat, by=first, at=NOON)
    assert not Seat.objects.exists()


def test_a_seat_is_not_given_to_what_is_another_partnerships() -> None:
    first, other = started("One", "Ash"), started("Two", "Birch")
    (theirs,) = bodies(other, "Their Trust")
    (board,) = _boards(first, "Flood Board")
    for who in (Sitter(organisation=theirs), Sitter(person=int(other.actor.key[7:]))):
        with pytest.raises(NotThere):
            add_seat(board=board, who=who, by=first, at=NOON)


def test_a_board_that_met_last_keeps_its_place() -> None:
    first = started()
    top, low = _boards(first, "Top Board", "Low Group")
    answer_to(board=low, boards=[top], by=first, at=NOON)
    change_board(board=low, name="Low Group", kind="forum", ended=LATER, by=first, at=NOON)
    assert Board.objects.get(pk=low).ended == LATER
    assert Accountability.objects.count() == 1


def test_merged_boards_answer_to_what_either_answered_to() -> None:
    first = started()
    top, one, other = _boards(first, "Top Board", "Low Group", "Lower Group")
    for board in (one, other):
        answer_to(board=board, boards=[top], by=first, at=NOON)
    add_seat(board=other, who=Sitter(name="Cedar"), by=first, at=NOON)
    merge(thing=Thing(Sort.BOARD, other), into=one, by=first, at=NOON)
    assert Accountability.objects.values_list("board", "to").get() == (one, top)
    assert Seat.objects.get().board_id == one


def test_a_strategy_has_an_owner_and_is_meant_by_its_former_title() -> None:
    first = started()
    (council,) = bodies(first, "Council")
    number = add_strategy(title="Litter Strategy", owner=council, by=first, at=NOON)
    change_strategy(strategy=number, title="Clean Fens", owner=council, by=first, at=NOON)
    known = meanings(first.partnership)
    assert known.organisations_of(Printed.STRATEGY, "litter strategy") == {council}
    with pytest.raises(Refused, match="“Clean Fens” already"):
        add_strategy(title="Litter Strategy", by=first, at=NOON)
