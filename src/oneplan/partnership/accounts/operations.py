"""What is done with people and their ways of signing in; each is told in that person's history."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.mail import send_mail
from django.db import IntegrityError, transaction
from django.shortcuts import resolve_url

from oneplan.partnership.accounts.letters import (
    Letter,
    address_changed,
    address_code,
    address_known,
    changed,
    invitation,
)
from oneplan.partnership.accounts.models import Person
from oneplan.partnership.audit.operations import Actor, Happened, record
from oneplan.vocabulary.visible import visible

_LOG = logging.getLogger(__name__)
_LETTERS = {
    "set_password": "A password was set for your account",
    "change_password": "The password of your account was changed",
    "add_second_step": "The second step was turned on for your account",
    "remove_second_step": "The second step was turned off for your account",
    "use_recovery_code": "A recovery code was used to sign in to your account",
}
"""What is told at once to whom it is about, in case it was not they."""


@transaction.atomic
def invite(
    *,
    email: str,
    name: str,
    by: Actor,
    at: datetime,
    to: str = "",
    once_sent: Callable[[], None] | None = None,
) -> Person:
    """The person with this address, made if nobody has it, and mailed how to sign in.

    They have no password: they sign in by a code, or by their authority's directory. Somebody who is
    known already stays as they are. ``to`` names what they were added to, for the letter alone. The
    letter goes out when the caller's transaction is done, and ``once_sent`` is called if it could be sent;
    the caller has asked whether ``by`` may.
    """
    email = email.strip().lower()
    unusable = make_password(None)
    person, made = Person.objects.get_or_create(
        email=email, defaults={"name": _one_line(name), "joined": at, "password": unusable}
    )
    if made:
        after = {"email": person.email, "name": person.name}
        told = Happened("person", person.key, str(person), after=after)
        record([told], stream=person.key, operation="invite", by=by, at=at)
    letter = invitation(person.name, by.label, to, f"{_site()}{resolve_url(settings.LOGIN_URL)}")
    _send_later(letter, person.email, once_sent)
    return person


@transaction.atomic
def rename(*, person: int, name: str, by: Actor, at: datetime) -> None:
    """Gives a person the name by which others see them."""
    known = _locked(person)
    before, after = known.name, _one_line(name)
    if before == after:
        return
    known.name = after
    known.save(update_fields=["name"])
    _tell(known, "rename", by, at, before={"name": before}, after={"name": after})


def ask_for_proof(
    *, person: int, email: str, code: str, minutes: int, by: Actor, at: datetime
) -> bool:
    """Mails a code to an address that a person wants to sign in with; False where it cannot be sent.

    Whoever signs in with the address already is told that instead, and never gets the code.
    """
    with transaction.atomic():
        _tell(_locked(person), "ask_for_address", by, at, after={"email": email})
    known = Person.objects.with_address(email).exists()
    return _send(address_known(_site()) if known else address_code(code, minutes), email)


@transaction.atomic
def change_address(
    *, person: int, email: str, keep: Iterable[str] = (), by: Actor, at: datetime
) -> bool:
    """Gives a person another address to sign in with, ends their other sessions, and tells the old address.

    ``keep`` holds the keys of the sessions that go on. False, and nothing is changed, where somebody
    else has come to sign in with it. The caller has seen that the address is theirs.
    """
    known = _locked(person)
    before, known.email = known.email, email.strip().lower()
    try:
        with transaction.atomic():
            known.save(update_fields=["email"])
    except IntegrityError:
        return False
    _end(UserSession.objects.filter(user_id=person).exclude(session_key__in=list(keep)))
    EmailAddress.objects.filter(user_id=person).delete()
    told = {"before": {"email": before}, "after": {"email": known.email}}
    _tell(known, "change_address", by, at, **told)
    _send_later(address_changed(_site()), before)
    return True


@transaction.atomic
def set_password(
    *, person: int, password: str, keep: Iterable[str], by: Actor, at: datetime
) -> Person:
    """Gives a person a password, new or in place of another, and ends their other sessions.

    ``keep`` holds the keys of the sessions that go on.
    """
    known = _locked(person)
    had = known.has_usable_password()
    known.set_password(password)
    known.save(update_fields=["password"])
    _end(UserSession.objects.filter(user_id=person).exclude(session_key__in=list(keep)))
    _tell(known, "change_password" if had else "set_password", by, at)
    return known


@transaction.atomic
def remove_second_step(*, person: int, by: Actor, at: datetime) -> bool:
    """Lets somebody who has lost their app in without it, and ends their sessions; False if it was off."""
    known = _locked(person)
    removed, _ = Authenticator.objects.filter(user_id=person).delete()
    if removed:
        _end(UserSession.objects.filter(user_id=person))
        _tell(known, "remove_second_step", by, at)
    return bool(removed)


@transaction.atomic
def shut_out(*, person: int, by: Actor, at: datetime) -> None:
    """Lets a person sign in no more, and ends their sessions; all that they did and are stays as it is."""
    known = _locked(person)
    _end(UserSession.objects.filter(user_id=person))
    if known.is_active:
        known.is_active = False
        known.save(update_fields=["is_active"])
        _tell(known, "shut_out", by, at)


@transaction.atomic
def let_in_again(*, person: int, by: Actor, at: datetime) -> None:
    """Lets a person sign in again who was shut out."""
    known = _locked(person)
    if not known.is_active:
        known.is_active = True
        known.save(update_fields=["is_active"])
        _tell(known, "let_in_again", by, at)


@transaction.atomic
def end_session(*, person: int, session: int, by: Actor, at: datetime) -> bool:
    """Ends one of a person's sessions at once; False where they have no such session."""
    known = _locked(person)
    ended = _end(UserSession.objects.filter(user_id=person, pk=session))
    if ended:
        _tell(known, "end_session", by, at, after={"ended": ended})
    return bool(ended)


@transaction.atomic
def end_other_sessions(*, person: int, keep: str, by: Actor, at: datetime) -> int:
    """Ends all of a person's sessions but the one with the key ``keep``; gives how many."""
    known = _locked(person)
    ended = _end(UserSession.objects.filter(user_id=person).exclude(session_key=keep))
    if ended:
        _tell(known, "end_session", by, at, after={"ended": ended})
    return ended


@transaction.atomic
def tell(
    *, person: int, operation: str, at: datetime, by: Actor | None = None, **after: Any
) -> None:
    """Notes in a person's history what happened in signing in; by themselves where nobody is named."""
    _tell(_locked(person), operation, by, at, after=after or None)


def _locked(person: int) -> Person:
    return Person.objects.select_for_update().get(pk=person)


def _tell(
    person: Person,
    operation: str,
    by: Actor | None,
    at: datetime,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    told = Happened("person", person.key, str(person), before=before, after=after)
    actor = by or Actor(person.key, str(person))
    record([told], stream=person.key, operation=operation, by=actor, at=at)
    if operation in _LETTERS:
        _send_later(changed(_LETTERS[operation], _site()), person.email)


def _end(sessions: Iterable[UserSession]) -> int:
    ended = list(sessions)
    for session in ended:
        session.end()
    return len(ended)


def _one_line(text: str) -> str:
    return " ".join(visible(text).split())


def _site() -> str:
    return str(settings.ONEPLAN_ADDRESS).rstrip("/")


def _send_later(letter: Letter, email: str, once_sent: Callable[[], None] | None = None) -> None:
    """Sends a letter when the transaction is done; one that cannot be sent undoes nothing."""

    def send() -> None:
        if _send(letter, email) and once_sent is not None:
            once_sent()

    transaction.on_commit(send, robust=True)


def _send(letter: Letter, email: str) -> bool:
    try:
        send_mail(letter.subject, letter.text, None, [email])
    except OSError as error:  # SMTP's own errors are kinds of it
        _LOG.error(
            "A letter could not be sent: %s. See that ONEPLAN_MAIL names a mail server that takes it.",
            type(error).__name__,
        )
        return False
    return True
