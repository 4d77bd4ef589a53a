"""Versions of a plan: frozen, compared, gone back to."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from builders.live_plans import edited, later, live, now, officer, retitled, small_plan
from oneplan.partnership.partners.access import NotAllowed
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.partners.refusals import NotThere, Refused
from oneplan.partnership.plans.models import Version
from oneplan.partnership.plans.models.versions import Frozen
from oneplan.partnership.plans.operations.keeping import (
    freeze_version,
    go_back,
)
from oneplan.partnership.plans.operations.locked import ChangedSince
from oneplan.partnership.plans.parts.editing.fields import with_fields
from oneplan.partnership.plans.parts.editing.tree import added, removed
from oneplan.partnership.plans.queries.comparing import compare
from oneplan.partnership.plans.queries.history import history
from oneplan.partnership.plans.queries.live import LivePlan
from oneplan.partnership.plans.queries.past import plan_at
from oneplan.partnership.plans.queries.readings import second_reading
from oneplan.partnership.plans.queries.versions import (
    version_document,
    versions,
)

pytestmark = pytest.mark.django_db


def _frozen(plan: LivePlan, number: str, hours: float = 1) -> None:
    freeze_version(
        plan=plan.slug,
        number=number,
        note="For the board",
        seen=plan.revision,
        by=officer(),
        at=later(hours),
    )


def test_a_version_is_the_plan_as_it_was_seen_with_its_number() -> None:
    plan = live()
    _frozen(plan, "1.0")
    retitled(now(plan.slug), "sa-1", "Train all")
    (line,) = versions(now(plan.slug))
    assert (line.number, line.note, line.who) == ("1.0", "For the board", "Officer")
    expected = plan.document.model_copy(update={"version": "1.0"})
    assert version_document(plan.id, "1.0") == expected
    assert version_document(plan.id, "2.0") is None


def test_a_version_tells_exactly_what_was_edited_after_it() -> None:
    plan = live()
    _frozen(plan, "1.0")
    retitled(now(plan.slug), "sa-1", "Train every warden twice a year")
    edited(now(plan.slug), lambda seen: with_fields(seen, "sa-2", {"leads": ["Council"]}))
    found = compare(now(plan.slug), "1.0")
    assert found
    assert [(each.kind, each.where) for each in found.changes] == [
        ("text", "SA 1"),
        ("leads", "SA 2"),
    ]
    assert compare(now(plan.slug), "1.0", "3.0") is None


def test_a_plan_goes_back_to_a_version_and_the_way_there_stays_in_the_history() -> None:
    plan = live()
    _frozen(plan, "1.0")
    frozen = now(plan.slug)
    edited(frozen, lambda seen: removed(seen, "safe"))
    edited(now(plan.slug), lambda seen: added(seen, "term", "", {"term": "A", "meaning": "B"}))
    before = now(plan.slug)
    changed = go_back(plan=plan.slug, number="1.0", seen=before.revision, by=officer(), at=later(3))
    assert now(plan.slug).parts == frozen.parts
    assert changed.revision > before.revision
    assert plan_at(now(plan.slug), before.revision).parts == before.parts


def test_going_back_does_not_undo_what_came_in_meanwhile() -> None:
    plan = live()
    _frozen(plan, "1.0")
    retitled(now(plan.slug), "sa-1", "A")
    seen = now(plan.slug)
    retitled(seen, "sa-1", "B")
    refused = go_back(plan=plan.slug, number="1.0", seen=seen.revision, by=officer(), at=later(3))
    assert [each.theirs for each in refused.conflicts] == ["B"]
    assert now(plan.slug).parts["sa-1"]["text"] == "B"


def test_a_version_cannot_be_frozen_of_what_was_not_seen() -> None:
    plan = live()
    retitled(plan, "sa-1", "A")
    with pytest.raises(ChangedSince):
        _frozen(plan, "1.0")


@pytest.mark.parametrize("number", ["", "  ", "1.0", "9" * 41])
def test_a_version_has_a_number_of_its_own(number: str) -> None:
    plan = live()
    _frozen(plan, "1.0")
    with pytest.raises(Refused) as refused:
        _frozen(now(plan.slug), number)
    assert "number" in refused.value.errors


def test_a_version_is_never_changed() -> None:
    plan = live()
    _frozen(plan, "1.0")
    with pytest.raises(Frozen):
        Version.objects.get().save()
    with pytest.raises(Frozen):
        Version.objects.get().delete()
    with pytest.raises(Frozen):
        Version.objects.update(note="")
    with pytest.raises(Frozen):
        Version.objects.all().delete()


def test_who_may_not_freeze_does_not() -> None:
    plan = live()
    with pytest.raises(NotAllowed):
        freeze_version(
            plan=plan.slug,
            number="1.0",
            note="",
            seen=plan.revision,
            by=officer(role=Role.ANALYST),
            at=later(),
        )
    with pytest.raises(NotThere):
        go_back(plan=plan.slug, number="7", seen=plan.revision, by=officer(), at=later())


def test_what_was_is_read_in_few_queries_whatever_the_plan(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    plan = live()
    _frozen(plan, "1.0")
    for hour in range(2, 6):
        retitled(now(plan.slug), "sa-1", f"Train {hour}", hour)
    shown = now(plan.slug)
    with django_assert_max_num_queries(1):
        assert len(history(shown).done) == 6
    with django_assert_max_num_queries(3):
        assert len(history(shown, part="sa-1").done) == 4
    with django_assert_max_num_queries(2):
        assert len(history(shown, part="sa-1", most=3).done) == 3
    with django_assert_max_num_queries(0):
        assert len(history(shown, part="sa-1").done) == 4
    with django_assert_max_num_queries(1):
        assert versions(shown)
    with django_assert_max_num_queries(2):
        compared = compare(shown, "1.0")
    with django_assert_max_num_queries(1):
        assert compare(shown, "1.0") == compared
    with django_assert_max_num_queries(2):
        assert second_reading(shown, small_plan()).changes == ()


def test_a_version_that_is_frozen_twice_from_what_was_seen_once_is_frozen_once() -> None:
    plan = live()
    for _ in range(2):
        _frozen(plan, "1.0")
    assert [each.number for each in versions(now(plan.slug))] == ["1.0"]
    with pytest.raises(Refused, match=r"There is a version 1\.0 already"):
        _frozen(now(plan.slug), "1.0")
    with pytest.raises(ChangedSince):
        _frozen(plan, "1.1")
