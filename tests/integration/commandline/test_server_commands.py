"""The commands of a server: they do their job, or say in one sentence why not."""

from __future__ import annotations

import smtplib
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from builders.histories import recorded, tampered
from builders.typed_commands import Typed


class MailServerThatIsAway(EmailBackend):
    def send_messages(self, _messages: Any) -> int:
        raise smtplib.SMTPServerDisconnected("gone")


pytestmark = pytest.mark.usefixtures("transactional_db")


@pytest.fixture
def steps() -> Iterator[MigrationRecorder]:
    """What the database says of its own steps, put right again afterwards."""
    recorder = MigrationRecorder(connection)
    before = set(recorder.applied_migrations())
    yield recorder
    after = set(recorder.applied_migrations())
    for step in before - after:
        recorder.record_applied(*step)
    for step in after - before:
        recorder.record_unapplied(*step)


@pytest.mark.parametrize("words", [("serve",), ("tick",), ("manage", "verify-history")])
def test_nothing_is_done_with_a_database_that_is_behind(
    typed: Typed, steps: MigrationRecorder, words: tuple[str, ...]
) -> None:
    steps.record_unapplied(*max(step for step in steps.applied_migrations() if step[0] == "audit"))
    status, _, said = typed(*words)
    assert status == 2
    assert said == (
        "oneplan: The database is one step behind this version of oneplan. "
        "Make a copy of it, then run: oneplan manage migrate\n"
    )


def test_nothing_is_done_with_a_database_of_a_newer_version(
    typed: Typed, steps: MigrationRecorder
) -> None:
    steps.record_applied("audit", "9000_of_next_year")
    status, _, said = typed("tick")
    assert status == 2
    assert "brought up to date by a newer version" in said


def test_tick_clears_what_has_ended_and_may_be_run_again(typed: Typed) -> None:
    now = timezone.now()
    for name, days in (("ended", -1), ("open", 1)):
        Session.objects.create(session_key=name, expire_date=now + timedelta(days=days))
    recorded("sweep")
    assert typed("tick") == (0, "", "")
    assert typed("tick") == (0, "", "")
    assert list(Session.objects.values_list("session_key", flat=True)) == ["open"]


def test_tick_finds_what_is_broken_in_what_is_new(typed: Typed) -> None:
    recorded("sweep", "mow")
    tampered("UPDATE audit_event SET note = 'x' WHERE number = 2")
    status, told, said = typed("tick")
    assert (status, told) == (1, "")
    assert said == ("The history is broken. Event 2 of plan:1 was changed after it was recorded.\n")


def test_the_whole_history_is_verified_and_sealed(typed: Typed) -> None:
    recorded("sweep", "mow")
    status, told, _ = typed("manage", "verify-history")
    whole, sealed = told.splitlines()
    moment, seal = sealed.removeprefix("Seal of ").split(": ")
    assert (status, whole) == (0, "The history is whole: 2 events.")
    recorded("dig", at=datetime.now(UTC) + timedelta(days=1))
    again = typed("manage", "verify-history", "--until", moment)[1]
    assert again == f"The history is whole: 3 events.\nSeal of {moment}: {seal}\n"


def test_a_broken_history_is_named_by_stream_and_number(typed: Typed) -> None:
    recorded("sweep", "mow")
    recorded("count", stream="plan:2")
    tampered("DELETE FROM audit_event WHERE stream = 'plan:1' AND number = 1")
    assert typed("manage", "verify-history") == (1, "", "Event 1 of plan:1 is missing.\n")


def test_a_partnership_begins_with_an_administrator_who_gets_a_letter(typed: Typed) -> None:
    words = ("manage", "start-partnership", "Fen and  Marsh", "--administrator", "ada@example.org")
    status, told, _ = typed(*words)
    assert status == 0
    place = "http://testserver/partnerships/fen-and-marsh/"
    assert told == f"Fen and Marsh is at {place}, looked after by ada@example.org.\n"
    assert [letter.to for letter in mail.outbox] == [["ada@example.org"]]
    assert typed("manage", "verify-history")[0] == 0


def test_a_letter_that_cannot_be_sent_is_told_and_sent_again_by_the_command_that_is_named(
    typed: Typed, settings: Any
) -> None:
    there = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = f"{__name__}.MailServerThatIsAway"
    words = ("manage", "start-partnership", "Fen and Marsh", "--administrator", "ada@example.org")
    status, told, why = typed(*words)
    assert status == 2
    assert "Fen and Marsh is at http://testserver/partnerships/fen-and-marsh/" in told
    (said,) = [line for line in why.splitlines() if line.startswith("oneplan: ")]
    assert "The letter to ada@example.org could not be sent" in said
    again = said.rpartition("oneplan ")[2].split()
    assert again == ["manage", "add-administrator", "fen-and-marsh", "ada@example.org"]
    assert typed(*again)[0] == 2
    settings.EMAIL_BACKEND = there
    assert typed(*again)[0] == 0
    assert [letter.to for letter in mail.outbox] == [["ada@example.org"]]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Fens", "--administrator", "ada"), "e-mail address"),
        (("", "--administrator", "ada@example.org"), "name"),
        (("Fens", "--administrator", "ada@example.org", "--area", "nowhere"), "code"),
    ],
)
def test_a_partnership_that_cannot_be_is_refused(
    typed: Typed, words: tuple[str, ...], said: str
) -> None:
    status, told, why = typed("manage", "start-partnership", *words)
    assert (status, told, why.count("\n")) == (2, "", 1)
    assert said in why
    assert mail.outbox == []


def test_django_s_own_commands_are_there(typed: Typed) -> None:
    status, told, _ = typed("manage", "showmigrations", "audit")
    assert status == 0
    assert "[X] 0003_only_added" in told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("dig",), "oneplan: There is no command 'dig'. oneplan manage help lists them.\n"),
        (("migrate", "ponds"), "oneplan: No installed app with label 'ponds'.\n"),
    ],
)
def test_what_django_refuses_is_one_sentence(
    typed: Typed, words: tuple[str, ...], said: str
) -> None:
    assert typed("manage", *words) == (2, "", said)


@pytest.mark.parametrize("words", [("serve",), ("tick",), ("manage",)])
def test_the_help_has_an_example(typed: Typed, words: tuple[str, ...]) -> None:
    status, told, _ = typed(*words, "--help")
    assert status == 0
    assert "Example:" in told


def test_a_port_that_is_taken_is_named(typed: Typed) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        status, _, said = typed("serve", "--port", port)
    assert status == 2
    assert said.startswith(f"oneplan: oneplan cannot listen at 127.0.0.1, port {port}: ")
