"""The plan as it was: on a day, in a version, edit by edit in its history."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

import pytest
from django.db.models import QuerySet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from builders.changed_plans import any_edit
from builders.live_plans import BEGAN, edited, later, live, now, officer, retitled, small_plan
from oneplan.document.schema import Action, PlanDocument
from oneplan.partnership.partners.access import NotAllowed
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.partners.refusals import NotThere, Refused
from oneplan.partnership.plans.models import Import, Version
from oneplan.partnership.plans.models.versions import Frozen
from oneplan.partnership.plans.operations.change import Changed
from oneplan.partnership.plans.operations.keeping import (
    SourceFile,
    freeze_version,
    go_back,
    import_again,
)
from oneplan.partnership.plans.operations.locked import ChangedSince
from oneplan.partnership.plans.operations.starting import start_plan
from oneplan.partnership.plans.parts.document import parts_of
from oneplan.partnership.plans.parts.editing.fields import with_fields
from oneplan.partnership.plans.parts.editing.tree import added, removed
from oneplan.partnership.plans.queries import past
from oneplan.partnership.plans.queries.comparing import compare
from oneplan.partnership.plans.queries.history import history
from oneplan.partnership.plans.queries.live import LivePlan
from oneplan.partnership.plans.queries.past import PastPlan, plan_at, revision_on
from oneplan.partnership.plans.queries.readings import second_reading
from oneplan.partnership.plans.queries.versions import (
    imports,
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


def _as_on(plan: LivePlan, moment: datetime) -> PastPlan:
    revision = revision_on(plan, moment)
    assert revision
    return plan_at(plan, revision)


@given(st.data())
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_plan_as_on_a_day_is_what_it_was_then(db: None, data: st.DataObject) -> None:  # noqa: ARG001
    plan = live()
    states = [plan.parts]
    for hour in range(1, 5):
        edit = data.draw(any_edit(states[-1]))
        edited(now(plan.slug), lambda _, edit=edit: edit, hours=hour)
        states.append(now(plan.slug).parts)
    for hour, state in enumerate(states):
        then = _as_on(now(plan.slug), later(hour + 0.5))
        assert then.parts == state


def test_before_it_began_there_was_no_plan() -> None:
    assert revision_on(live(), BEGAN - timedelta(days=1)) is None


def test_the_plan_of_a_day_is_read_in_two_queries(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    plan = live()
    for hour in range(1, 8):
        retitled(now(plan.slug), "sa-1", f"Train {hour}", hour)
    shown = now(plan.slug)
    with django_assert_max_num_queries(2):
        then = _as_on(shown, later(2.5))
    assert then.document.elements[0].actions[0].text == "Train 2"


@pytest.mark.parametrize("looked_at", [1, 2, 3, 8])
def test_the_revision_of_a_moment_is_found_by_looking_at_a_few_events(
    monkeypatch: pytest.MonkeyPatch, looked_at: int
) -> None:
    plan = live()
    revisions = [plan.revision]
    for hour in range(1, 9):
        retitled(now(plan.slug), "sa-1", f"Train {hour}", hour)
        revisions.append(now(plan.slug).revision)
    monkeypatch.setattr(past, "_LOOKED_AT", looked_at)
    shown = now(plan.slug)
    assert [revision_on(shown, later(hour + 0.5)) for hour in range(9)] == revisions
    assert revision_on(shown, later(5)) == revisions[5]
    assert revision_on(shown, later(-1)) is None


def test_what_came_after_a_plan_was_opened_is_at_no_moment_of_it() -> None:
    opened = live()
    retitled(opened, "sa-1", "Train all wardens", 1)
    assert revision_on(opened, later(2)) == opened.revision


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
    then = _as_on(now(plan.slug), later(2))
    assert then.parts == before.parts


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


def test_the_history_tells_who_did_what_the_latest_first() -> None:
    plan = live()
    retitled(plan, "sa-1", "Train all")
    edited(now(plan.slug), lambda seen: removed(seen, "safe"), hours=2)
    page = history(now(plan.slug))
    assert [(done.operation, done.who, done.size) for done in page.done] == [
        ("edit", "Officer", 7),
        ("edit", "Officer", 1),
        ("import", "Officer", 1),
    ]
    assert page.done[0].undoable
    assert page.done[1].told[0].change
    assert page.done[1].told[0].change.after == {"text": "Train all"}


def test_a_long_history_comes_in_pages() -> None:
    plan = live()
    for number in range(5):
        retitled(now(plan.slug), "sa-1", f"Train {number}")
    first = history(now(plan.slug), most=4)
    assert first.older
    second = history(now(plan.slug), before=first.older, most=4)
    assert second.older is None
    assert len(first.done) + len(second.done) == 6


def test_the_history_of_an_action_tells_of_its_measures_those_that_are_gone_too() -> None:
    plan = live()
    retitled(plan, "sa-2", "Visit all")
    retitled(now(plan.slug), "sa-1.m", "50 wardens")
    edited(now(plan.slug), lambda seen: removed(seen, "sa-1.m"))
    page = history(now(plan.slug), part="sa-1")
    assert [told.key for done in page.done for told in done.told] == ["sa-1.m", "sa-1.m"]


def _newer(plan: LivePlan) -> PlanDocument:
    newer = plan.document.model_copy(deep=True)
    newer.elements[0].actions[0].text = "Train all wardens"
    newer.elements[0].actions[1].text = "Visit all homes"
    newer.elements[1].actions.append(Action(ref="WE 1", text="Walk to school"))
    return newer


def _brought(plan: LivePlan, document: PlanDocument, chosen: Collection[str]) -> Changed:
    reading = second_reading(plan, document)
    return import_again(
        plan=plan.slug,
        before=reading.before,
        read=reading.read,
        file=SourceFile("fenshire v2.docx", "1" * 64),
        edit=lambda _: [change for change in reading.changes if change.key in chosen],
        seen=plan.revision,
        by=officer(),
        at=later(),
    )


def test_a_second_document_is_brought_in_and_kept_beside_the_first() -> None:
    plan = live()
    newer = _newer(plan)
    retitled(plan, "sa-2", "Visit many homes")
    shown = now(plan.slug)
    reading = second_reading(shown, newer)
    new = reading.changes[-1].key
    assert [change.key for change in reading.changes] == ["sa-1", "sa-2", new]
    assert [conflict.theirs for conflict in reading.conflicts] == ["Visit many homes"]
    changed = _brought(shown, newer, ["sa-1", "sa-2", new])
    after = now(plan.slug)
    assert [conflict.key for conflict in changed.conflicts] == ["sa-2"]
    assert after.parts["sa-1"]["text"] == "Train all wardens"
    assert after.parts[new]["ref"] == "WE 1"
    assert after.revision == changed.revision
    assert [line.file for line in imports(after)] == ["fenshire v2.docx", "fenshire.docx"]
    read = PlanDocument.model_validate(Import.objects.latest("revision").document)
    assert read.elements[0].actions[1].text == "Visit all homes"


def test_what_was_not_chosen_of_a_second_document_is_offered_by_the_third_as_left() -> None:
    plan = live()
    newer = _newer(plan)
    _brought(plan, newer, ["sa-1"])
    newest = newer.model_copy(deep=True)
    newest.elements[0].code = "I"
    reading = second_reading(now(plan.slug), newest)
    assert [each.key for each in reading.changes][:2] == ["safe", "sa-2"]
    again = [
        reading.left.is_again([each], [(each.key, name) for name in (*each.names, "")])
        for each in reading.changes
    ]
    assert again == [False, True, True]


def test_what_somebody_edited_is_not_turned_back_by_the_next_document() -> None:
    plan = live()
    newer = _newer(plan)
    retitled(plan, "sa-1", "Train nobody")
    _brought(now(plan.slug), newer, ["sa-2"])
    reading = second_reading(now(plan.slug), newer)
    assert [(each.key, each.theirs) for each in reading.conflicts] == [("sa-1", "Train nobody")]
    assert not any(each.key == "sa-2" for each in reading.changes)


def test_a_document_of_which_it_was_not_kept_what_was_taken_is_compared_whole() -> None:
    plan = live()
    _brought(plan, _newer(plan), ["sa-1", "sa-2"])
    QuerySet(Import).update(base=None, left=None)  # as they were kept before this was kept
    assert second_reading(now(plan.slug), _newer(plan)).changes == ()


def test_a_plan_that_was_never_brought_in_is_compared_as_it_stands() -> None:
    started = start_plan(title="Climate plan", by=officer(), at=BEGAN)
    reading = second_reading(now(started.slug), small_plan())
    assert reading.conflicts == ()
    assert len(reading.changes) == len(parts_of(small_plan()))


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


def test_what_others_do_after_a_plan_was_opened_does_not_touch_what_was_seen_of_it() -> None:
    first = live()
    retitled(first, "sa-1", "Train more wardens")
    opened = now(first.slug)
    retitled(opened, "sa-1", "Train all wardens")
    assert plan_at(opened, first.revision).parts["sa-1"]["text"] == "Train wardens"


def test_a_version_that_is_frozen_twice_from_what_was_seen_once_is_frozen_once() -> None:
    plan = live()
    for _ in range(2):
        _frozen(plan, "1.0")
    assert [each.number for each in versions(now(plan.slug))] == ["1.0"]
    with pytest.raises(Refused, match=r"There is a version 1\.0 already"):
        _frozen(now(plan.slug), "1.0")
    with pytest.raises(ChangedSince):
        _frozen(plan, "1.1")


def test_an_empty_plan_that_is_started_twice_is_one_until_somebody_works_on_it() -> None:
    first = start_plan(title="Ferries", by=officer(), at=BEGAN)
    assert start_plan(title=" Ferries ", by=officer(), at=later()).slug == first.slug
    assert start_plan(title="Ferries", by=officer("Birch"), at=later()).slug != first.slug
    begun = now(first.slug)
    edited(begun, lambda seen: with_fields(seen, "", {"title": "Ferries"}))
    edited(begun, lambda seen: with_fields(seen, "", {"partnership": "Fenshire Together"}))
    assert start_plan(title="Ferries", by=officer(), at=later()).slug != first.slug
