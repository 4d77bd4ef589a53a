"""A plan is changed field by field, with its history; nothing is overwritten in silence."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from builders.live_plans import (
    BEGAN,
    edited,
    later,
    live,
    now,
    officer,
    retitled,
    small_plan,
)
from oneplan.partnership.audit.models import Event
from oneplan.partnership.partners.access import NotAllowed
from oneplan.partnership.partners.operations.organisations import add_organisation
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.partners.refusals import NotThere
from oneplan.partnership.plans.operations.change import change_plan
from oneplan.partnership.plans.parts.conflicts import merged
from oneplan.partnership.plans.parts.editing.fields import measure_of, with_fields
from oneplan.partnership.plans.parts.editing.moving import moved
from oneplan.partnership.plans.parts.editing.tree import added, removed
from oneplan.partnership.plans.parts.part import PLAN
from oneplan.partnership.plans.past import NeverWas
from oneplan.partnership.plans.queries.own import own_actions
from oneplan.partnership.plans.rows import read_parts

pytestmark = pytest.mark.django_db


def test_an_edit_is_written_and_told() -> None:
    plan = live()
    changed = retitled(plan, "sa-1", "Train all wardens")
    assert now(plan.slug).parts["sa-1"]["text"] == "Train all wardens"
    assert now(plan.slug).revision == changed.revision == plan.revision + 1
    event = Event.objects.of_stream(plan.key).last()
    assert event
    assert (event.sort, event.subject, event.label) == ("action", "sa-1", "SA 1 Train all wardens")
    assert (event.before, event.after) == (
        {"text": "Train wardens"},
        {"text": "Train all wardens"},
    )


def test_what_edits_make_in_memory_is_what_the_database_holds() -> None:
    plan = live()
    edited(plan, lambda seen: removed(seen, "safe"))
    edited(now(plan.slug), lambda seen: added(seen, "action", "well", {"text": "Walk"}, key="walk"))
    edited(now(plan.slug), lambda seen: with_fields(seen, PLAN, {"title": "New", "version": None}))
    edited(now(plan.slug), lambda seen: moved(seen, "well", PLAN, after=None))
    standing = read_parts(plan.id)
    assert standing
    assert now(plan.slug).parts == standing.parts
    assert now(plan.slug).title == "New"


def test_the_second_of_two_people_is_told_both_texts_and_nothing_is_lost() -> None:
    plan = live()
    retitled(plan, "sa-1", "Train all wardens")
    second = retitled(plan, "sa-1", "Train ten wardens", hours=2)
    (conflict,) = second.conflicts
    assert (conflict.seen, conflict.theirs, conflict.mine) == (
        "Train wardens",
        "Train all wardens",
        "Train ten wardens",
    )
    assert second.changes == ()
    assert now(plan.slug).parts["sa-1"]["text"] == "Train all wardens"


def test_who_has_seen_the_other_text_may_replace_it() -> None:
    plan = live()
    retitled(plan, "sa-1", "Train all wardens")
    refused = retitled(plan, "sa-1", "Train ten wardens")
    again = retitled(now(plan.slug), "sa-1", "Train ten wardens")
    assert refused.revision == again.revision - 1
    assert now(plan.slug).parts["sa-1"]["text"] == "Train ten wardens"


def test_other_fields_of_the_same_action_go_through() -> None:
    plan = live()
    retitled(plan, "sa-1", "Train all wardens")
    changed = edited(plan, lambda seen: with_fields(seen, "sa-1", {"status": "green"}))
    assert changed.conflicts == ()
    action = now(plan.slug).parts["sa-1"]
    assert (action["text"], action["status"]) == ("Train all wardens", "green")


def test_what_fits_is_made_despite_conflicts_when_that_is_asked_for() -> None:
    plan = live()
    retitled(plan, "sa-1", "Train all wardens")

    def both(seen):  # type: ignore[no-untyped-def]
        return [
            *with_fields(seen, "sa-1", {"text": "Train ten wardens"}),
            *with_fields(seen, "sa-2", {"text": "Visit all homes"}),
        ]

    changed = change_plan(
        plan=plan.slug,
        edit=both,
        seen=plan.revision,
        by=officer(),
        at=later(),
        despite_conflicts=True,
    )
    assert [conflict.key for conflict in changed.conflicts] == ["sa-1"]
    assert now(plan.slug).parts["sa-1"]["text"] == "Train all wardens"
    assert now(plan.slug).parts["sa-2"]["text"] == "Visit all homes"


def test_conflicts_of_a_spreadsheet_are_settled_one_by_one() -> None:
    plan = live()
    sheet = [
        *with_fields(plan.parts, "sa-1", {"text": "Train ten wardens"}),
        *with_fields(plan.parts, "sa-2", {"text": "Visit all homes"}),
    ]
    retitled(plan, "sa-1", "Train all wardens")
    retitled(now(plan.slug), "sa-2", "Visit some homes")
    shown = now(plan.slug)
    retitled(shown, "sa-2", "Visit few homes")
    mine = [("sa-1", "text"), ("sa-2", "text")]
    changed = edited(shown, lambda seen: merged(sheet, seen, mine).fitting)
    assert [(each.key, each.theirs) for each in changed.conflicts] == [("sa-2", "Visit few homes")]


def test_what_was_removed_can_come_back_under_its_key() -> None:
    plan = live()
    edited(plan, lambda seen: removed(seen, "sa-2"))
    fields = dict(plan.parts["sa-2"].fields)
    edited(now(plan.slug), lambda seen: added(seen, "action", "safe", fields, key="sa-2"))
    assert now(plan.slug).parts == plan.parts


def test_nothing_to_change_is_no_event() -> None:
    plan = live()
    changed = retitled(plan, "sa-1", "Train wardens")
    assert (changed.revision, changed.batch) == (plan.revision, "")


def test_one_edit_takes_few_queries_whatever_the_size(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    plan = live()
    with django_assert_max_num_queries(10):
        retitled(plan, "sa-1", "Train all wardens")


def test_a_plan_is_read_in_two_queries(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    plan = live()
    with django_assert_max_num_queries(1):
        assert read_parts(plan.id)
    with django_assert_max_num_queries(2):
        now(plan.slug)


def test_the_plan_of_another_partnership_is_not_there() -> None:
    plan = live()
    with pytest.raises(NotThere):
        edited(plan, lambda seen: removed(seen, "sa-2"), by=officer(of="marshire"))


def test_a_revision_that_never_was_is_refused() -> None:
    plan = live()
    with pytest.raises(NeverWas):
        change_plan(
            plan=plan.slug,
            edit=lambda seen: removed(seen, "sa-2"),
            seen=plan.revision + 1,
            by=officer(),
            at=later(),
        )


@pytest.mark.parametrize("role", [Role.VIEWER, Role.BOARD_MEMBER, Role.ANALYST])
def test_who_may_not_edit_does_not(role: Role) -> None:
    plan = live()
    with pytest.raises(NotAllowed):
        edited(plan, lambda seen: removed(seen, "sa-2"), by=officer(role=role))


def test_a_lead_officer_reports_on_the_actions_of_their_own_agency_and_no_others() -> None:
    fire = add_organisation(name="Fire Service", by=officer(), at=BEGAN)
    lead = officer(role=Role.LEAD_OFFICER, organisations=frozenset({fire}))
    plan = live(small_plan())
    assert own_actions(plan, lead, BEGAN.date()) == {"sa-1"}
    assert own_actions(plan, officer(), BEGAN.date()) == set()
    edited(plan, lambda seen: with_fields(seen, "sa-1", {"status": "green"}), by=lead)
    edited(
        plan,
        lambda seen: added(seen, "measure", "sa-1", measure_of("20 visits by May 2027")),
        by=lead,
    )
    for key, fields in (
        ("sa-2", {"status": "red"}),
        ("sa-1", {"text": "Train nobody"}),
        ("sa-1", {"ref": "SA 9"}),
        ("falls", {"text": "Fewer burns"}),
        (PLAN, {"title": "Ours"}),
    ):
        with pytest.raises(NotAllowed):
            edited(
                plan,
                lambda seen, key=key, fields=fields: with_fields(seen, key, fields),
                by=lead,
            )
    with pytest.raises(NotAllowed):
        edited(plan, lambda seen: removed(seen, "sa-1"), by=lead)
