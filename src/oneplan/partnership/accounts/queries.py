"""What the pages show of a person's ways of signing in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from oneplan.partnership.accounts.devices import device
from oneplan.partnership.accounts.models import Person
from oneplan.partnership.prepared import Prepared

_COLUMNS = tuple(field.attname for field in Person._meta.concrete_fields)
_WHO_MAY = Prepared(
    lambda number: Person.objects.filter(pk=number, is_active=True).values_list(*_COLUMNS)
)


@dataclass(frozen=True, slots=True)
class OpenSession:
    """Somebody signed in somewhere: with what, from which network address, since when."""

    number: int
    device: str
    network: str
    since: datetime
    current: bool


@dataclass(frozen=True, slots=True)
class SecondStep:
    """An app that gives codes, and how many recovery codes are left for when it is not at hand."""

    since: datetime
    codes_left: int


def open_sessions(person: int, current: str | None, now: datetime) -> list[OpenSession]:
    """A person's sessions that are open, the newest first, in two queries."""
    known = list(UserSession.objects.filter(user_id=person).order_by("-created_at"))
    alive = set(
        Session.objects.filter(
            session_key__in=[each.session_key for each in known], expire_date__gt=now
        ).values_list("session_key", flat=True)
    )
    return [
        OpenSession(
            number=each.pk,
            device=device(each.user_agent),
            network=each.ip,
            since=each.created_at,
            current=each.session_key == current,
        )
        for each in known
        if each.session_key in alive
    ]


def second_step(person: int) -> SecondStep | None:
    """A person's second step, in one query; None where they have none."""
    held = {each.type: each for each in Authenticator.objects.filter(user_id=person)}
    app = held.get(Authenticator.Type.TOTP)
    if app is None:
        return None
    codes = held.get(Authenticator.Type.RECOVERY_CODES)
    left = len(codes.wrap().get_unused_codes()) if codes else 0
    return SecondStep(since=app.created_at, codes_left=left)


def directories_of(person: int) -> list[str]:
    """The names, as the settings have them, of the directories that a person has signed in with."""
    linked = SocialAccount.objects.filter(user_id=person).order_by("provider")
    return list(linked.values_list("provider", flat=True))


def who_may_sign_in(number: int) -> Person | None:
    """The person with this number, in one query; None for nobody and for who may no longer."""
    return next((Person.from_db("default", _COLUMNS, row) for row in _WHO_MAY(number)), None)


def active_person(email: str) -> Person | None:
    """Who signs in with this address, whatever its case; None for nobody and for who may no longer."""
    return Person.objects.with_address(email).filter(is_active=True).first()


def person_shut_out(email: str) -> Person | None:
    """Who may no longer sign in with this address, whatever its case."""
    return Person.objects.filter(email__iexact=email.strip(), is_active=False).first()


def active_among(emails: list[str]) -> set[str]:
    """Those of these addresses, in small letters, with which somebody may sign in, in one query."""
    wanted = [email.lower() for email in emails]
    found = Person.objects.filter(email__in=wanted, is_active=True)
    return set(found.values_list("email", flat=True))
