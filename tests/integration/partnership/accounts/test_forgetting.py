"""What has ended is forgotten; what still counts is kept."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.test import Client
from django.utils import timezone

from builders.signing_in import signed_in_by_code, with_password
from oneplan.partnership.accounts.sweeping import forget_ended

pytestmark = pytest.mark.django_db


def _come_and_fail() -> Client:
    person = with_password()
    client = Client()
    signed_in_by_code(client, person.email)
    sent = {"login": "eve@example.org", "password": "a guess"}
    Client().post("/sign-in/password/", sent)
    return client


def test_what_still_counts_is_kept() -> None:
    _come_and_fail()
    forget_ended(at=timezone.now())
    assert UserSession.objects.count() == AccessAttempt.objects.count() == 1


def test_sessions_and_lock_outs_that_have_ended_are_forgotten() -> None:
    client = _come_and_fail()
    client.post("/sign-out/")
    assert UserSession.objects.count() == 1
    forget_ended(at=timezone.now() + timedelta(minutes=16))
    assert not UserSession.objects.exists()
    assert not AccessAttempt.objects.exists()


def test_sessions_that_nobody_ended_end_after_a_day() -> None:
    _come_and_fail()
    forget_ended(at=timezone.now() + timedelta(hours=25))
    assert not UserSession.objects.exists()
