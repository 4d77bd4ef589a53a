"""The demo's buttons: a click to be somebody, and outside the demo nothing of the kind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from builders.signing_in import history, invited
from oneplan.demonstration.people import PEOPLE
from oneplan.partnership.accounts.models import Person
from oneplan.partnership.partners.permissions import Role


@pytest.fixture
def demo(visitor: Client, settings: Any, tmp_path: Path) -> Client:
    """A visitor to the demo, whose people are there."""
    settings.ONEPLAN_DEMONSTRATION = True
    settings.ONEPLAN_DATA = tmp_path
    for person in PEOPLE:
        invited(person.email, person.name)
    return visitor


def test_every_role_has_its_person() -> None:
    assert {person.role for person in PEOPLE} == set(Role)
    assert len({person.email for person in PEOPLE}) == len(PEOPLE)
    assert all(person.email.endswith("@demo.invalid") for person in PEOPLE)


@pytest.mark.parametrize("person", PEOPLE, ids=[person.slug for person in PEOPLE])
def test_a_button_signs_in_as_the_person_of_its_role(demo: Client, person: Any) -> None:
    address = f"/demo/sign-in/{person.slug}/"
    assert f'action="{address}"' in demo.get("/").content.decode()
    assert demo.post(address).headers["Location"] == "/partnerships/"
    assert person.name in demo.get("/account/").content.decode()
    assert history(Person.objects.get(email=person.email)) == ["invite", "sign_in"]


def test_another_button_makes_somebody_else_of_one(demo: Client) -> None:
    demo.post("/demo/sign-in/viewer/")
    demo.post("/demo/sign-in/plan-officer/")
    assert "Demo plan officer" in demo.get("/account/").content.decode()


def test_a_role_that_there_is_not_is_not_found(demo: Client) -> None:
    assert demo.post("/demo/sign-in/king/").status_code == 404
    assert demo.get("/demo/sign-in/viewer/").status_code == 405


def test_a_button_needs_the_form_that_the_site_gave(demo: Client) -> None:
    assert demo.get("/").status_code == 200
    careful = Client(enforce_csrf_checks=True)
    assert careful.post("/demo/sign-in/viewer/").status_code == 403


def test_outside_the_demo_there_is_no_such_thing(
    demo: Client, settings: Any, django_assert_num_queries: Any
) -> None:
    settings.ONEPLAN_DEMONSTRATION = False
    with django_assert_num_queries(0):
        page = demo.get("/").content.decode()
    assert "/demo/" not in page
    for person in PEOPLE:
        assert demo.post(f"/demo/sign-in/{person.slug}/").status_code == 404
    assert demo.get("/account/").status_code == 302


def test_people_who_are_not_there_have_no_button(
    visitor: Client, settings: Any, tmp_path: Path
) -> None:
    settings.ONEPLAN_DEMONSTRATION = True
    settings.ONEPLAN_DATA = tmp_path
    assert "Look around as somebody" not in visitor.get("/").content.decode()
    assert visitor.post("/demo/sign-in/viewer/").status_code == 404
