"""What is sent about the people of a partnership: done and shown, or refused with what to do."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.test import Client

from builders.furnished import Furnished
from builders.partnerships import joined, number_of
from builders.sent_forms import refused, sent
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.models import (
    Membership,
)
from oneplan.partnership.partners.permissions import Role

pytestmark = pytest.mark.django_db


def test_a_person_is_added_and_told_by_letter(
    browser: Client, base: str, made: Furnished, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        sent(
            browser,
            base + "people/add/",
            email="birch@fenshire.example",
            name="Birch",
            roles=["lead_officer", "analyst"],
            organisation=made.council,
        )
    text = browser.get(base + "people/").text
    assert "Lead officer and analyst" in text
    assert [letter.to for letter in mail.outbox] == [["birch@fenshire.example"]]
    text = refused(browser, base + "people/add/", email="birch", name="", roles=["jester"])
    assert "in the right form" in text
    assert "Choose at least one role" in text


def test_roles_are_changed_and_a_person_is_removed(
    browser: Client, base: str, first: Member
) -> None:
    birch = number_of(joined(first, "Birch", Role.VIEWER))
    sent(browser, f"{base}people/{birch}/", roles=["analyst"], organisation="")
    assert Membership.objects.get(person=birch).role == "analyst"
    sent(browser, f"{base}people/{birch}/remove/")
    assert not Membership.objects.filter(person=birch).exists()
    assert browser.get(f"{base}people/{birch}/").status_code == 404


def test_people_are_looked_for_and_written_to_again(
    browser: Client, base: str, first: Member, django_capture_on_commit_callbacks: Any
) -> None:
    birch = number_of(joined(first, "Birch", Role.VIEWER))
    joined(first, "Cedar", Role.VIEWER)
    text = browser.get(base + "people/", {"words": "birch"}).text
    assert ("Birch" in text, "Cedar" in text) == (True, False)
    for words in ("Fern", "%", "A" * 60_000):
        assert "Nobody here is called so" in browser.get(base + "people/", {"words": words}).text
    with django_capture_on_commit_callbacks(execute=True):
        where = sent(browser, f"{base}people/{birch}/write-again/")
    assert "The letter is sent again" in browser.get(where).text
    assert mail.outbox[0].to == ["birch@fenshire.example"]
    own = number_of(first)
    where = sent(browser, f"{base}people/{own}/write-again/")
    assert "They have signed in already" in browser.get(where).text


def test_the_last_administrator_cannot_remove_themself_and_the_last_but_one_can(
    browser: Client, base: str, first: Member
) -> None:
    own = number_of(first)
    where = sent(browser, f"{base}people/{own}/remove/")
    assert "Make somebody else an administrator first" in browser.get(where).text
    joined(first, "Birch", Role.ADMINISTRATOR)
    assert sent(browser, f"{base}people/{own}/remove/") == "/partnerships/"
    assert browser.get(base).status_code == 404


def test_a_lead_officer_without_an_organisation_is_told_of(browser: Client, base: str) -> None:
    said = "until then they can change nothing"
    fern = {"email": "fern@fenshire.example", "name": "Fern", "organisation": ""}
    assert said not in browser.get(f"{base}people/").text
    sent(browser, f"{base}people/add/", roles=["lead_officer"], **fern)
    assert said in browser.get(f"{base}people/").text
