"""The second step: turned on, asked for, done without the telephone, and turned off."""

from __future__ import annotations

import json
from typing import Any

from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.cache import cache
from django.test import Client

from builders.signing_in import (
    app_code,
    history,
    invited,
    is_signed_in,
    key_shown,
    last_code,
    recovery_codes,
    signed_in_by_code,
    with_app,
)
from oneplan.partnership.accounts.models import Person


def _again(client: Client) -> None:
    client.post("/sign-out/")
    client.post("/sign-in/", {"email": "ada@example.org"})
    answer = client.post("/sign-in/code/", {"code": last_code()})
    assert answer.headers["Location"] == "/sign-in/second-step/"


def test_an_app_is_added_by_its_first_code(owner: Client) -> None:
    with_app(owner)
    page = owner.get("/account/second-step/").content.decode()
    assert "The second step is on" in page
    assert len(recovery_codes(owner)) == 10


def test_a_wrong_first_code_turns_nothing_on_and_keeps_the_key(owner: Client) -> None:
    key = key_shown(owner.get("/account/second-step/add/").content.decode())
    answer = owner.post("/account/second-step/add/", {"code": "000000x"})
    assert answer.status_code == 422
    assert key_shown(answer.content.decode()) == key
    assert not Authenticator.objects.exists()


def test_the_picture_for_the_app_needs_no_other_address(owner: Client) -> None:
    answer = owner.get("/account/second-step/add/")
    page = answer.content.decode()
    assert "<svg" in page
    assert "data:" not in page
    assert "style=" not in page


def test_the_second_step_is_asked_for(owner: Client) -> None:
    key = with_app(owner)
    _again(owner)
    assert not is_signed_in(owner)
    assert owner.post("/sign-in/second-step/", {"code": "123"}).status_code == 422
    owner.post("/sign-in/second-step/", {"code": app_code(key)})
    assert is_signed_in(owner)


def test_a_code_of_the_app_works_once_for_as_long_as_it_is_right(owner: Client) -> None:
    key = with_app(owner)
    _again(owner)
    code = app_code(key, steps=1)
    owner.post("/sign-in/second-step/", {"code": code})
    assert is_signed_in(owner)
    person = Person.objects.get(email="ada@example.org").pk
    cache.delete(f"allauth.mfa.totp.used?user={person}&code={code}")
    _again(owner)
    assert owner.post("/sign-in/second-step/", {"code": code}).status_code == 422


def test_the_second_step_cannot_be_walked_around(owner: Client) -> None:
    with_app(owner)
    _again(owner)
    for address in ("/account/", "/account/second-step/remove/", "/account/password/"):
        assert owner.get(address).headers["Location"].startswith("/sign-in/")
    assert owner.post("/sign-in/second-step/", {}).headers["Location"] == "/sign-in/second-step/"
    assert not is_signed_in(owner)


def test_a_recovery_code_works_once_and_is_told_in_the_history(owner: Client) -> None:
    with_app(owner)
    first, second, *_ = recovery_codes(owner)
    _again(owner)
    owner.post("/sign-in/second-step/", {"code": first})
    assert is_signed_in(owner)
    assert first not in recovery_codes(owner)
    _again(owner)
    assert owner.post("/sign-in/second-step/", {"code": first}).status_code == 422
    owner.post("/sign-in/second-step/", {"code": second})
    assert is_signed_in(owner)


def test_new_recovery_codes_take_the_place_of_the_old(owner: Client) -> None:
    with_app(owner)
    old = recovery_codes(owner)
    assert owner.get("/account/second-step/codes/new/").status_code == 200
    owner.post("/account/second-step/codes/new/")
    assert not set(old) & set(recovery_codes(owner))


def test_the_second_step_is_turned_off(owner: Client) -> None:
    with_app(owner)
    assert owner.get("/account/second-step/remove/").status_code == 200
    owner.post("/account/second-step/remove/")
    assert not Authenticator.objects.exists()
    owner.post("/sign-out/")
    assert signed_in_by_code(owner).headers["Location"] == "/partnerships/"


def test_what_is_not_on_cannot_be_turned_off(owner: Client) -> None:
    assert owner.get("/account/second-step/remove/").status_code == 404
    assert owner.get("/account/second-step/codes/").status_code == 404


def test_all_of_it_is_told_in_the_history_and_by_letter(
    visitor: Client, django_capture_on_commit_callbacks: Any
) -> None:
    person = invited()
    signed_in_by_code(visitor)
    with django_capture_on_commit_callbacks(execute=True):
        with_app(visitor)
    for address in ("codes/new/", "remove/"):
        with django_capture_on_commit_callbacks(execute=True):
            visitor.post(f"/account/second-step/{address}")
    assert [letter.subject for letter in mail.outbox[1:]] == [
        "oneplan: The second step was turned on for your account",
        "oneplan: The second step was turned off for your account",
    ]
    assert history(person) == [
        "invite",
        "sign_in",
        "add_second_step",
        "renew_recovery_codes",
        "remove_second_step",
    ]


def test_the_database_alone_tells_no_secret(owner: Client) -> None:
    key = with_app(owner)
    codes = recovery_codes(owner)
    kept = json.dumps([each.data for each in Authenticator.objects.all()])
    assert key.replace(" ", "") not in kept
    assert not any(code in kept for code in codes)


def test_a_new_key_of_the_site_opens_what_the_old_one_sealed(owner: Client, settings: Any) -> None:
    with_app(owner)
    codes = recovery_codes(owner)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another" + settings.SECRET_KEY
    assert recovery_codes(owner) == codes
