"""Plans hang together and actions come from others, said and taken back through the pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client

from builders.standing_cast import FILE, NOON, OURS, THEIRS, Cast, cast, document, signed_in
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.plans.operations.starting import import_plan, start_plan


@pytest.fixture
def made(data: Path) -> Cast:  # noqa: ARG001 - imports lie there
    return cast(OURS, 3)


@pytest.fixture
def officer(made: Cast) -> Client:
    return signed_in(made.people[Role.PLAN_OFFICER])


@pytest.fixture
def here(made: Cast) -> str:
    return f"/partnerships/{made.slug}/plans/{made.plan.slug}/"


def _text(visitor: Client, path: str) -> str:
    answer = visitor.get(path)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@pytest.mark.parametrize(
    ("tie", "ours", "theirs"),
    [
        ("up:stands under", "It stands under", "Under it stands"),
        ("down:stands under", "Under it stands", "It stands under"),
        ("up:carries out", "It carries out", "It is carried out by"),
        ("down:follows", "It is followed by", "It follows"),
    ],
)
def test_two_plans_are_linked_and_each_says_what_the_other_is_to_it(
    made: Cast, officer: Client, here: str, tie: str, ours: str, theirs: str
) -> None:
    other = start_plan(title="County plan", by=made.people[Role.PLAN_OFFICER], at=NOON).slug
    answer = officer.post(f"{here}family/link/", {"tie": tie, "to": other})
    assert answer.status_code == 302
    assert f"{ours} County plan" in _text(officer, f"{here}family/")
    there = f"/partnerships/{made.slug}/plans/{other}/family/"
    assert f"{theirs} {made.plan.title}" in _text(officer, there)
    officer.post(f"{here}family/unlink/", {"tie": tie, "to": other})
    assert "No other plan is linked with it yet" in _text(officer, there)


def test_what_cannot_be_linked_is_said_at_its_field(made: Cast, officer: Client, here: str) -> None:
    missing = officer.post(f"{here}family/link/", {})
    assert missing.status_code == 422
    assert "Choose a plan" in missing.content.decode()
    itself = officer.post(f"{here}family/link/", {"tie": "up:follows", "to": made.plan.slug})
    assert "A plan cannot be linked to itself" in itself.content.decode()


def test_a_plan_of_another_partnership_is_not_there(made: Cast, officer: Client, here: str) -> None:
    elsewhere = cast(THEIRS, 1)
    form = officer.get(f"{here}family/link/").content.decode()
    assert elsewhere.plan.title not in form
    answer = officer.post(f"{here}family/link/", {"tie": "up:follows", "to": elsewhere.plan.slug})
    assert "Choose a plan from the list" in answer.content.decode()
    action = f"{here}actions/{made.examples['actions/<str:action>']}/ancestry/add/"
    assert officer.get(action, {"plan": elsewhere.plan.slug}).status_code == 404
    sent = {"plan": elsewhere.plan.slug, "tie": "up:carries on", "ancestor": "x"}
    assert officer.post(action, sent).status_code in (404, 422)


def test_an_action_says_which_it_carries_on_and_that_one_what_became_of_it(
    made: Cast, officer: Client, here: str
) -> None:
    by = made.people[Role.PLAN_OFFICER]
    last_year = import_plan(document=document("Lastyear", 3), file=FILE, by=by, at=NOON).slug
    young, old = made.examples["actions/<str:action>"], "lastyear-action-1"
    add = f"{here}actions/{young}/ancestry/add/"
    found = _text(officer, f"{add}?plan={last_year}&words=ward+1")
    assert "QA 1.0" in found
    assert "QA 2.0" not in found
    sent = {"plan": last_year, "tie": "up:carries on", "ancestor": old}
    assert officer.post(add, sent).status_code == 302
    assert "Carries on QA 1.0" in _text(officer, f"{here}actions/{young}/")
    there = f"/partnerships/{made.slug}/plans/{last_year}/actions/{old}/"
    assert "Carried on by QA 0.0" in _text(officer, there)
    assert "one action came of it" in _text(officer, f"{there}ancestry/").lower()
    officer.post(f"{here}actions/{young}/ancestry/remove/", sent)
    assert "Carries on" not in _text(officer, f"{here}actions/{young}/")


def test_an_action_cannot_come_from_itself(officer: Client, here: str) -> None:
    one, two = "quillshire-action-0", "quillshire-action-1"
    for young, old, status in ((one, two, 302), (two, one, 422)):
        answer = officer.post(
            f"{here}actions/{young}/ancestry/add/", {"tie": "up:carries on", "ancestor": old}
        )
        assert answer.status_code == status
    assert "cannot come from itself" in answer.content.decode()


def test_whoever_may_only_read_sees_the_family_and_no_way_to_change_it(
    made: Cast, here: str
) -> None:
    viewer = signed_in(made.people[Role.VIEWER])
    page = viewer.get(f"{here}family/").content.decode()
    assert "family/link/" not in page
    assert viewer.post(f"{here}family/link/", {}).status_code == 403


def test_the_actions_of_the_plan_before_come_first_and_the_likest_of_them(
    made: Cast, officer: Client, here: str
) -> None:
    by = made.people[Role.PLAN_OFFICER]
    before = import_plan(document=document("Lastyear", 40), file=FILE, by=by, at=NOON).slug
    officer.post(f"{here}family/link/", {"tie": "up:follows", "to": before})
    page = officer.get(f"{here}actions/quillshire-action-0/ancestry/add/").content.decode()
    assert re.search(rf'<option value="{before}" selected>', page)
    assert len(re.findall(r'name="ancestor"', page)) == 25
    assert "15 more actions not shown" in page
