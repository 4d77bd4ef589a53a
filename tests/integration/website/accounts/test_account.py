"""One's own account: the name, the password, the sessions, and showing that it is oneself."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.core import mail
from django.test import Client

from builders.signing_in import (
    FOUR_WORDS,
    app_code,
    history,
    invited,
    is_signed_in,
    last_code,
    signed_in_by_code,
    with_app,
    with_password,
)
from oneplan.partnership.accounts.models import Person

NEW = "seven brown paper kites"


def _long_ago(client: Client) -> None:
    session = client.session
    for record in session[AUTHENTICATION_METHODS_SESSION_KEY]:
        record["at"] = 0
    session.save()


def _sessions(client: Client) -> list[str]:
    page = client.get("/account/sessions/").content.decode()
    return re.findall(r'action="(/account/sessions/\d+/end/)"', page)


def test_the_account_tells_who_one_is_and_how_one_signs_in(
    owner: Client, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(15):
        page = owner.get("/account/").content.decode()
    for told in ("Ada Marsh", "ada@example.org", "None, and you need none", "Off", "1 place"):
        assert told in page
    assert "You belong to no partnership" in page


def test_the_account_is_its_owners_alone(visitor: Client) -> None:
    for address in ("", "name/", "password/", "confirm/", "sessions/", "second-step/"):
        answer = visitor.get(f"/account/{address}")
        assert answer.headers["Location"] == f"/sign-in/?next=/account/{address}"


def test_a_name_is_changed_and_the_history_keeps_the_old(owner: Client) -> None:
    assert owner.post("/account/name/", {"name": "  Ada   Fenn "}).status_code == 302
    page = owner.get("/account/").content.decode()
    assert "Your name has been changed." in page
    assert "Ada Fenn" in page
    assert "Your name has been changed." not in owner.get("/account/").content.decode()


@pytest.mark.parametrize("name", ["", "   ", "a" * 201])
def test_a_name_that_cannot_be_is_told(owner: Client, name: str) -> None:
    answer = owner.post("/account/name/", {"name": name})
    assert answer.status_code == 422
    assert "There is a problem" in answer.content.decode()


def test_a_name_has_no_signs_that_turn_others_round_or_cannot_be_seen(owner: Client) -> None:
    owner.post("/account/name/", {"name": "Ada \u202ehsraM\u202c\u200b\x1b"})
    assert Person.objects.get(email="ada@example.org").name == "Ada hsraM"


def test_a_name_is_shown_as_it_is_and_never_as_markup(owner: Client) -> None:
    owner.post("/account/name/", {"name": "<script>1</script>"})
    assert "<script" not in owner.get("/account/").content.decode()


def test_a_password_is_chosen_and_lets_in(owner: Client) -> None:
    owner.post("/account/password/", {"password": NEW, "again": NEW})
    assert is_signed_in(owner)
    owner.post("/sign-out/")
    owner.post("/sign-in/password/", {"login": "ada@example.org", "password": NEW})
    assert is_signed_in(owner)


@pytest.mark.parametrize(
    ("first", "again", "said"),
    [
        ("short", "short", "at least 12 characters"),
        ("ada@example.org", "ada@example.org", "too similar to"),
        ("1qaz2wsx3edc", "1qaz2wsx3edc", "too common"),
        (NEW, NEW + "s", "The two passwords differ"),
        ("", "", "Type your password"),
    ],
)
def test_a_password_that_is_no_good_is_told(
    owner: Client, first: str, again: str, said: str
) -> None:
    answer = owner.post("/account/password/", {"password": first, "again": again})
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_a_new_password_ends_all_other_sessions(visitor: Client, elsewhere: Client) -> None:
    person = with_password()
    for client in (visitor, elsewhere):
        client.post("/sign-in/password/", {"login": person.email, "password": FOUR_WORDS})
    visitor.post("/account/password/", {"password": NEW, "again": NEW})
    assert is_signed_in(visitor)
    assert not is_signed_in(elsewhere)
    assert _sessions(visitor) == []
    assert "here and nowhere else" in visitor.get("/account/sessions/").content.decode()
    assert history(person)[-1] == "change_password"


def test_whoever_gets_a_password_is_told_by_a_letter(
    owner: Client, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        owner.post("/account/password/", {"password": NEW, "again": NEW})
    assert mail.outbox[-1].subject == "oneplan: A password was set for your account"
    assert mail.outbox[-1].to == ["ada@example.org"]


def test_sessions_are_listed_with_what_and_from_where(owner: Client, elsewhere: Client) -> None:
    signed_in_by_code(elsewhere)
    page = owner.get("/account/sessions/").content.decode()
    assert "Firefox on Windows" in page
    assert "192.0.2.7" in page
    assert page.count("This browser") == 1
    assert len(_sessions(owner)) == 1


def test_a_session_that_is_ended_ends_at_once(owner: Client, elsewhere: Client) -> None:
    signed_in_by_code(elsewhere)
    assert is_signed_in(elsewhere)
    (end,) = _sessions(owner)
    assert owner.post(end).status_code == 302
    assert not is_signed_in(elsewhere)
    assert is_signed_in(owner)


def test_all_others_are_ended_together(owner: Client, elsewhere: Client) -> None:
    signed_in_by_code(elsewhere)
    owner.post("/account/sessions/end-others/")
    assert not is_signed_in(elsewhere)
    assert is_signed_in(owner)


def test_ending_ones_own_session_signs_out(owner: Client, elsewhere: Client) -> None:
    signed_in_by_code(elsewhere)
    (own,) = _sessions(elsewhere)
    assert owner.post(own).headers["Location"] == "/"
    assert not is_signed_in(owner)


def test_nobody_ends_the_session_of_somebody_else(owner: Client, elsewhere: Client) -> None:
    invited("bea@example.org", "Bea")
    third = Client()
    signed_in_by_code(third)
    (end,) = _sessions(owner)
    signed_in_by_code(elsewhere, "bea@example.org")
    assert elsewhere.post(end).status_code == 404
    assert is_signed_in(third)


def test_ended_sessions_are_told_in_the_history(visitor: Client, elsewhere: Client) -> None:
    person = invited()
    signed_in_by_code(visitor)
    signed_in_by_code(elsewhere)
    visitor.post("/account/sessions/end-others/")
    visitor.post("/account/sessions/end-others/")
    assert history(person) == ["invite", "sign_in", "sign_in", "end_session"]


@pytest.mark.parametrize("page", ["password/", "second-step/add/"])
def test_whoever_signed_in_long_ago_shows_that_it_is_they(owner: Client, page: str) -> None:
    _long_ago(owner)
    wanted = f"/account/{page}"
    answer = owner.get(wanted)
    assert answer.headers[
        "Location"
    ] == f"/account/confirm/?next=%2Faccount%2F{page[:-1]}%2F".replace(
        "second-step/add", "second-step%2Fadd"
    )
    asked = owner.get(answer.headers["Location"]).content.decode()
    assert "Sign in again" in asked
    again = f"/sign-in/?next={wanted}"
    assert f'value="{again}"' in asked
    assert owner.post("/sign-out/", {"next": again}).headers["Location"] == again
    owner.post("/sign-in/", {"email": "ada@example.org", "next": wanted})
    answer = owner.post("/sign-in/code/", {"code": last_code(), "next": wanted})
    assert answer.headers["Location"] == wanted
    assert owner.get(wanted).status_code == 200


def test_a_form_that_was_open_too_long_changes_nothing(owner: Client) -> None:
    _long_ago(owner)
    answer = owner.post("/account/password/", {"password": NEW, "again": NEW})
    assert answer.headers["Location"].startswith("/account/confirm/")
    assert "None, and you need none" in owner.get("/account/").content.decode()


def test_the_password_shows_that_it_is_oneself(visitor: Client) -> None:
    person = with_password()
    visitor.post("/sign-in/password/", {"login": person.email, "password": FOUR_WORDS})
    _long_ago(visitor)
    sent = {"password": "no", "next": "/account/password/"}
    assert visitor.post("/account/confirm/", sent).status_code == 422
    sent["password"] = FOUR_WORDS
    assert visitor.post("/account/confirm/", sent).headers["Location"] == "/account/password/"
    assert visitor.get("/account/password/").status_code == 200


def test_where_there_is_a_second_step_the_password_is_not_enough(visitor: Client) -> None:
    person = with_password()
    visitor.post("/sign-in/password/", {"login": person.email, "password": FOUR_WORDS})
    key = with_app(visitor)
    _long_ago(visitor)
    sent = {"password": FOUR_WORDS, "next": "/account/second-step/remove/"}
    assert visitor.post("/account/confirm/", sent).status_code == 422
    sent = {"code": app_code(key), "next": "/account/second-step/remove/"}
    answer = visitor.post("/account/confirm/", sent)
    assert answer.headers["Location"] == "/account/second-step/remove/"
    assert visitor.get("/account/second-step/remove/").status_code == 200


def test_guesses_at_ones_own_account_lock_out_as_well(visitor: Client) -> None:
    person = with_password()
    visitor.post("/sign-in/password/", {"login": person.email, "password": FOUR_WORDS})
    answers = [visitor.post("/account/confirm/", {"password": "no"}).status_code for _ in range(6)]
    assert answers == [422] * 4 + [429] * 2


def test_nobody_is_led_to_another_site_after_confirming(visitor: Client) -> None:
    person = with_password()
    visitor.post("/sign-in/password/", {"login": person.email, "password": FOUR_WORDS})
    sent = {"password": FOUR_WORDS, "next": "https://elsewhere.example/"}
    assert visitor.post("/account/confirm/", sent).headers["Location"] == "/account/"
