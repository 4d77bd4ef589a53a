"""Prepared queries: made once, and what they find is what there is when they are asked."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from pytest_django import DjangoAssertNumQueries

from builders.live_plans import live
from builders.partnerships import NOON, bodies, started
from oneplan.partnership.partners.models import Organisation
from oneplan.partnership.plans.models import Plan
from oneplan.partnership.prepared import Among, Prepared


def _named(partnership: Any, name: Any) -> QuerySet[Any, Any]:
    rows = Organisation.objects.filter(partnership=partnership, name=name)
    return rows.values_list("pk", "name")


def test_what_was_added_after_a_query_was_first_asked_is_found(db: None) -> None:  # noqa: ARG001
    by = started()
    asked = Prepared(_named)
    assert asked(by.partnership.pk, "Fenshire Council") == []
    (council,) = bodies(by, "Fenshire Council")
    assert asked(by.partnership.pk, "Fenshire Council") == [(council, "Fenshire Council")]
    assert asked(by.partnership.pk + 1, "Fenshire Council") == []


def test_each_asking_is_one_query_and_django_makes_it_once(
    db: None,  # noqa: ARG001
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    made = []

    def rows(partnership: Any, name: Any) -> QuerySet[Any, Any]:
        made.append(1)
        return _named(partnership, name)

    asked = Prepared(rows)
    with django_assert_num_queries(3):
        for _ in range(3):
            asked(1, "Fenshire Council")
    assert len(made) == 1


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param(lambda day: day, id="a day"),
        pytest.param(lambda day: day - timedelta(days=1), id="an earlier day"),
    ],
)
def test_days_are_told_and_come_back_as_days(
    db: None,  # noqa: ARG001
    asked: Callable[[date], date],
) -> None:
    by = started()
    (council,) = bodies(by, "Fenshire Council")
    ended = date(2026, 3, 31)
    Organisation.objects.filter(pk=council).update(ended=ended)
    over = Prepared(
        lambda day: Organisation.objects.filter(ended__lte=day).values_list("pk", "ended")
    )
    assert over(asked(ended)) == ([(council, ended)] if asked(ended) == ended else [])


def test_moments_and_what_is_kept_as_json_come_back_as_they_were(db: None) -> None:  # noqa: ARG001
    plan = live()
    rows = Prepared(
        lambda moment: Plan.objects.filter(started_at=moment).values_list(
            "slug", "fields", "started_at"
        )
    )
    row = Plan.objects.get(pk=plan.id)
    assert rows(row.started_at) == [(row.slug, row.fields, row.started_at)]
    assert rows(NOON + timedelta(seconds=1)) == []


def test_a_number_greater_than_any_that_is_kept_finds_nothing(db: None) -> None:  # noqa: ARG001
    by = started()
    bodies(by, "Fenshire Council")
    assert Prepared(_named)(10**30, "Fenshire Council") == []


def test_rows_between_two_places_come_in_their_order(db: None) -> None:  # noqa: ARG001
    by = started()
    bodies(by, *(f"Body {number}" for number in range(5)))
    asked = Prepared(
        lambda partnership: (
            Organisation.objects.filter(partnership=partnership)
            .order_by("name")
            .values_list("name")
        )
    )
    assert asked.between(1, 3, by.partnership.pk) == [("Body 1",), ("Body 2",)]
    assert asked.between(4, 9, by.partnership.pk) == [("Body 4",)]
    assert asked.between(9, 12, by.partnership.pk) == []


def test_a_list_of_numbers_is_asked_for_by_the_same_query_however_long_it_is(
    db: None,  # noqa: ARG001
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    by = started()
    numbers = bodies(by, *(f"Body {number}" for number in range(4)))
    made = []

    def rows(partnership: Any, wanted: Any) -> QuerySet[Any, Any]:
        made.append(1)
        found = Organisation.objects.filter(partnership=partnership, pk__in=Among(wanted))
        return found.order_by("pk").values_list("pk")

    asked = Prepared(rows)
    with django_assert_num_queries(3):
        for wanted in (numbers[1:3], [], [*numbers, 10**12]):
            found = [number for (number,) in asked(by.partnership.pk, wanted)]
            assert found == [number for number in wanted if number in numbers]
    assert len(made) == 1


def test_threads_share_what_was_made_and_read_rows_alike(
    transactional_db: None,  # noqa: ARG001
) -> None:
    by = started()
    (council,) = bodies(by, "Fenshire Council")
    Organisation.objects.filter(pk=council).update(ended=date(2026, 3, 31))
    made = []

    def rows(partnership: Any) -> QuerySet[Any, Any]:
        made.append(1)
        return Organisation.objects.filter(partnership=partnership).values_list("pk", "ended")

    asked = Prepared(rows)
    own = asked(by.partnership.pk)

    def elsewhere() -> list[tuple[Any, ...]]:
        try:
            return asked(by.partnership.pk)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(elsewhere).result() == own == [(council, date(2026, 3, 31))]
    assert len(made) == 1
