"""The pages of a plan that partners work on: theirs, at once new, and nobody else's."""

from __future__ import annotations

import pytest
from django.test import Client

from builders.partnerships import NOON, joined, someone, started
from builders.site_plans import full_plan
from oneplan.partnership.accounts.models import Person
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.plans.operations.change import change_plan
from oneplan.partnership.plans.operations.keeping import source_file
from oneplan.partnership.plans.operations.starting import import_plan
from oneplan.partnership.plans.parts.editing.fields import with_fields

PAGES = ("", "actions/", "actions/lt-1-1/", "red-pen/", "thread/", "plan.json", "plan.yaml")


@pytest.fixture
def officer(db: None) -> Member:  # noqa: ARG001 - the database must stand
    return started()


@pytest.fixture
def address(officer: Member) -> str:
    file = source_file("towns.json", b"{}")
    made = import_plan(document=full_plan(), file=file, by=officer, at=NOON)
    return f"/partnerships/{officer.partnership.slug}/plans/{made.slug}/"


def _browser(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def _person(name: str) -> Person:
    return Person.objects.get(email=f"{name}@fenshire.example")


@pytest.mark.parametrize("page", PAGES)
def test_members_see_the_plan_and_its_pages(officer: Member, address: str, page: str) -> None:
    joined(officer, "Vic", Role.VIEWER)
    answer = _browser(_person("vic")).get(address + page)
    assert answer.status_code == 200
    assert address in answer.text or page.startswith("plan.")


@pytest.mark.parametrize("page", PAGES)
def test_to_strangers_the_plan_is_not_there(address: str, page: str) -> None:
    answer = _browser(someone("Sam")).get(address + page)
    assert answer.status_code == 404
    assert full_plan().title not in answer.text


def test_who_is_not_signed_in_is_asked_to(address: str) -> None:
    answer = Client().get(address)
    assert answer.status_code == 302
    assert "/sign-in/" in answer.headers["Location"]


def test_a_change_is_seen_at_the_next_request(officer: Member, address: str) -> None:
    browser = _browser(_person("ash"))
    before = browser.get(address + "actions/lt-1-1/").text
    change_plan(
        plan=address.split("/")[4],
        edit=lambda parts: with_fields(parts, "lt-1-1", {"text": "Walk the fen path at dawn"}),
        seen=None,
        by=officer,
        at=NOON,
    )
    after = browser.get(address + "actions/lt-1-1/").text
    assert "Walk the fen path at dawn" not in before
    assert "Walk the fen path at dawn" in after
