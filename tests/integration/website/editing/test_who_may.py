"""Who sees the ways to change a plan, and who may use them."""

from __future__ import annotations

import pytest
from django.test import Client

from builders.editing_pages import EditedPlan
from oneplan.partnership.partners.permissions import Role


@pytest.fixture
def lead(edited: EditedPlan) -> Client:
    """Somebody of the body that leads the first action."""
    return edited.other("Lea", Role.LEAD_OFFICER, edited.body("Fire Service"))


def test_who_only_looks_sees_no_way_to_change_anything(edited: EditedPlan) -> None:
    visitor = edited.other("Vic", Role.VIEWER)
    for path in ("", "actions/", "actions/sa-1/", "elements/safe/", "particulars/"):
        text = edited.page(path, visitor).text
        assert "/change/" not in text
        assert "/add/" not in text
        assert "/move/" not in text


def test_who_only_looks_is_refused(edited: EditedPlan) -> None:
    visitor = edited.other("Vic", Role.VIEWER)
    answer = edited.sent("parts/sa-1/change/text/", visitor, text="Mine")
    assert answer.status_code == 403
    assert edited.parts["sa-1"]["text"] == "Train wardens"


def test_a_lead_officer_is_offered_what_they_may_say_of_their_own_action(
    edited: EditedPlan, lead: Client
) -> None:
    text = edited.page("actions/sa-1/", lead).text
    for name in ("due", "funding", "steps"):
        assert f"parts/sa-1/change/{name}/" in text
    for name in ("text", "leads", "ref", "category"):
        assert f"parts/sa-1/change/{name}/" not in text
    assert "parts/sa-1/add/measure/" in text
    assert "/move/" not in text
    assert "/change/" not in edited.page("actions/sa-2/", lead).text
    assert "/change/" not in edited.page("elements/safe/", lead).text


def test_a_lead_officer_changes_their_own_action_and_its_measures(
    edited: EditedPlan, lead: Client
) -> None:
    for path, sent in (
        ("parts/sa-1/change/status/", {"status": "On track"}),
        ("parts/sa-1.m/change/text/", {"text": "50 wardens trained by March 2027"}),
        ("parts/sa-1/add/measure/", {"text": "Two courses a year", "key": "measure-new1"}),
        ("measures/measure-new1/remove/", {}),
    ):
        assert edited.sent(path, lead, **sent).status_code == 302, path
    assert edited.parts["sa-1"]["status"] == "On track"
    assert edited.parts["sa-1.m"]["text"] == "50 wardens trained by March 2027"
    assert "measure-new1" not in edited.parts


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("parts/sa-1/change/text/", {"text": "Mine"}),
        ("parts/sa-2/change/status/", {"status": "Red"}),
        ("parts/sa-2/add/measure/", {"text": "Mine"}),
        ("parts/falls/change/text/", {"text": "Mine"}),
        ("measures/falls/remove/", {}),
        ("parts/sa-1/move/", {"by": "down"}),
        ("parts/sa-1/remove/", {}),
        ("actions-at-once/", {"key": "sa-1", "do": "change", "status": "Red"}),
        ("particulars/change/title/", {"title": "Mine"}),
    ],
)
def test_a_lead_officer_is_refused_the_rest(
    edited: EditedPlan, lead: Client, path: str, sent: dict[str, str]
) -> None:
    before = edited.parts
    assert edited.page(path, lead).status_code == 403
    assert edited.sent(path, lead, **sent).status_code == 403
    assert edited.parts == before


def test_a_lead_officer_undoes_an_edit_of_their_own_but_not_of_others(
    edited: EditedPlan, lead: Client
) -> None:
    edited.sent("parts/sa-1/change/text/", text="Train sixty wardens")
    others = edited.batch()
    edited.sent("parts/sa-1/change/status/", lead, status="On track")
    own = edited.batch()
    refused = edited.sent(f"undo/{others}/", lead)
    assert "Nothing was taken back" in lead.get(refused.headers["Location"]).text
    assert edited.parts["sa-1"]["text"] == "Train sixty wardens"
    assert edited.sent(f"undo/{own}/", lead).status_code == 302
    assert edited.parts["sa-1"]["status"] is None
    text = edited.page("parts/sa-1/history/", lead).text
    assert f"/undo/{own}/" in text
    assert f"/undo/{others}/" not in text


def test_a_lead_officer_finds_the_actions_of_their_own_agency(
    edited: EditedPlan, lead: Client
) -> None:
    assert "1 action that your agency leads" in edited.page("actions/", lead).text
    text = edited.page("actions/?own=1", lead).text
    assert "Train wardens" in text
    assert "Visit homes" not in text
    stranger = edited.other("Sol", Role.LEAD_OFFICER, edited.body("Museum"))
    assert "Your agency leads none of these" in edited.page("actions/", stranger).text


@pytest.mark.parametrize(
    ("path", "sent", "typed"),
    [
        ("parts/sa-1/change/status/", {"status": "On track"}, "Status: “On track”"),
        ("parts/sa-1.m/change/text/", {"text": "50 wardens trained"}, "50 wardens trained"),
        ("parts/sa-1/add/measure/", {"text": "Two courses a year"}, "Two courses a year"),
    ],
)
def test_what_was_typed_of_an_action_that_another_agency_leads_by_now_is_kept(
    edited: EditedPlan, lead: Client, path: str, sent: dict[str, str], typed: str
) -> None:
    seen = edited.seen(path, lead)
    edited.sent("parts/sa-1/change/leads/", leads="Housing Trust")
    before = edited.parts
    answer = edited.sent(path, lead, seen=seen, **sent)
    assert answer.status_code == 409
    assert "Ash changed who leads it on" in answer.text
    assert "It is led by “Housing Trust” now" in answer.text
    assert typed in answer.text
    assert edited.parts == before
    assert edited.page(path, lead).status_code == 403
