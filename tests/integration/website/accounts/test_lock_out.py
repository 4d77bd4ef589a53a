"""Whoever guesses is shut out for a while, is told until when, and learns nothing by it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.utils import timezone

from builders.signing_in import (
    FOUR_WORDS,
    history,
    invited,
    is_signed_in,
    last_code,
    signed_in_by_code,
    with_app,
    with_password,
)

MOST = 5
PAUSE = timedelta(minutes=15)


def _guess(client: Client, email: str = "ada@example.org", words: str = "a guess") -> str:
    return client.post("/sign-in/password/", {"login": email, "password": words}).content.decode()


def _guesses(client: Client, email: str = "ada@example.org", times: int = MOST) -> str:
    return [_guess(client, email) for _ in range(times)][-1]


def _last_was(ago: timedelta) -> None:
    AccessAttempt.objects.update(attempt_time=timezone.now() - ago)


def test_five_wrong_passwords_lock_out_and_the_page_says_until_when(visitor: Client) -> None:
    with_password()
    assert "You cannot sign in for a while" not in _guesses(visitor, times=MOST - 1)
    before = timezone.localtime()
    answer = visitor.post("/sign-in/password/", {"login": "ada@example.org", "password": "x"})
    after = timezone.localtime()
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 900
    told = re.search(r"Try again at (\d\d:\d\d), in \d+ minutes?\.", answer.content.decode())
    assert told
    assert told[1] in _minutes(before + PAUSE, after + PAUSE)


def _minutes(first: datetime, last: datetime) -> set[str]:
    """The clock from one moment to another, minute by minute."""
    count = int((last - first).total_seconds()) // 60 + 2
    return {f"{first + timedelta(minutes=number):%H:%M}" for number in range(count)}


def test_the_right_password_does_not_help_until_the_time_is_over(visitor: Client) -> None:
    with_password()
    _guesses(visitor)
    assert "You cannot sign in for a while" in _guess(visitor, words=FOUR_WORDS)
    _last_was(timedelta(minutes=5))
    assert "You cannot sign in for a while" in _guess(visitor, words=FOUR_WORDS)
    assert not is_signed_in(visitor)
    _last_was(PAUSE)
    _guess(visitor, words=FOUR_WORDS)
    assert is_signed_in(visitor)


def test_whether_the_address_is_known_is_not_told(visitor: Client, elsewhere: Client) -> None:
    with_password()
    known, unknown = _guesses(visitor), _guesses(elsewhere, "eve@example.org")
    assert _without_times(known) == _without_times(unknown)
    codes = [
        each.post("/sign-in/", {"email": email}).content.decode()
        for each, email in ((visitor, "ada@example.org"), (elsewhere, "eve@example.org"))
    ]
    assert "You cannot sign in for a while" in codes[0]
    assert _without_times(codes[0]) == _without_times(codes[1])


def _without_times(page: str) -> str:
    return re.sub(r"\d\d:\d\d, in \d+ minutes?", "", page)


def test_nobody_is_shut_out_by_guesses_from_elsewhere(visitor: Client, elsewhere: Client) -> None:
    with_password()
    _guesses(elsewhere)
    _guess(visitor, words=FOUR_WORDS)
    assert is_signed_in(visitor)


def test_another_person_on_the_same_network_is_not_shut_out(visitor: Client) -> None:
    with_password("ada@example.org")
    with_password("bea@example.org")
    _guesses(visitor, "ada@example.org")
    _guess(visitor, "bea@example.org", FOUR_WORDS)
    assert is_signed_in(visitor)


def test_wrong_codes_count_as_wrong_passwords_do(visitor: Client) -> None:
    invited()
    for _ in range(2):
        visitor.post("/sign-in/", {"email": "ada@example.org"})
        for _ in range(3):
            answer = visitor.post("/sign-in/code/", {"code": "BBBB-BBBB"})
    assert answer.status_code == 429
    assert visitor.post("/sign-in/code/", {"code": last_code()}).status_code == 429
    assert not is_signed_in(visitor)


def test_wrong_codes_of_the_second_step_count_as_well(visitor: Client) -> None:
    with_password()
    _guess(visitor, words=FOUR_WORDS)
    with_app(visitor)
    visitor.post("/sign-out/")
    _guess(visitor, words=FOUR_WORDS)
    answers = [
        visitor.post("/sign-in/second-step/", {"code": "no"}).status_code for _ in range(MOST)
    ]
    assert answers == [422] * (MOST - 1) + [429]


def test_a_code_that_is_missing_is_no_guess(visitor: Client) -> None:
    invited()
    visitor.post("/sign-in/", {"email": "ada@example.org"})
    answers = [visitor.post("/sign-in/code/", {"code": " "}).status_code for _ in range(MOST + 2)]
    assert set(answers) == {422}
    visitor.post("/sign-in/code/", {"code": last_code()})
    assert is_signed_in(visitor)


def test_signing_in_makes_earlier_mistakes_forgotten(visitor: Client) -> None:
    invited()
    _guesses(visitor, times=MOST - 1)
    signed_in_by_code(visitor)
    visitor.post("/sign-out/")
    assert "You cannot sign in for a while" not in _guesses(visitor, times=MOST - 1)


@pytest.mark.usefixtures("db")
def test_many_networks_together_may_not_guess_without_end() -> None:
    with_password()
    pages = [_guess(Client(REMOTE_ADDR=f"198.51.100.{number}")) for number in range(1, 22)]
    assert "There were too many attempts with this address" in pages[-1]
    assert "There were too many attempts with this address" not in pages[-2]


def test_a_lock_out_is_told_once_in_the_history(visitor: Client) -> None:
    person = with_password()
    _guesses(visitor, times=MOST + 2)
    assert history(person) == ["invite", "lock_out"]


def test_what_was_typed_is_kept_nowhere(visitor: Client) -> None:
    _guesses(visitor, times=1)
    attempt = AccessAttempt.objects.get()
    assert "a guess" not in attempt.post_data
    assert "ada@" not in attempt.post_data
