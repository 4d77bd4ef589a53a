"""An e-mail address that somebody wants to sign in with and has not yet shown to be theirs."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.utils.crypto import constant_time_compare, salted_hmac

_KEY = "pending address"
_GUESSES = 3


@dataclass(slots=True)
class PendingAddress:
    """What the session keeps of it: the address, a mark of the code, until when, wrong guesses so far."""

    email: str
    mark: str
    until: float
    guesses: int = 0

    def is_proved_by(self, code: str) -> bool:
        """Whether this is the code that was sent to the address."""
        return constant_time_compare(self.mark, _mark(self.email, code))


def begin(session: SessionBase, email: str) -> str:
    """Notes in the session that an address waits for its code, in place of any before; gives the code."""
    code = str(get_adapter().generate_login_code())
    until = time.time() + settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT
    session[_KEY] = asdict(PendingAddress(email, _mark(email, code), until))
    return code


def pending(session: SessionBase) -> PendingAddress | None:
    """The address that waits; None where none does, or its code has come too late."""
    kept = session.get(_KEY)
    found = PendingAddress(**kept) if kept else None
    return found if found and time.time() <= found.until else None


def guessed_wrong(session: SessionBase, waiting: PendingAddress) -> bool:
    """Counts a wrong code; False when that was the last that counts."""
    waiting.guesses += 1
    if waiting.guesses >= _GUESSES:
        forget(session)
        return False
    session[_KEY] = asdict(waiting)
    return True


def forget(session: SessionBase) -> None:
    """Lets no address wait any more."""
    session.pop(_KEY, None)


def _mark(email: str, code: str) -> str:
    plain = "".join(sign for sign in code.upper() if sign.isalnum())
    return salted_hmac("oneplan new address", f"{email} {plain}", algorithm="sha256").hexdigest()
