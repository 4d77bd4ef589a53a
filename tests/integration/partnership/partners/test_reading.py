"""What is read of a partnership: chains, who holds what on a day, who answers to whom, what a word finds."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from pytest_django import DjangoAssertNumQueries

from builders.furnished import MERGED, Furnished, furnished
from builders.partnerships import NOON, joined, started
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.naming.meanings import Known
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.operations.boards import add_board, answer_to
from oneplan.partnership.partners.operations.posts import add_holding, change_post
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.partners.queries.boards import Branch, board_here, boards, tree
from oneplan.partnership.partners.queries.names import called, meanings
from oneplan.partnership.partners.queries.names_found import all_names
from oneplan.partnership.partners.queries.organisations import organisation_here, organisations
from oneplan.partnership.partners.queries.overview import (
    members_counted,
    partners_counted,
    search,
)
from oneplan.partnership.partners.queries.people import people_called, people_found
from oneplan.partnership.partners.queries.posts import (
    post_here,
    posts,
    posts_counted,
    posts_of,
    vacant_counted,
    vacant_posts,
)
from oneplan.partnership.partners.queries.strategies import strategies

pytestmark = pytest.mark.django_db
TODAY, BEFORE = date(2026, 4, 1), date(2022, 6, 30)


@pytest.fixture
def first() -> Member:
    return started()


@pytest.fixture
def made(first: Member) -> Furnished:
    return furnished(first)


def _drawn(branches: tuple[Branch, ...]) -> list[object]:
    return [(each.board.name, each.again, _drawn(each.below)) for each in branches]


def test_a_body_that_ended_is_read_with_its_chain_and_who_answers_today(
    first: Member, made: Furnished
) -> None:
    trust = organisation_here(first.partnership, made.trust, TODAY)
    assert trust
    assert [[(link.name, link.here) for link in step] for step in trust.chain] == [
        [("Fenland Trust", True)],
        [("Fenland Care Board", False)],
    ]
    assert [body.id for body in trust.today] == [made.care_board]
    then = organisation_here(first.partnership, made.trust, BEFORE)
    assert then
    assert then.today == ()


def test_the_page_of_a_body_asks_the_database_no_more_for_a_hundred_posts(
    first: Member, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    made = furnished(first, more=30)
    with django_assert_max_num_queries(10):
        organisation_here(first.partnership, made.council, TODAY)
    with django_assert_max_num_queries(2):
        organisations(first.partnership, 0, 100)
    with django_assert_max_num_queries(2):
        posts(first.partnership, TODAY, 0, 100)


def test_the_list_counts_names_and_posts_and_names_successors(
    first: Member, made: Furnished
) -> None:
    rows = {row.name: row for row in organisations(first.partnership, 0, 100)}
    assert (rows["Fenshire Council"].names, rows["Fenshire Council"].posts) == (1, 1)
    assert [body.name for body in rows["Fenland Trust"].successors] == ["Fenland Care Board"]
    assert rows["Fenland Trust"].ended == MERGED
    assert rows["Fenland Care Board"].id == made.care_board


def test_a_post_is_held_from_the_first_day_to_the_last_and_else_vacant(
    first: Member, made: Furnished
) -> None:
    held = {row.title: row for row in posts(first.partnership, MERGED, 0, 100)}
    assert [holder.name for holder in held["Head of Rivers"].holders] == ["Cedar"]
    assert held["Head of Nursing"].vacant
    assert all(row.vacant for row in posts(first.partnership, BEFORE, 0, 100))
    assert [row.id for row in posts_of(first.partnership, made.trust, TODAY)] == [made.vacant]
    assert vacant_counted(first.partnership, BEFORE) == posts_counted(first.partnership) == 2
    assert vacant_counted(first.partnership, MERGED) == 1
    assert [row.id for row in vacant_posts(first.partnership, MERGED, 0, 100)] == [made.vacant]


def test_a_post_that_was_ended_is_not_vacant(first: Member, made: Furnished) -> None:
    change_post(
        post=made.vacant, title="Head of Nursing", organisation=made.trust, ended=BEFORE,
        by=first, at=NOON,
    )  # fmt: skip
    assert vacant_counted(first.partnership, TODAY) == 0
    assert vacant_posts(first.partnership, TODAY, 0, 100) == ()


def test_whoever_came_last_stands_first_in_the_past_of_a_post(
    first: Member, made: Furnished
) -> None:
    add_holding(post=made.post, name="Elm", end=BEFORE, by=first, at=NOON)
    add_holding(post=made.post, name="Fern", start=date(2024, 1, 1), by=first, at=NOON)
    post = post_here(first.partnership, made.post, TODAY)
    assert post
    assert [each.name for each in post.holdings] == ["Fern", "Cedar", "Elm"]
    assert [each.name for each in post.row.holders] == ["Fern", "Cedar"]


def test_boards_are_drawn_below_those_they_answer_to_and_spread_out_once(
    first: Member, made: Furnished
) -> None:
    ditch, pump = (add_board(name=name, by=first, at=NOON) for name in ("Ditch", "Pump"))
    answer_to(board=ditch, boards=[made.board, made.group], by=first, at=NOON)
    answer_to(board=pump, boards=[ditch], by=first, at=NOON)
    rows = boards(first.partnership, TODAY)
    assert _drawn(tree(rows)) == [
        (
            "Flood Board",
            False,
            [
                ("Ditch", False, [("Pump", False, [])]),
                ("Dyke Group", False, [("Ditch", True, [])]),
            ],
        )
    ]


def test_a_long_chain_of_boards_is_drawn_as_far_as_a_page_can_show_it(first: Member) -> None:
    numbers = [add_board(name=f"Board {each:02}", by=first, at=NOON) for each in range(25)]
    for above, below in pairwise(numbers):
        answer_to(board=below, boards=[above], by=first, at=NOON)
    (branch,) = tree(boards(first.partnership, TODAY))
    steps = 1
    while branch.below:
        (branch,) = branch.below
        steps += 1
    assert (steps, branch.again) == (20, True)


def test_the_members_of_a_board_stand_with_those_who_hold_their_posts(
    first: Member, made: Furnished
) -> None:
    board = board_here(first.partnership, made.board, TODAY)
    assert board
    assert [(seat.name, seat.role, seat.held_by, seat.over) for seat in board.seats] == [
        ("Head of Rivers", "chair", ("Cedar",), False),
        ("Fenland Trust", "member", (), True),
    ]
    assert board.row.members == 1


def test_all_words_are_searched_for_in_names_and_in_what_plans_print(
    first: Member, made: Furnished
) -> None:
    (found,) = search(first.partnership, "CC fens")
    assert (found.thing, found.printed) == (Thing(Sort.ORGANISATION, made.council), "Fens CC")
    assert {each.name for each in search(first.partnership, "fen")} >= {"Fenland Trust"}
    assert search(first.partnership, "fen nursing") == []
    assert search(first.partnership, " ") == []


def test_a_thing_of_every_sort_is_known_with_its_body_and_whether_it_has_ended(
    first: Member, made: Furnished
) -> None:
    known = meanings(first.partnership)
    assert [
        known.known(Thing(sort, number))
        for sort, number in (
            (Sort.ORGANISATION, made.trust),
            (Sort.POST, made.vacant),
            (Sort.BOARD, made.group),
            (Sort.STRATEGY, made.strategy),
        )
    ] == [
        Known(Thing(Sort.ORGANISATION, made.trust), "Fenland Trust", made.trust, ended=True),
        Known(Thing(Sort.POST, made.vacant), "Head of Nursing", made.trust),
        Known(Thing(Sort.BOARD, made.group), "Dyke Group"),
        Known(Thing(Sort.STRATEGY, made.strategy), "Dry Feet", made.council),
    ]


def test_posts_are_offered_with_the_body_that_they_belong_to(
    first: Member, made: Furnished
) -> None:
    assert [(each.name, each.id) for each in called(first.partnership, Sort.POST)] == [
        ("Head of Nursing (Fenland Trust)", made.vacant),
        ("Head of Rivers (Fenshire Council)", made.post),
    ]


@pytest.mark.usefixtures("made")
def test_a_partnership_is_counted_and_another_is_not(first: Member) -> None:
    other = started("Elsewhere", "Elm")
    joined(first, "Birch", Role.VIEWER, Role.ANALYST)
    counted = partners_counted(first.partnership)
    assert members_counted(first.partnership) == 2
    assert (counted.organisations, counted.posts) == (3, 2)
    assert (counted.boards, counted.strategies, counted.names) == (2, 1, 1)
    assert partners_counted(other.partnership).organisations == 0
    assert members_counted(other.partnership) == 1
    assert [each.name for each in people_called(first.partnership)] == ["Ash", "Birch"]
    assert people_found(first.partnership)[1].roles == (Role.ANALYST, Role.VIEWER)


def test_what_another_partnership_has_is_not_read(made: Furnished) -> None:
    other = started("Elsewhere", "Elm").partnership
    assert organisation_here(other, made.trust, TODAY) is None
    assert post_here(other, made.post, TODAY) is None
    assert board_here(other, made.board, TODAY) is None
    assert search(other, "fen") == []
    assert posts_of(other, made.council, TODAY) == ()
    assert posts(other, TODAY, 0, 100) == organisations(other, 0, 100) == ()
    assert strategies(other, 0, 100) == all_names(other, 0, 100) == ()
