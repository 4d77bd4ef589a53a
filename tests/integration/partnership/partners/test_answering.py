"""A plan of years ago shows its bodies as they were named then, with those that answer for them today."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from builders.partnerships import NOON, bodies, started
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.naming.names import Printed, Sort, Thing
from oneplan.partnership.partners.operations.organisations import end_organisation
from oneplan.partnership.partners.operations.posts import add_post
from oneplan.partnership.partners.operations.settling import Choice, settle_names
from oneplan.partnership.partners.queries.answering import answered_for
from oneplan.partnership.partners.queries.names import meanings

pytestmark = pytest.mark.django_db
GROUP_CAME, BOARD_CAME = date(2013, 4, 1), date(2022, 7, 1)
TODAY = date(2026, 4, 1)


@pytest.fixture
def first() -> Member:
    """A trust became two groups, which became one board; one body was never followed."""
    by = started()
    trust, north, south, board, _council = bodies(
        by,
        "Fenland Trust",
        "North Fen Group",
        "South Fen Group",
        "Fenland Care Board",
        "Fen Council",
    )
    end_organisation(organisation=trust, on=GROUP_CAME, successors=[north, south], by=by, at=NOON)
    for each in (north, south):
        end_organisation(organisation=each, on=BOARD_CAME, successors=[board], by=by, at=NOON)
    for of in (trust, north):
        add_post(title="Head of Wards", organisation=of, by=by, at=NOON)
    add_post(title="Head of Nursing", organisation=trust, by=by, at=NOON)
    add_post(title="Fenland Trust", by=by, at=NOON)
    settle_names(
        choices=[Choice(Printed.PARTNER, "FT", Thing(Sort.ORGANISATION, trust))], by=by, at=NOON
    )
    return by


def _told(by: Member, day: date, leads: list[str], partners: list[str]) -> dict[str, list[str]]:
    found = answered_for(by.partnership, leads, partners, day)
    return {each.printed: [body.name for body in each.today] for each in found}


def test_a_body_is_shown_with_those_that_answer_for_it_on_that_day(first: Member) -> None:
    names = ["Fenland Trust", "F.T.", "Fen Council", "Nobody knows them"]
    assert _told(first, GROUP_CAME - timedelta(1), [], names) == {}
    groups = ["North Fen Group", "South Fen Group"]
    assert _told(first, GROUP_CAME, [], names) == {"Fenland Trust": groups, "F.T.": groups}
    board = ["Fenland Care Board"]
    assert _told(first, TODAY, [], names) == {"Fenland Trust": board, "F.T.": board}
    (found, *_) = answered_for(first.partnership, [], names, TODAY)
    assert found.since == GROUP_CAME


def test_leads_are_told_by_the_body_of_their_post_or_as_bodies(first: Member) -> None:
    leads = ["Head of Nursing", "Head of Wards", "North Fen Group"]
    board = ["Fenland Care Board"]
    assert _told(first, TODAY, leads, []) == {"Head of Nursing": board, "North Fen Group": board}


def test_it_says_what_the_meanings_of_names_say(first: Member) -> None:
    known = meanings(first.partnership, TODAY)
    names = [named.text for named in known.names] + ["Head of Wards", "F T", "fenland trust"]
    told = _told(first, TODAY, names, [])
    for name in names:
        answering = known.organisations_of(Printed.LEAD, name) or known.organisations_of(
            Printed.PARTNER, name
        )
        called = {known.name_of(Thing(Sort.ORGANISATION, each)) for each in answering}
        assert set(told.get(name, called)) == called, name


def test_where_no_body_was_followed_one_query_is_enough(
    django_assert_max_num_queries: DjangoAssertNumQueries, first: Member
) -> None:
    second = started("Brackland Partnership", "Elm")
    with django_assert_max_num_queries(1):
        assert answered_for(second.partnership, ["Head of Nursing"], ["Fenland Trust"], TODAY) == ()
    with django_assert_max_num_queries(5):
        answered_for(first.partnership, ["Head of Nursing"] * 30, ["FT"], TODAY)
