"""Findings are accepted with a reason, opened again, given to people; the history tells of it."""

from __future__ import annotations

import pytest

from builders.live_plans import edited, later, live, now, officer, retitled
from builders.partnerships import NOON, joined, started
from oneplan.partnership.accounts.models import Person
from oneplan.partnership.audit.models import Event
from oneplan.partnership.partners.access import Member, NotAllowed
from oneplan.partnership.partners.operations.people import remove_member
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.operations.judging import (
    NamedFinding,
    accept_findings,
    give_findings,
    reopen_findings,
)
from oneplan.partnership.plans.operations.undoing import undo
from oneplan.partnership.plans.parts.editing.fields import with_fields
from oneplan.partnership.plans.queries.history import history
from oneplan.partnership.plans.queries.judgements import acceptances, given
from oneplan.partnership.plans.queries.live import LivePlan

pytestmark = pytest.mark.django_db

ONE = NamedFinding("a1", "missing-lead", "SA 1")
OTHER = NamedFinding("b2", "missing-by-when", "SA 2")


def _accept(plan: LivePlan, reason: str, *findings: NamedFinding) -> None:
    accept_findings(plan=plan.slug, findings=findings, reason=reason, by=officer(), at=later())


def _events(plan: LivePlan) -> list[tuple[str, str, object, object]]:
    told = Event.objects.filter(stream=plan.key, sort="finding").order_by("number")
    return [(each.operation, each.subject, each.before, each.after) for each in told]


def test_an_accepted_finding_keeps_its_reason_and_who_gave_it() -> None:
    plan = live()
    _accept(plan, " It is so by law. ", ONE, OTHER)
    said = acceptances(now(plan.slug))
    assert [(each.fingerprint, each.reason, each.by) for each in said] == [
        ("a1", "It is so by law.", "Officer"),
        ("b2", "It is so by law.", "Officer"),
    ]


def test_the_history_tells_of_a_reason_and_of_its_change_once() -> None:
    plan = live()
    _accept(plan, "First", ONE)
    _accept(plan, "First", ONE)
    _accept(plan, "Second", ONE, OTHER)
    reopen_findings(plan=plan.slug, fingerprints=["a1", "zz"], by=officer(), at=later())
    reopen_findings(plan=plan.slug, fingerprints=["a1"], by=officer(), at=later())
    assert _events(plan) == [
        ("accept findings", "a1", None, {"accepted": "First"}),
        ("accept findings", "a1", {"accepted": "First"}, {"accepted": "Second"}),
        ("accept findings", "b2", None, {"accepted": "Second"}),
        ("open findings again", "a1", {"accepted": "Second"}, None),
    ]
    assert [each.fingerprint for each in acceptances(now(plan.slug))] == ["b2"]


@pytest.mark.parametrize(
    ("findings", "reason", "field"),
    [((), "Why", "finding"), ((ONE,), " ", "reason"), ((ONE,), "x" * 2001, "reason")],
)
def test_what_cannot_be_accepted_is_refused(
    findings: tuple[NamedFinding, ...], reason: str, field: str
) -> None:
    plan = live()
    with pytest.raises(Refused) as refused:
        _accept(plan, reason, *findings)
    assert list(refused.value.errors) == [field]
    assert _events(plan) == []


def test_an_edit_leaves_what_was_accepted() -> None:
    plan = live()
    _accept(plan, "Why", ONE)
    retitled(now(plan.slug), "sa-1", "Train all wardens")
    assert [each.fingerprint for each in acceptances(now(plan.slug))] == ["a1"]


@pytest.fixture
def administrator() -> Member:
    return started("Fenshire")


def test_findings_are_given_to_a_member_to_another_and_to_nobody(administrator: Member) -> None:
    joined(administrator, "Bo", Role.LEAD_OFFICER)
    bo = Person.objects.get(email="bo@fenshire.example").pk
    ash = Person.objects.get(email="ash@fenshire.example").pk
    plan = live(of=administrator.partnership.slug)

    def give(to: int | None) -> None:
        give_findings(plan=plan.slug, findings=[ONE], to=to, by=administrator, at=NOON)

    give(bo)
    give(bo)
    assert {mark: each.name for mark, each in given(plan).items()} == {"a1": "Bo"}
    give(ash)
    assert {mark: each.name for mark, each in given(plan).items()} == {"a1": "Ash"}
    give(None)
    assert given(plan) == {}
    to_bo, to_ash = (
        {"given to": {"person": number, "text": name}}
        for number, name in ((bo, "Bo"), (ash, "Ash"))
    )
    assert [(before, after) for _, _, before, after in _events(plan)] == [
        (None, to_bo),
        (to_bo, to_ash),
        (to_ash, None),
    ]


def test_what_was_given_is_taken_back_and_given_again(administrator: Member) -> None:
    bo, cy = (joined(administrator, name, Role.ANALYST) for name in ("Bo", "Cy"))
    numbers = [int(each.actor.key.removeprefix("person:")) for each in (bo, cy)]
    plan = live(of=administrator.partnership.slug)

    def undone(batch: str, by: Member) -> str:
        return undo(plan=plan.slug, batch=batch, by=by, at=NOON).batch

    def has_it() -> list[str]:
        return [each.name for each in given(plan).values()]

    for number in numbers:
        give_findings(plan=plan.slug, findings=[ONE], to=number, by=bo, at=NOON)
    to_cy, to_bo = (
        each.batch for each in history(now(plan.slug, administrator.partnership.slug)).done[:2]
    )
    with pytest.raises(Refused, match="changed again since"):
        undone(to_bo, bo)
    back = undone(to_cy, bo)
    assert has_it() == ["Bo"]
    undone(back, administrator)
    assert has_it() == ["Cy"]
    remove_member(person=numbers[0], by=administrator, at=NOON)
    with pytest.raises(Refused, match="does not belong"):
        undone(to_cy, administrator)
    assert has_it() == ["Cy"]


def test_who_hands_out_findings_undoes_no_edit(administrator: Member) -> None:
    analyst = joined(administrator, "Bo", Role.ANALYST)
    plan = live(of=administrator.partnership.slug)
    done = edited(
        plan, lambda seen: with_fields(seen, "sa-1", {"text": "Train all"}), by=administrator
    )
    with pytest.raises(NotAllowed):
        undo(plan=plan.slug, batch=done.batch, by=analyst, at=NOON)


def test_nothing_is_given_to_strangers(administrator: Member) -> None:
    started("Marshland", who="Eve")
    eve = Person.objects.get(email="eve@fenshire.example").pk
    plan = live(of=administrator.partnership.slug)
    with pytest.raises(Refused):
        give_findings(plan=plan.slug, findings=[ONE], to=eve, by=administrator, at=NOON)
    assert given(plan) == {}
