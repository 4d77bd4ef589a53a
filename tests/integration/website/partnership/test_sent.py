"""What members send by the forms: done and shown, or refused with what to do at the field."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from builders.furnished import Furnished
from builders.partnerships import joined, someone
from builders.sent_forms import refused, sent
from builders.site_plans import HARM
from builders.standing_cast import signed_in
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.models import (
    Alias,
    Membership,
    Partnership,
    Seat,
)
from oneplan.partnership.partners.permissions import Role

pytestmark = pytest.mark.django_db


def test_a_partnership_is_started_by_whoever_is_signed_in() -> None:
    browser = Client()
    browser.force_login(someone("Fern"))
    where = sent(browser, "/start-a-partnership/", name="Fens Together", area="E10000034")
    assert re.fullmatch("/partnerships/fens-together-[a-z0-9]{5}/", where)
    assert Membership.objects.get().role == Role.ADMINISTRATOR
    text = refused(browser, "/start-a-partnership/", name=" ", area="Fens")
    assert "Enter the name of the partnership" in text
    assert 'href="#area"' in text


def test_the_address_of_a_partnership_does_not_tell_of_another_of_the_same_name() -> None:
    told = []
    for word in ("Fern", "Moss"):
        browser = Client()
        browser.force_login(someone(word))
        told.append(sent(browser, "/start-a-partnership/", name="Fens Together"))
    marks = [re.sub("[a-z0-9]{5}/$", "", where) for where in told]
    assert marks == ["/partnerships/fens-together-"] * 2
    assert told[0] != told[1]


def test_on_a_server_only_those_who_are_named_start_a_partnership(settings: Any) -> None:
    settings.ONEPLAN_STARTERS = ("fern@fenshire.example",)
    named, other = Client(), Client()
    named.force_login(someone("Fern"))
    other.force_login(someone("Moss"))
    assert "/start-a-partnership/" not in other.get("/partnerships/").text
    for answer in (
        other.get("/start-a-partnership/"),
        other.post("/start-a-partnership/", {"name": "Fens Together"}),
    ):
        assert answer.status_code == 403
        assert "whoever runs this site" in answer.text
    assert not Partnership.objects.exists()
    assert "/start-a-partnership/" in named.get("/partnerships/").text
    assert sent(named, "/start-a-partnership/", name="Fens Together")


def test_a_partnership_is_renamed(browser: Client, base: str) -> None:
    sent(browser, base + "settings/", name="Fens Together", area="")
    assert Partnership.objects.get().name == "Fens Together"


def test_a_name_is_forgotten_and_one_goes_back_to_where_one_was(
    browser: Client, base: str, made: Furnished
) -> None:
    back = f"{base}organisations/{made.council}/"
    assert sent(browser, f"{base}names/{made.name}/forget/", back=back) == back
    assert not Alias.objects.exists()


@pytest.mark.parametrize(
    "back",
    ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "names", "?"],
)
def test_no_form_leads_to_another_site(
    browser: Client, base: str, made: Furnished, back: str
) -> None:
    path = f"{base}names/{made.name}/forget/"
    assert sent(browser, path, back=back) == base + "names/"


def test_settled_names_are_looked_for(browser: Client, base: str, made: Furnished) -> None:
    assert made.name
    assert "Fens CC" in browser.get(base + "names/", {"words": "council", "kind": "partner"}).text
    for asked in ({"words": "council", "kind": "lead"}, {"words": "Marsh"}):
        text = browser.get(base + "names/", asked).text
        assert ("Fens CC" in text, "Show all again" in text) == (False, True)
    assert "Fens CC" in browser.get(base + "names/", {"kind": "jester", "page": "x"}).text


def test_names_that_mean_harm_are_shown_as_they_are(
    browser: Client, base: str, made: Furnished
) -> None:
    where = [
        sent(browser, base + "organisations/add/", name=HARM),
        sent(browser, base + "posts/add/", title=HARM),
        sent(browser, base + "boards/add/", name=HARM),
        sent(browser, base + "strategies/add/", title=HARM),
        f"{base}people/",
    ]
    lists = [base + page for page in ("organisations/", "posts/", "boards/", "strategies/")]
    forms = [f"{base}boards/{made.board}/members/add/", f"{base}organisations/{made.trust}/end/"]
    for path in (*where, *lists, *forms, base + "search/?words=script"):
        assert "<script" not in browser.get(path).text


@pytest.mark.parametrize("role", [Role.LEAD_OFFICER, Role.ANALYST, Role.BOARD_MEMBER, Role.VIEWER])
def test_nothing_is_changed_by_those_who_may_not(
    first: Member, base: str, made: Furnished, role: Role
) -> None:
    other = signed_in(joined(first, "Birch", role))
    for path in (
        "organisations/add/",
        f"remove/strategy/{made.strategy}/",
        f"seats/{made.seat}/remove/",
        f"holders/{made.holding}/remove/",
        f"names/{made.name}/forget/",
        "people/add/",
    ):
        assert other.post(base + path, {"name": "Mine"}).status_code == 403
    assert Seat.objects.count() == 2
    assert Alias.objects.count() == 1


HOSTILE = ("Nul\x00Trust", "Long " * 200, "Ünïcödé 信託", "=1+1", "\u202egnirtS", "'; --")


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_is_typed_is_kept_or_refused_and_never_breaks(
    browser: Client, base: str, made: Furnished, name: str
) -> None:
    forms = (
        ("organisations/add/", {"name": name, "kind": name, "started": name}),
        ("organisations/add/", {"name": name}),
        ("posts/add/", {"title": name, "organisation": name}),
        ("posts/add/", {"title": name}),
        (f"posts/{made.post}/holders/add/", {"name": name}),
        ("boards/add/", {"name": name}),
        (f"boards/{made.board}/members/add/", {"who": name, "name": name, "role": "member"}),
        ("strategies/add/", {"title": name}),
        ("settings/", {"name": name, "area": name}),
        ("settings/", {"name": name, "area": ""}),
        ("people/add/", {"email": f"{name}@x.example", "name": "Birch", "roles": ["viewer"]}),
        ("people/add/", {"email": "b@x.example", "name": name, "roles": ["viewer"]}),
    )
    for path, given in forms:
        assert browser.post(base + path, given).status_code in {302, 400, 422}, path
    for page in ("organisations/", "posts/", "boards/", "strategies/", "people/"):
        assert browser.get(base + page).status_code == 200
    assert browser.get(base + "search/", {"words": name}).status_code in {200, 400}


@pytest.mark.parametrize("number", [0, 10**9, 10**18, 10**30])
def test_numbers_that_nothing_has_have_no_page(browser: Client, base: str, number: int) -> None:
    pages = (
        "organisations/{}/",
        "organisations/{}/end/",
        "posts/{}/",
        "posts/{}/holders/add/",
        "holders/{}/change/",
        "boards/{}/",
        "boards/{}/answers-to/",
        "seats/{}/change/",
        "strategies/{}/",
        "people/{}/",
        "merge/board/{}/",
    )
    for page in pages:
        assert browser.get(base + page.format(number)).status_code == 404, page
    for page in ("remove/post/{}/", "names/{}/forget/", "people/{}/remove/", "seats/{}/remove/"):
        assert browser.post(base + page.format(number)).status_code == 404, page


def test_another_name_is_added_once_and_means_one_thing(
    browser: Client, base: str, made: Furnished
) -> None:
    path = f"{base}other-names/organisation/{made.council}/"
    sent(browser, path, name=" FMC ")
    assert "“FMC”" in browser.get(f"{base}organisations/{made.council}/").text
    assert "mean it already" in refused(browser, path, name="fmc")
    other = f"{base}other-names/organisation/{made.trust}/"
    assert "Let it be forgotten there first" in refused(browser, other, name="F.M.C.")
    assert "Enter the name" in refused(browser, other, name=" ")
    assert "at most" in refused(browser, other, name="long " * 100)
    assert browser.get(f"{base}other-names/frog/{made.council}/").status_code == 404
