"""Plans hang together, and actions come from others."""

from __future__ import annotations

import pytest

from builders.live_plans import BEGAN, edited, later, live, now, officer, partnership, retitled
from oneplan.partnership.audit.models import Event
from oneplan.partnership.partners.refusals import NotThere, Refused
from oneplan.partnership.plans.descent import ActionTie, PlanTie
from oneplan.partnership.plans.operations.change import Changed, change_with_descent
from oneplan.partnership.plans.operations.linking import (
    link_actions,
    link_plans,
    unlink_actions,
    unlink_plans,
)
from oneplan.partnership.plans.operations.starting import (
    remove_plan,
    restore_plan,
    set_stage,
    start_plan,
)
from oneplan.partnership.plans.operations.ties import Tie
from oneplan.partnership.plans.operations.undoing import undo
from oneplan.partnership.plans.parts.editing.merging import merged_actions
from oneplan.partnership.plans.parts.editing.splitting import SplitOff, split_action
from oneplan.partnership.plans.parts.editing.tree import removed
from oneplan.partnership.plans.queries.links import line_of, linked_actions, linked_plans
from oneplan.partnership.plans.queries.live import LivePlan, plan_named, plans_of, removed_plans
from oneplan.partnership.plans.stages import Stage

pytestmark = pytest.mark.django_db


def _linked(plan: str, to: str, tie: PlanTie = PlanTie.FOLLOWS) -> None:
    link_plans(plan=plan, to=to, tie=tie, by=officer(), at=later())


def _merged(plan: LivePlan) -> Changed:
    return change_with_descent(
        plan=plan.slug,
        edit=lambda seen: merged_actions(seen, "sa-1", "sa-2").changes,
        come=[Tie("sa-1", plan.slug, "sa-2", ActionTie.MERGED_FROM)],
        seen=plan.revision,
        by=officer(),
        at=later(),
        operation="merge",
    )


def test_a_plan_follows_another_and_both_say_so() -> None:
    old, new = live(), live()
    _linked(new.slug, old.slug)
    _linked(new.slug, old.slug)
    assert [(each.slug, each.upward) for each in linked_plans(new)] == [(old.slug, True)]
    assert [(each.slug, each.upward) for each in linked_plans(old)] == [(new.slug, False)]
    assert Event.objects.of_stream(new.key).filter(sort="plan link").count() == 1
    unlink_plans(plan=new.slug, to=old.slug, tie=PlanTie.FOLLOWS, by=officer(), at=later())
    assert linked_plans(new) == []
    assert [[each.here for each in step] for step in line_of(new)] == [[True]]


def test_plans_that_followed_one_another_stand_in_a_line() -> None:
    first, second, third, other = live(), live(), live(), live()
    for later_one, earlier in ((third, second), (other, second), (second, first)):
        _linked(later_one.slug, earlier.slug)
    _linked(other.slug, first.slug, PlanTie.STANDS_UNDER)
    line = line_of(second)
    assert [{each.slug for each in step} for step in line] == [
        {first.slug},
        {second.slug},
        {third.slug, other.slug},
    ]
    assert [each.slug for step in line for each in step if each.here] == [second.slug]
    remove_plan(plan=first.slug, by=officer(), at=later())
    assert len(line_of(third)) == 2


def test_no_plan_follows_itself_be_it_through_others() -> None:
    first, second, third = live().slug, live().slug, live().slug
    _linked(second, first)
    _linked(third, second)
    for plan, to in ((first, third), (first, first)):
        with pytest.raises(Refused):
            _linked(plan, to)
    _linked(first, third, PlanTie.STANDS_UNDER)


def test_plans_of_other_partnerships_cannot_be_linked() -> None:
    live()
    start_plan(title="Marsh plan", by=officer(of="marshire"), at=BEGAN)
    with pytest.raises(NotThere):
        _linked("a-plan-for-fenshire", "marsh-plan")


def test_an_action_knows_where_it_comes_from_even_when_that_is_gone() -> None:
    old, new = live(), live()
    tie = Tie("sa-1", old.slug, "sa-2", ActionTie.CARRIES_ON)
    link_actions(plan=new.slug, tie=tie, by=officer(), at=later())
    edited(old, lambda seen: removed(seen, "sa-2"))
    (ancestor,) = linked_actions(new, "sa-1")
    assert (ancestor.ref, ancestor.text, ancestor.gone) == ("SA 2", "Visit homes", True)
    (heir,) = linked_actions(now(old.slug), "sa-2")
    assert (heir.plan, heir.upward) == (new.slug, False)
    back = Tie("sa-2", new.slug, "sa-1", ActionTie.CARRIES_ON)
    with pytest.raises(Refused):
        link_actions(plan=old.slug, tie=back, by=officer(), at=later())
    unlink_actions(plan=new.slug, tie=tie, by=officer(), at=later())
    assert linked_actions(new, "sa-1") == []


def test_a_merged_action_remembers_the_other_until_that_is_taken_back() -> None:
    plan = live()
    changed = _merged(plan)
    assert now(plan.slug).parts["sa-1"]["text"] == "Train wardens. Visit homes"
    (other,) = linked_actions(plan, "sa-1")
    assert (other.key, other.tie, other.gone) == ("sa-2", ActionTie.MERGED_FROM, True)
    undone = undo(plan=plan.slug, batch=changed.batch, by=officer(), at=later(2))
    assert now(plan.slug).parts == plan.parts
    assert linked_actions(plan, "sa-1") == []
    undo(plan=plan.slug, batch=undone.batch, by=officer(), at=later(3))
    assert [each.key for each in linked_actions(plan, "sa-1")] == ["sa-2"]


def test_a_merger_of_what_was_changed_meanwhile_is_a_conflict_and_says_nothing() -> None:
    plan = live()
    retitled(plan, "sa-2", "Visit all homes")
    changed = _merged(plan)
    assert [conflict.key for conflict in changed.conflicts] == ["sa-2"]
    assert linked_actions(plan, "sa-1") == []


def test_a_form_that_splits_an_action_is_heeded_once() -> None:
    plan = live()
    off = SplitOff("Equip wardens")
    for _ in range(2):
        change_with_descent(
            plan=plan.slug,
            edit=lambda seen: split_action(seen, "sa-1", "Train", off, new_key="action-new"),
            come=[Tie("action-new", plan.slug, "sa-1", ActionTie.SPLIT_FROM)],
            seen=plan.revision,
            by=officer(),
            at=later(),
            operation="split",
        )
    assert [a["text"] for a in now(plan.slug).parts.of_sort("action")] == [
        "Train",
        "Equip wardens",
        "Visit homes",
    ]
    assert Event.objects.of_stream(plan.key).filter(sort="action link").count() == 1
    (first,) = linked_actions(plan, "action-new")
    assert (first.key, first.tie) == ("sa-1", ActionTie.SPLIT_FROM)


def test_plans_are_listed_with_what_they_hold() -> None:
    live()
    live(of="marshire")
    (line,) = plans_of(partnership())
    assert (line.title, line.version, line.start) == ("A plan for Fenshire", "0.9", "2026-04")
    assert (line.actions, line.measures, line.stage) == (2, 2, Stage.DRAFT)


def test_a_removed_plan_is_nowhere_and_comes_back_as_it_was() -> None:
    plan, other = live(), live()
    _linked(other.slug, plan.slug)
    remove_plan(plan=plan.slug, by=officer(), at=later())
    assert plan_named(partnership(), plan.slug) is None
    assert [gone.slug for gone in removed_plans(partnership())] == [plan.slug]
    assert [line.slug for line in plans_of(partnership())] == [other.slug]
    assert linked_plans(other) == []
    restore_plan(plan=plan.slug, by=officer(), at=later())
    assert now(plan.slug).parts == plan.parts
    with pytest.raises(NotThere):
        restore_plan(plan=plan.slug, by=officer(), at=later())


def test_a_plan_is_agreed_once() -> None:
    plan = live()
    for _ in range(2):
        set_stage(plan=plan.slug, stage=Stage.AGREED, by=officer(), at=later())
    assert now(plan.slug).stage == Stage.AGREED
    assert Event.objects.of_stream(plan.key).filter(sort="stage").count() == 1
