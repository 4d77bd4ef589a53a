"""Another e-mail address to sign in with: shown to be one's own, told to the old one, given away to nobody."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from builders.signing_in import history, invited, last_code, signed_in_by_code
from oneplan.partnership.accounts.models import Person
from oneplan.partnership.accounts.operations import change_address
from oneplan.partnership.audit.models import Event
from oneplan.partnership.audit.operations import Actor

NEW = "ada@vale.example.org"


def _asked(client: Client, email: str = NEW) -> Any:
    return client.post("/account/address/", {"email": email})


def _sent(client: Client, code: str) -> Any:
    return client.post("/account/address/code/", {"code": code})


def _ada() -> Person:
    return Person.objects.get(name="Ada Marsh")


def test_the_code_from_the_new_address_makes_it_the_one_to_sign_in_with(
    owner: Client, elsewhere: Client, django_capture_on_commit_callbacks: Any
) -> None:
    EmailAddress.objects.create(user=_ada(), email="ada@example.org", verified=True)
    assert _asked(owner).headers["Location"] == "/account/address/code/"
    assert mail.outbox[-1].to == [NEW]
    assert _ada().email == "ada@example.org"
    with django_capture_on_commit_callbacks(execute=True):
        assert _sent(owner, last_code().lower()).headers["Location"] == "/account/"
    assert _ada().email == NEW
    assert (mail.outbox[-1].to, NEW in mail.outbox[-1].body) == (["ada@example.org"], False)
    assert NEW in owner.get("/account/").text
    assert signed_in_by_code(elsewhere, NEW).status_code == 302
    elsewhere.post("/sign-out/")
    elsewhere.post("/sign-in/", {"email": "ada@example.org"})
    assert "Nobody is known there by it" in mail.outbox[-1].body


def test_the_history_tells_both_addresses(owner: Client) -> None:
    _asked(owner, "Ada@Vale.Example.org")
    _sent(owner, last_code())
    assert history(_ada())[-1] == "change_address"
    event = Event.objects.of_stream(_ada().key).last()
    assert event
    assert (event.before, event.after) == ({"email": "ada@example.org"}, {"email": NEW})


def test_a_wrong_code_changes_nothing_and_three_are_too_many(owner: Client) -> None:
    _asked(owner)
    right = last_code()
    for _ in range(2):
        assert _sent(owner, "AAAA-AAAA").status_code == 422
    assert _sent(owner, "AAAA-AAAA").headers["Location"] == "/account/address/"
    assert _sent(owner, right).headers["Location"] == "/account/address/"
    assert _ada().email == "ada@example.org"


def test_a_code_counts_once_for_its_address_and_not_for_long(owner: Client, settings: Any) -> None:
    _asked(owner)
    first = last_code()
    _asked(owner, "other@vale.example.org")
    assert _sent(owner, first).status_code == 422
    assert _sent(owner, last_code()).headers["Location"] == "/account/"
    assert _sent(owner, last_code()).headers["Location"] == "/account/address/"
    settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT = -1
    _asked(owner)
    assert _sent(owner, last_code()).headers["Location"] == "/account/address/"
    assert _ada().email == "other@vale.example.org"


def test_whether_somebody_has_the_address_cannot_be_seen(owner: Client, elsewhere: Client) -> None:
    invited("bo@example.org", "Bo")
    mail.outbox.clear()
    told = []
    for email in ("bo@example.org", "no@example.org"):
        answer = _asked(owner, email)
        page = owner.get("/account/address/code/").text.replace(email, "")
        told.append((answer.status_code, answer.headers["Location"], page.split("csrf")[0]))
    assert told[0] == told[1]
    assert "You do so already" in mail.outbox[0].body
    assert elsewhere.get("/account/address/").status_code == 302


def test_who_was_quicker_keeps_the_address(owner: Client) -> None:
    _asked(owner)
    code = last_code()
    invited(NEW, "Bo")
    assert _sent(owner, code).headers["Location"] == "/account/address/"
    assert "can no longer be used" in owner.get("/account/address/").text
    assert _ada().email == "ada@example.org"
    by = Actor(_ada().key, "Ada Marsh")
    at = Event.objects.latest("at").at
    assert not change_address(person=_ada().pk, email=NEW.upper(), by=by, at=at)


@pytest.mark.parametrize(
    ("email", "told"),
    [
        ("", "Type your e-mail address"),
        ("ada", "in full"),
        ("ADA@example.org", "already"),
        ("a" * 250 + "@example.org", "in full"),
        ("ada@vale.example.org\r\nBcc: all@example.org", "in full"),
    ],
)
def test_an_address_that_cannot_be_is_told(owner: Client, email: str, told: str) -> None:
    answer = _asked(owner, email)
    assert answer.status_code == 422
    assert told in answer.text
    assert not mail.outbox


def test_codes_are_not_sent_without_end(owner: Client) -> None:
    for number in range(5):
        assert _asked(owner, f"ada{number}@vale.example.org").status_code == 302
    answer = _asked(owner)
    assert answer.status_code == 422
    assert "too many attempts" in answer.text


def test_a_code_is_for_one_browser(owner: Client, elsewhere: Client) -> None:
    _asked(owner)
    code = last_code()
    signed_in_by_code(elsewhere)
    assert _sent(elsewhere, code).headers["Location"] == "/account/address/"


def test_a_letter_that_cannot_be_sent_is_told(owner: Client, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 9, 1
    answer = _asked(owner)
    assert answer.status_code == 422
    assert "could not be sent" in answer.text
    assert owner.get("/account/address/code/").status_code == 302


def test_whoever_signed_in_long_ago_shows_first_that_it_is_they(
    owner: Client, settings: Any
) -> None:
    settings.ONEPLAN_CONFIRMED_SECONDS = -1
    assert owner.get("/account/address/").headers["Location"].startswith("/account/confirm/")
