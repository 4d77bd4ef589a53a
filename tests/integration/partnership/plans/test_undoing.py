"""Every edit can be taken back, and what has been changed since is not lost by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders.changed_plans import any_edit
from builders.live_plans import edited, later, live, now, officer, retitled
from oneplan.partnership.partners.access import NotAllowed
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.partners.refusals import NotThere, Refused
from oneplan.partnership.plans.descent import ActionTie, PlanTie
from oneplan.partnership.plans.models import PlanLink
from oneplan.partnership.plans.operations.change import Changed
from oneplan.partnership.plans.operations.judging import NamedFinding, accept_findings
from oneplan.partnership.plans.operations.keeping import freeze_version, go_back
from oneplan.partnership.plans.operations.linking import link_actions, link_plans
from oneplan.partnership.plans.operations.starting import set_stage
from oneplan.partnership.plans.operations.ties import Tie
from oneplan.partnership.plans.operations.undoing import undo
from oneplan.partnership.plans.parts.changes import Change, changes_between
from oneplan.partnership.plans.parts.editing.fields import with_fields
from oneplan.partnership.plans.parts.editing.moving import moved
from oneplan.partnership.plans.parts.editing.tree import FIRST, added, removed
from oneplan.partnership.plans.parts.part import PLAN, Parts
from oneplan.partnership.plans.queries.history import history
from oneplan.partnership.plans.queries.judgements import acceptances
from oneplan.partnership.plans.queries.live import LivePlan
from oneplan.partnership.plans.rows import read_parts
from oneplan.partnership.plans.stages import Stage

pytestmark = pytest.mark.django_db


def _undone(plan: LivePlan, batch: str, **choices: bool) -> Changed:
    return undo(plan=plan.slug, batch=batch, by=officer(), at=later(5), **choices)


@pytest.mark.parametrize(
    "edit",
    [
        lambda seen: with_fields(seen, "sa-1", {"text": "Train all", "due": None}),
        lambda seen: with_fields(seen, PLAN, {"title": "Another", "version": "1"}),
        lambda seen: removed(seen, "safe"),
        lambda seen: added(seen, "element", PLAN, {"kind": "outcome", "title": "Heard"}),
        lambda seen: moved(seen, "sa-1", "well"),
        lambda seen: moved(seen, "sa-2", "safe", FIRST),
        lambda seen: removed(seen, "sa-1.m"),
    ],
    ids=["fields", "head", "tree removed", "added", "moved away", "moved up", "measure removed"],
)
def test_an_edit_that_is_taken_back_leaves_the_plan_as_it_was(
    edit: Callable[[Parts], Iterable[Change]],
) -> None:
    plan = live()
    changed = edited(plan, edit)
    assert now(plan.slug).parts != plan.parts
    _undone(plan, changed.batch)
    assert now(plan.slug).parts == plan.parts
    standing = read_parts(plan.id)
    assert standing
    assert standing.parts == plan.parts


@given(st.data())
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_done_can_be_taken_back_from_the_last_to_the_first(
    db: None,  # noqa: ARG001
    data: st.DataObject,
) -> None:
    plan = live()
    states = [plan.parts]
    batches = []
    for _ in range(4):
        edit = data.draw(any_edit(states[-1]))
        changed = edited(now(plan.slug), lambda _, edit=edit: edit)
        if changed.batch:
            batches.append(changed.batch)
            states.append(now(plan.slug).parts)
    for batch, before in zip(reversed(batches), reversed(states[:-1]), strict=True):
        _undone(plan, batch)
        assert now(plan.slug).parts == before


def test_what_was_taken_back_can_be_taken_back_too() -> None:
    plan = live()
    first = retitled(plan, "sa-1", "Train all")
    second = _undone(plan, first.batch)
    _undone(plan, second.batch)
    assert now(plan.slug).parts["sa-1"]["text"] == "Train all"


def test_what_was_changed_again_since_is_told_and_stays() -> None:
    plan = live()
    first = edited(plan, lambda seen: with_fields(seen, "sa-1", {"text": "A", "status": "red"}))
    retitled(now(plan.slug), "sa-1", "B")
    refused = _undone(plan, first.batch)
    assert [(each.name, each.theirs) for each in refused.conflicts] == [("text", "B")]
    assert now(plan.slug).parts["sa-1"]["status"] == "red"
    _undone(plan, first.batch, despite_conflicts=True)
    action = now(plan.slug).parts["sa-1"]
    assert (action["text"], action["status"]) == ("B", None)


def test_what_is_no_edit_of_the_text_is_not_taken_back() -> None:
    plan = live()
    (brought,) = history(plan).done
    assert not brought.undoable
    with pytest.raises(Refused):
        _undone(plan, brought.batch)


def test_the_edits_of_another_plan_are_not_taken_back_here() -> None:
    plan, other = live(), live()
    changed = retitled(other, "sa-1", "Train all")
    with pytest.raises(Refused):
        _undone(plan, changed.batch)
    with pytest.raises(NotThere):
        undo(plan=plan.slug, batch=changed.batch, by=officer(of="marshire"), at=later())


def test_who_may_not_edit_takes_nothing_back() -> None:
    plan = live()
    changed = retitled(plan, "sa-1", "Train all")
    with pytest.raises(NotAllowed):
        undo(plan=plan.slug, batch=changed.batch, by=officer(role=Role.VIEWER), at=later())
    with pytest.raises(NotAllowed):
        undo(plan=plan.slug, batch=changed.batch, by=officer(role=Role.LEAD_OFFICER), at=later())


def test_a_version_stays_when_the_number_it_gave_the_plan_is_taken_back() -> None:
    plan = live()
    done = freeze_version(
        plan=plan.slug, number="1.0", note="", seen=plan.revision, by=officer(), at=later()
    )
    _undone(plan, done.batch)
    assert now(plan.slug).document.version == "0.9"
    assert changes_between(plan.parts, now(plan.slug).parts) == []


def test_the_stage_of_a_plan_is_taken_back_and_put_again() -> None:
    plan = live()
    set_stage(plan=plan.slug, stage=Stage.AGREED, by=officer(), at=later())
    agreed = history(now(plan.slug)).done[0]
    assert agreed.undoable
    back = _undone(plan, agreed.batch)
    assert now(plan.slug).stage == Stage.DRAFT
    _undone(plan, back.batch)
    assert now(plan.slug).stage == Stage.AGREED
    set_stage(plan=plan.slug, stage=Stage.ENDED, by=officer(), at=later(2))
    with pytest.raises(Refused, match="changed again since"):
        _undone(plan, agreed.batch)


def test_a_link_between_plans_is_taken_back_and_put_again() -> None:
    plan, other = live(), live()
    link_plans(plan=plan.slug, to=other.slug, tie=PlanTie.STANDS_UNDER, by=officer(), at=later())
    linked = history(now(plan.slug)).done[0]
    back = _undone(plan, linked.batch)
    assert not PlanLink.objects.exists()
    _undone(plan, back.batch)
    assert PlanLink.objects.get().to_id == other.id


def test_a_finding_that_was_accepted_is_open_again_and_accepted_again() -> None:
    plan = live()
    finding = NamedFinding("0123456789ab", "missing-lead", "SA 1, first")
    told = {"plan": plan.slug, "findings": [finding], "by": officer(), "at": later()}
    accept_findings(reason="They share it", **told)
    first = history(now(plan.slug)).done[0]
    accept_findings(reason="They share it well", **told)
    with pytest.raises(Refused, match="changed again since"):
        _undone(plan, first.batch)
    _undone(plan, history(now(plan.slug)).done[0].batch)
    assert [each.reason for each in acceptances(now(plan.slug))] == ["They share it"]
    back = _undone(plan, first.batch)
    assert acceptances(now(plan.slug)) == []
    _undone(plan, back.batch)
    (again,) = acceptances(now(plan.slug))
    assert (again.rule, again.where) == ("missing-lead", "SA 1, first")


def test_a_lead_officer_takes_back_neither_stage_nor_links_nor_judgements() -> None:
    plan = live()
    tie = Tie("sa-1", plan.slug, "sa-2", ActionTie.CARRIES_ON)
    link_actions(plan=plan.slug, tie=tie, by=officer(), at=later())
    set_stage(plan=plan.slug, stage=Stage.AGREED, by=officer(), at=later())
    for done in history(now(plan.slug)).done[:2]:
        with pytest.raises(NotAllowed):
            undo(plan=plan.slug, batch=done.batch, by=officer(role=Role.LEAD_OFFICER), at=later())


def test_going_back_to_a_version_is_taken_back_and_done_again() -> None:
    plan = live()
    freeze_version(
        plan=plan.slug, number="1.0", note="", seen=plan.revision, by=officer(), at=later()
    )
    retitled(now(plan.slug), "sa-1", "Train all", hours=2)
    before = now(plan.slug)
    went = go_back(plan=plan.slug, number="1.0", seen=before.revision, by=officer(), at=later(3))
    assert now(plan.slug).parts["sa-1"]["text"] == "Train wardens"
    back = _undone(plan, went.batch)
    assert now(plan.slug).parts == before.parts
    _undone(plan, back.batch)
    assert now(plan.slug).parts["sa-1"]["text"] == "Train wardens"
