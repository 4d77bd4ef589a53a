"""A form that comes from a session that has ended: what was typed is kept, and sent again by a button."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from django.test import Client

from builders.editing_pages import EditedPlan, edited_plan
from builders.standing_cast import signed_in

WORDS = "Train forty wardens before the winter"
HERE, ELSEWHERE = "http://testserver", "https://fenshire.example"


@pytest.fixture
def plan(db: None) -> EditedPlan:  # noqa: ARG001 - the plan lies there
    """A plan that somebody edits."""
    return edited_plan()


def _send(
    browser: Client,
    plan: EditedPlan,
    origin: str = HERE,
    to: str = "parts/sa-1/change/text/",
    **more: str,
) -> Any:
    path = f"{plan.address}{to}"
    fields = {"seen": str(plan.now.revision), "text": WORDS, **more}
    return browser.post(path, fields, headers={"Origin": origin} if origin else {})


def _kept(page: str) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
    return {name: html.unescape(value) for name, value in found}


def test_what_was_typed_when_the_session_ended_is_saved_after_signing_in(plan: EditedPlan) -> None:
    browser = Client(enforce_csrf_checks=True)
    page = _send(browser, plan)
    assert page.status_code == 403
    assert "You are signed out" in page.text
    assert WORDS in page.text
    browser.cookies = signed_in(plan.by).cookies
    saved = _send(browser, plan, **_kept(page.text))
    assert saved.status_code == 302
    assert plan.parts["sa-1"]["text"] == WORDS


def test_what_is_sent_again_before_signing_in_is_kept_once_more(plan: EditedPlan) -> None:
    browser = Client(enforce_csrf_checks=True)
    kept = _kept(_send(browser, plan).text)
    again = _send(browser, plan, **kept)
    assert (again.status_code, "You are signed out" in again.text) == (403, True)
    browser.cookies = signed_in(plan.by).cookies
    assert _send(browser, plan, **_kept(again.text)).status_code == 302


@pytest.mark.parametrize(
    "changed",
    [
        {"text": "Train nobody"},
        {"more": "1"},
        {"kept": "0" * 64},
        {"origin": ELSEWHERE},
        {"origin": ""},
        {"to": "parts/sa-2/change/text/"},
    ],
    ids=str,
)
def test_a_kept_form_is_taken_at_once_only_as_it_was_and_from_its_page(
    plan: EditedPlan, changed: dict[str, str]
) -> None:
    browser = Client(enforce_csrf_checks=True)
    kept = _kept(_send(browser, plan).text)
    browser.cookies = signed_in(plan.by).cookies
    assert _send(browser, plan, **kept | changed).status_code == 403
    assert plan.parts["sa-1"]["text"] != WORDS


def test_nothing_that_another_site_sends_is_offered_to_be_sent_again(plan: EditedPlan) -> None:
    page = _send(Client(enforce_csrf_checks=True), plan, origin=ELSEWHERE)
    assert page.status_code == 403
    assert WORDS not in page.text
    assert "You are signed out" not in page.text


def test_a_password_is_given_back_by_no_page(db: None) -> None:  # noqa: ARG001 - sessions lie there
    browser = Client(enforce_csrf_checks=True)
    sent = {"email": "ada@example.org", "password": "four quiet green hens"}
    page: Any = browser.post("/sign-in/password/", sent, headers={"Origin": HERE})
    assert page.status_code == 403
    assert "quiet green" not in page.content.decode()
