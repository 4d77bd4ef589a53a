"""People who sign in as people do: by the letters they get, and by the app that they keep."""

from __future__ import annotations

import hmac
import re
import time
from base64 import b32decode
from hashlib import sha1
from typing import Any

from django.core import mail
from django.test import Client
from django.utils import timezone

from oneplan.partnership.accounts.models import Person
from oneplan.partnership.accounts.operations import invite
from oneplan.partnership.audit.models import Event
from oneplan.partnership.audit.operations import Actor

FOUR_WORDS = "four quiet green hens"
"""The password of those who have one."""
SYSTEM = Actor("system:tests", "The tests")
_CODE = re.compile(r"^ +([A-Z]{4}-[A-Z]{4})$", re.MULTILINE)
_STEP = 30


def invited(email: str = "ada@example.org", name: str = "Ada Marsh") -> Person:
    """Somebody whom an administrator has added."""
    return invite(email=email, name=name, by=SYSTEM, at=timezone.now())


def with_password(email: str = "ada@example.org", name: str = "Ada Marsh") -> Person:
    """Somebody who has chosen the four words for a password."""
    person = invited(email, name)
    person.set_password(FOUR_WORDS)
    person.save()
    return person


def code_in(letter: str) -> str:
    """The code that a letter tells."""
    found = _CODE.search(letter)
    assert found, letter
    return found[1]


def last_code() -> str:
    """The code in the last letter that was sent."""
    return code_in(str(mail.outbox[-1].body))


def signed_in_by_code(client: Client, email: str = "ada@example.org") -> Any:
    """Signs a visitor in by a code; gives the answer to it."""
    client.post("/sign-in/", {"email": email})
    return client.post("/sign-in/code/", {"code": last_code()})


def is_signed_in(client: Client) -> bool:
    """Whether a visitor sees a page that only those see who are signed in."""
    return client.get("/account/").status_code == 200


def app_code(key: str, steps: int = 0) -> str:
    """What an app with this key shows now, or so many half minutes later (RFC 6238)."""
    counter = int(time.time()) // _STEP + steps
    told = hmac.digest(b32decode(key.replace(" ", "")), counter.to_bytes(8, "big"), sha1)
    start = told[-1] & 15
    number = int.from_bytes(told[start : start + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**6:06}"


def key_shown(page: str) -> str:
    """The key that the page for adding an app tells."""
    found = re.search(r"<code>([A-Z2-7 ]{32,})</code>", page)
    assert found, page
    return found[1]


def with_app(client: Client) -> str:
    """Turns on the second step of whoever is signed in; gives the app's key."""
    key = key_shown(client.get("/account/second-step/add/").content.decode())
    answer = client.post("/account/second-step/add/", {"code": app_code(key)})
    assert answer.headers["Location"] == "/account/second-step/codes/"
    return key


def recovery_codes(client: Client) -> list[str]:
    """The recovery codes of whoever is signed in, as their page shows them."""
    page = client.get("/account/second-step/codes/").content.decode()
    return re.findall(r"<li>(\d{8})</li>", page)


def history(person: Person) -> list[str]:
    """What the history tells of a person, operation by operation."""
    return [event.operation for event in Event.objects.of_stream(person.key)]
