"""What the libraries of signing in tell, noted in the history of the person it is about."""

from __future__ import annotations

from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.account.signals import user_logged_in
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import (
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
    authenticator_used,
)
from axes.helpers import get_failure_limit
from axes.signals import user_locked_out
from django.http import HttpRequest
from django.utils import timezone

from oneplan.partnership.accounts.devices import device
from oneplan.partnership.accounts.operations import tell
from oneplan.partnership.accounts.queries import active_person
from oneplan.partnership.audit.operations import Actor

_SIGN_IN = Actor("system:sign-in", "Sign-in")
_WAYS = {"socialaccount": "directory", "mfa": "second step"}


def connect() -> None:
    """Begins to listen; called once, when Django starts."""
    user_logged_in.connect(_signed_in, dispatch_uid="tell sign in")
    user_locked_out.connect(_locked_out, dispatch_uid="tell lock out")
    authenticator_added.connect(_added, dispatch_uid="tell second step added")
    authenticator_removed.connect(_removed, dispatch_uid="tell second step removed")
    authenticator_reset.connect(_renewed, dispatch_uid="tell recovery codes renewed")
    authenticator_used.connect(_used, dispatch_uid="tell recovery code used")


def _signed_in(request: HttpRequest, user: Any, **_more: Any) -> None:
    ways = [
        _WAYS.get(record["method"], record["method"])
        for record in get_authentication_records(request, user)
    ]
    tell(
        person=user.pk,
        operation="sign_in",
        at=timezone.now(),
        by_way_of=list(dict.fromkeys(ways)),
        device=device(request.headers.get("User-Agent", "")),
    )


def _locked_out(request: Any, username: str | None, **_more: Any) -> None:
    """Told once, at the failure that locks; who is not known here has no history."""
    limit = get_failure_limit(request, {})
    person = active_person(username or "") if request.axes_failures_since_start == limit else None
    if person is not None:
        tell(
            person=person.pk,
            operation="lock_out",
            at=timezone.now(),
            by=_SIGN_IN,
            failures=limit,
        )


def _added(user: Any, authenticator: Any, **_more: Any) -> None:
    if authenticator.type == Authenticator.Type.TOTP:
        tell(person=user.pk, operation="add_second_step", at=timezone.now())


def _removed(user: Any, authenticator: Any, **_more: Any) -> None:
    if authenticator.type == Authenticator.Type.TOTP:
        tell(person=user.pk, operation="remove_second_step", at=timezone.now())


def _renewed(user: Any, **_more: Any) -> None:
    tell(person=user.pk, operation="renew_recovery_codes", at=timezone.now())


def _used(user: Any, authenticator: Any, **_more: Any) -> None:
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        tell(person=user.pk, operation="use_recovery_code", at=timezone.now())
