"""The red pen of a live plan as an inbox: findings are accepted, given to people, opened again."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from builders.partnerships import NOON, joined, someone, started
from builders.site_plans import full_plan
from oneplan.partnership.accounts.models import Person
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.plans.operations.keeping import source_file
from oneplan.partnership.plans.operations.starting import import_plan

REASON = "The law asks for just this"


@pytest.fixture
def officer(db: None) -> Member:  # noqa: ARG001 - the database must stand
    return started()


@pytest.fixture
def pen(officer: Member) -> str:
    """The address of a plan's red pen."""
    file = source_file("towns.json", b"{}")
    made = import_plan(document=full_plan(), file=file, by=officer, at=NOON)
    return f"/partnerships/{officer.partnership.slug}/plans/{made.slug}/red-pen/"


def _browser(name: str) -> Client:
    client = Client()
    client.force_login(Person.objects.get(email=f"{name}@fenshire.example"))
    return client


def _marks(page: str) -> list[str]:
    return re.findall(r'type="checkbox" name="finding" value="([^"]+)"', page)


def test_a_chosen_finding_is_accepted_and_opened_again(pen: str) -> None:
    browser = _browser("ash")
    marks = _marks(browser.get(pen).text)
    assert marks
    form = browser.get(pen + "accept/", {"finding": marks[:1]}).text
    assert f'name="finding" value="{marks[0]}"' in form
    done = browser.post(pen + "accept/", {"finding": marks[:1], "reason": REASON}, follow=True).text
    assert "1 finding accepted." in done
    assert "One finding has been accepted with a reason" in done
    assert REASON in done
    assert marks[0] not in _marks(done)
    again = browser.post(pen + "open-again/", {"finding": marks[:1]}, follow=True).text
    assert marks[0] in _marks(again)
    assert REASON not in again


def test_a_finding_leads_to_the_form_in_which_it_is_mended(pen: str) -> None:
    browser, plan = _browser("ash"), pen.removesuffix("red-pen/")
    ways = re.findall(r'class="op-mend" href="([^"]+)"', browser.get(pen).text)
    assert ways
    assert {browser.get(way).status_code for way in ways} == {200}
    action = next(way for way in ways if "/change/due/" in way).split("/")[-4]
    assert f"parts/{action}/change/due/" in browser.get(f"{plan}actions/{action}/").text


def test_who_may_not_edit_is_led_to_no_form(pen: str, officer: Member) -> None:
    joined(officer, "Vic", Role.BOARD_MEMBER)
    page = _browser("vic").get(pen).text
    assert "The red pen found" in page
    assert "op-mend" not in page


def test_without_a_reason_nothing_is_accepted(pen: str) -> None:
    browser = _browser("ash")
    marks = _marks(browser.get(pen).text)
    answer = browser.post(pen + "accept/", {"finding": marks[:2], "reason": " "})
    assert answer.status_code == 422
    assert "Say why it may stay as it is" in answer.text
    assert _marks(browser.get(pen).text) == marks


def test_chosen_findings_are_given_to_somebody_and_found_by_them(officer: Member, pen: str) -> None:
    person = Person.objects.get(pk=int(joined(officer, "Bo", Role.ANALYST).actor.key[7:]))
    browser = _browser("bo")
    marks = _marks(browser.get(pen).text)
    sent = {"finding": marks[:2], "to": str(person.pk)}
    done = browser.post(pen + "give/", sent, follow=True).text
    assert "2 findings given." in done
    assert done.count("Given to Bo") == 2
    mine = browser.get(pen, {"given": str(person.pk)}).text
    assert _marks(mine) == marks[:2]
    taken = browser.post(
        pen + "give/", {"finding": marks[:2], "to": "", "nobody": "1"}, follow=True
    ).text
    assert "Given to Bo" not in taken


def test_whoever_it_was_given_to_is_called_by_their_name_of_today(
    officer: Member, pen: str
) -> None:
    person = Person.objects.get(pk=int(joined(officer, "Bo", Role.ANALYST).actor.key[7:]))
    browser = _browser("bo")
    marks = _marks(browser.get(pen).text)
    browser.post(pen + "give/", {"finding": marks[:1], "to": str(person.pk)})
    assert "Given to Bo" in browser.get(pen).text
    browser.post("/account/name/", {"name": "Bodil"})
    assert "Given to Bodil" in browser.get(pen).text


def test_whoever_hands_findings_out_undoes_that_from_the_history(officer: Member, pen: str) -> None:
    person = int(joined(officer, "Bo", Role.ANALYST).actor.key.removeprefix("person:"))
    browser = _browser("bo")
    marks = _marks(browser.get(pen).text)
    browser.post(pen + "give/", {"finding": marks[:1], "to": str(person)})
    history = browser.get(pen.replace("red-pen/", "history/")).text
    (undo,) = re.findall(r'action="([^"]+/undo/[^"]+)"', history)
    assert "Taken back." in browser.post(undo, follow=True).text
    assert "Given to Bo" not in browser.get(pen).text


def test_nobody_chosen_is_asked_for(pen: str) -> None:
    browser = _browser("ash")
    marks = _marks(browser.get(pen).text)
    answer = browser.post(pen + "give/", {"finding": marks[:1], "to": ""})
    assert answer.status_code == 422
    assert "Choose somebody" in answer.text
    assert "Give to nobody" not in answer.text


def test_nothing_chosen_is_said_to_be_so(pen: str) -> None:
    browser = _browser("ash")
    assert "No finding is ticked" in browser.get(pen + "accept/").text
    answer = browser.post(pen + "accept/", {"finding": ["unheard-of"], "reason": REASON})
    assert answer.status_code == 422


def test_an_analyst_gives_but_does_not_accept(officer: Member, pen: str) -> None:
    joined(officer, "Bo", Role.ANALYST)
    browser = _browser("bo")
    page = browser.get(pen).text
    assert "give/" in page
    assert "accept/" not in page
    assert browser.get(pen + "accept/").status_code == 403


def test_a_viewer_only_reads(officer: Member, pen: str) -> None:
    joined(officer, "Vic", Role.VIEWER)
    browser = _browser("vic")
    assert _marks(browser.get(pen).text) == []
    assert browser.get(pen + "give/").status_code == 403


def test_to_strangers_there_is_no_red_pen(pen: str) -> None:
    someone("Sam")
    browser = _browser("sam")
    for page in ("", "accept/", "give/"):
        assert browser.get(pen + page).status_code == 404
