"""Versions of a live plan in the browser: frozen, compared, seen as they were, gone back to."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client

from builders.partnerships import NOON, joined, someone, started
from builders.site_plans import full_plan
from oneplan.document.files import from_json
from oneplan.partnership.accounts.models import Person
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.plans.operations.change import change_plan
from oneplan.partnership.plans.operations.keeping import source_file
from oneplan.partnership.plans.operations.starting import import_plan
from oneplan.partnership.plans.parts.editing.fields import with_fields

NEW = "Walk the fen path at dawn"


@pytest.fixture
def officer(db: None) -> Member:  # noqa: ARG001 - the database must stand
    return started()


@pytest.fixture
def plan(officer: Member) -> str:
    """The address of a plan."""
    file = source_file("towns.json", b"{}")
    made = import_plan(document=full_plan(), file=file, by=officer, at=NOON)
    return f"/partnerships/{officer.partnership.slug}/plans/{made.slug}/"


@pytest.fixture
def browser(plan: str) -> Client:  # noqa: ARG001 - the plan must stand
    client = Client()
    client.force_login(Person.objects.get(email="ash@fenshire.example"))
    return client


def _seen(page: str) -> str:
    return page.split('name="seen" value="')[1].split('"', maxsplit=1)[0]


def _freeze(browser: Client, plan: str, number: str, note: str = "") -> str:
    form = browser.get(plan + "versions/freeze/").text
    sent = {"number": number, "note": note, "seen": _seen(form)}
    return browser.post(plan + "versions/freeze/", sent, follow=True).text


def _reword(officer: Member, plan: str) -> None:
    change_plan(
        plan=plan.split("/")[4],
        edit=lambda parts: with_fields(parts, "lt-1-1", {"text": NEW}),
        seen=None,
        by=officer,
        at=NOON + timedelta(days=2),
    )


def test_without_a_version_the_page_says_what_to_do(browser: Client, plan: str) -> None:
    page = browser.get(plan + "versions/").text
    assert "No version has been frozen yet" in page
    assert plan + "versions/freeze/" in page


def test_a_version_keeps_what_the_plan_was(browser: Client, officer: Member, plan: str) -> None:
    page = _freeze(browser, plan, "1.0", "For the board")
    assert "Version 1.0 is the latest" in page
    assert "For the board" in page
    _reword(officer, plan)
    assert "1 change" in browser.get(plan + "versions/").text
    assert NEW in browser.get(plan + "actions/lt-1-1/").text
    old = browser.get(plan + "versions/1.0/plan/actions/lt-1-1/").text
    assert NEW not in old
    assert "This is version 1.0." in old
    frozen = from_json(browser.get(plan + "versions/1.0/plan/plan.json").content)
    assert frozen.version == "1.0"
    assert NEW not in frozen.model_dump_json()


def test_a_version_is_compared_with_the_plan_now(
    browser: Client, officer: Member, plan: str
) -> None:
    _freeze(browser, plan, "1.0")
    _reword(officer, plan)
    page = browser.get(plan + "versions/compare/?old=1.0&new=now").text
    assert "1 thing differs between version 1.0 and the plan now" in page
    assert NEW in re.sub("</?ins>", "", page)
    assert "<del>" in page
    assert browser.get(plan + "versions/compare/").text == page
    assert browser.get(plan + "versions/compare/?old=9.9").status_code == 404


def test_one_goes_back_to_a_version(browser: Client, officer: Member, plan: str) -> None:
    _freeze(browser, plan, "1.0")
    _reword(officer, plan)
    form = browser.get(plan + "versions/1.0/go-back/").text
    assert "1 thing in the plan would become what it was then" in form
    done = browser.post(plan + "versions/1.0/go-back/", {"seen": _seen(form)}, follow=True)
    assert "The plan is what it was in version 1.0." in done.text
    assert NEW not in browser.get(plan + "actions/lt-1-1/").text


def test_going_back_overwrites_nothing_that_was_not_seen(
    browser: Client, officer: Member, plan: str
) -> None:
    _freeze(browser, plan, "1.0")
    _reword(officer, plan)
    form = browser.get(plan + "versions/1.0/go-back/").text
    change_plan(
        plan=plan.split("/")[4],
        edit=lambda parts: with_fields(parts, "lt-1-1", {"text": "Meanwhile"}),
        seen=None,
        by=officer,
        at=NOON + timedelta(days=3),
    )
    done = browser.post(plan + "versions/1.0/go-back/", {"seen": _seen(form)}, follow=True)
    assert "Nothing has been changed" in done.text
    assert "Meanwhile" in browser.get(plan + "actions/lt-1-1/").text


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("", "Enter a number for the version"),
        ("1.0", "There is a version 1.0"),
        ("1/2", "without slashes"),
        ("..", "without slashes"),
    ],
)
def test_a_version_without_a_number_of_its_own_is_not_frozen(
    browser: Client, plan: str, number: str, said: str
) -> None:
    _freeze(browser, plan, "1.0")
    assert said in _freeze(browser, plan, number)


def test_the_form_says_which_version_is_the_latest(browser: Client, plan: str) -> None:
    assert "1.0 for the first that is agreed" in browser.get(plan + "versions/freeze/").text
    _freeze(browser, plan, "1.0")
    assert "The latest is 1.0." in browser.get(plan + "versions/freeze/").text


def test_what_has_changed_since_the_form_was_opened_is_not_frozen_unasked(
    browser: Client, officer: Member, plan: str
) -> None:
    form = browser.get(plan + "versions/freeze/").text
    _reword(officer, plan)
    sent = {"number": "1.0", "note": "", "seen": _seen(form)}
    answer = browser.post(plan + "versions/freeze/", sent)
    assert answer.status_code == 422
    assert "Somebody has changed the plan" in answer.text
    assert "No version has been frozen yet" in browser.get(plan + "versions/").text
    _reword(officer, plan)
    again = {**sent, "as-it-stands": "yes"}
    for _ in range(2):
        page = browser.post(plan + "versions/freeze/", again, follow=True).text
        assert "Version 1.0 is the latest" in page


def test_the_plan_is_seen_as_it_stood_on_a_day(browser: Client, officer: Member, plan: str) -> None:
    _reword(officer, plan)
    day = (NOON + timedelta(days=1)).strftime("%d %B %Y")
    page = browser.get(plan + "as-it-stood/", {"day": day}, follow=True)
    assert page.status_code == 200
    assert re.search(r"as it stood after the change of \d+ \w+ \d{4}, \d\d:\d\d\.", page.text)
    assert "It cannot be changed." in page.text
    then = page.redirect_chain[-1][0]
    assert NEW not in browser.get(then + "actions/lt-1-1/").text
    assert browser.get(plan + "as-it-stood/999/").status_code == 404


@pytest.mark.parametrize(
    ("day", "said"),
    [("1 March 1999", "not here yet"), ("soon", "Enter a day"), ("", "Enter a day")],
)
def test_a_day_without_the_plan_is_said_to_be_so(
    browser: Client, plan: str, day: str, said: str
) -> None:
    answer = browser.get(plan + "as-it-stood/", {"day": day})
    assert answer.status_code == 422
    assert said in answer.text


def test_to_strangers_no_version_is_there(browser: Client, plan: str) -> None:
    _freeze(browser, plan, "1.0")
    stranger = Client()
    stranger.force_login(someone("Sam"))
    for page in ("versions/", "versions/1.0/plan/", "versions/compare/", "as-it-stood/1/"):
        assert stranger.get(plan + page).status_code == 404


def test_a_viewer_sees_no_versions(officer: Member, plan: str) -> None:
    joined(officer, "Vic", Role.VIEWER)
    viewer = Client()
    viewer.force_login(Person.objects.get(email="vic@fenshire.example"))
    assert viewer.get(plan + "versions/").status_code == 403
    assert "versions/" not in viewer.get(plan).text


def test_only_what_the_plan_says_counts_as_changed_since_the_latest_version(
    browser: Client, plan: str, officer: Member
) -> None:
    _freeze(browser, plan, "1.0")
    browser.post(f"{plan}stage/", {"stage": "agreed"})
    assert "Nothing has been changed since." in browser.get(f"{plan}versions/").text
    _reword(officer, plan)
    assert "Since then there has been 1 change." in browser.get(f"{plan}versions/").text


def test_that_a_plan_bears_the_number_of_its_last_version_is_no_difference(
    browser: Client, plan: str
) -> None:
    for number in ("1.0", "1.1"):
        _freeze(browser, plan, number)
    for new in ("1.1", "now"):
        page = browser.get(plan + f"versions/compare/?old=1.0&new={new}").text
        assert "Nothing differs between version 1.0 and" in page
