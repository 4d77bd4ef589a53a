"""People come to be by being invited."""

from __future__ import annotations

import logging
import smtplib
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction
from django.utils import timezone

from builders.signing_in import SYSTEM, history
from oneplan.partnership.accounts.models import Person
from oneplan.partnership.accounts.operations import invite
from oneplan.partnership.audit.models import Event

pytestmark = pytest.mark.django_db


class MailServerThatIsAway(EmailBackend):
    def send_messages(self, _messages: Any) -> int:
        raise smtplib.SMTPServerDisconnected("gone")


def _invite(email: str = "ada@example.org", name: str = "Ada Marsh", to: str = "") -> Person:
    return invite(email=email, name=name, by=SYSTEM, at=timezone.now(), to=to)


def test_whoever_is_invited_can_sign_in_without_a_password() -> None:
    person = _invite(" Ada@Example.org ", "Ada\n  Marsh")
    assert (person.email, person.name) == ("ada@example.org", "Ada Marsh")
    assert not person.has_usable_password()
    event = Event.objects.of_stream(person.key).get()
    assert event.operation == "invite"
    assert event.actor_key == SYSTEM.key
    assert event.after == {"email": "ada@example.org", "name": "Ada Marsh"}


def test_whoever_is_known_stays_as_they_are() -> None:
    first = _invite()
    again = _invite("ADA@example.org", "Somebody Else")
    assert again == first
    assert Person.objects.get().name == "Ada Marsh"
    assert history(first) == ["invite"]


def test_the_letter_goes_out_when_the_change_is_kept(
    django_capture_on_commit_callbacks: Any,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        _invite(to="Vale Together")
        assert mail.outbox == []
    (letter,) = mail.outbox
    assert letter.to == ["ada@example.org"]
    assert letter.subject == "The tests has added you to Vale Together on oneplan"
    assert "http://testserver/sign-in/" in letter.body


def test_no_letter_goes_out_of_a_change_that_is_not_kept(
    django_capture_on_commit_callbacks: Any,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        try:
            with transaction.atomic():
                _invite()
                raise RuntimeError
        except RuntimeError:
            pass
    assert mail.outbox == []
    assert not Person.objects.exists()


def test_a_mail_server_that_is_away_keeps_nobody_from_being_added(
    settings: Any, django_capture_on_commit_callbacks: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.MailServerThatIsAway"
    with caplog.at_level(logging.ERROR), django_capture_on_commit_callbacks(execute=True):
        _invite()
    assert Person.objects.count() == 1
    assert "could not be sent" in caplog.text
    assert "ada@" not in caplog.text
