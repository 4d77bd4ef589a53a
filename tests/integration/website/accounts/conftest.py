"""Visitors who sign in."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.test import Client

from builders.signing_in import invited, signed_in_by_code


@pytest.fixture(autouse=True)
def _patience(settings: Any) -> None:
    """Time to type a code, and to change how one signs in; no test counts another's attempts."""
    settings.MFA_TOTP_TOLERANCE = 20
    settings.ONEPLAN_CONFIRMED_SECONDS = 3600
    settings.ACCOUNT_RATE_LIMITS = {
        "login": "900/m/ip",
        "login_failed": "900/m/ip,20/h/key",
        "request_login_code": "900/m/ip,900/m/key",
        "new_address": "900/h/ip,5/h/user",
    }


@pytest.fixture
def visitor(db: None) -> Client:  # noqa: ARG001 - sessions lie there
    """Somebody with a browser of their own."""
    return Client()


@pytest.fixture
def owner(visitor: Client) -> Client:
    """Somebody who is signed in, and has read the letters until then."""
    invited()
    signed_in_by_code(visitor)
    mail.outbox.clear()
    return visitor


@pytest.fixture
def elsewhere(db: None) -> Client:  # noqa: ARG001 - sessions lie there
    """A browser on another network."""
    return Client(REMOTE_ADDR="192.0.2.7", headers={"User-Agent": "Firefox/140 (Windows NT 10.0)"})
