"""What a form sent that could not be taken, to be kept on a page and sent again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256

from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest

_SECRETS = ("/sign-in/", "/account/")
"""Where passwords and codes are typed, which no page gives back."""
_TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - a field's name
_MARK = "kept"
_MARKED_SECONDS = 24 * 60 * 60
_LONG = 30
_SIGNER = TimestampSigner(salt="oneplan.kept-form")


@dataclass(frozen=True, slots=True)
class Sent:
    """A form as it was sent: each field with its text, and the longer texts to be read or copied."""

    fields: list[tuple[str, str]]
    texts: list[str]

    @property
    def but_for_token(self) -> list[tuple[str, str]]:
        """The fields that somebody filled in, for a form that gets a token of its own."""
        return [field for field in self.fields if field[0] not in (_TOKEN, _MARK)]

    def marked(self, path: str) -> list[tuple[str, str]]:
        """The same with a mark by which :func:`sent_again` knows them: for a page that keeps them."""
        return [*self.but_for_token, (_MARK, _SIGNER.sign(self._hash(path)))]

    def _hash(self, path: str) -> str:
        lines = [(name, text.splitlines()) for name, text in self.but_for_token]
        return sha256(json.dumps([path, lines]).encode()).hexdigest()

    def is_marked(self, path: str) -> bool:
        """Whether they come unchanged from a page of this day that kept them for this path."""
        mark = next((text for name, text in self.fields if name == _MARK), "")
        try:
            return _SIGNER.unsign(mark, max_age=_MARKED_SECONDS) == self._hash(path)
        except BadSignature:
            return False


def sent_form(request: HttpRequest) -> Sent | None:
    """What was sent; None where it cannot be sent again from a page: a file, a password, nothing."""
    if request.method != "POST" or request.FILES or request.path.startswith(_SECRETS):
        return None
    fields = [(name, str(value)) for name, values in request.POST.lists() for value in values]
    texts = [text for name, text in fields if len(text) > _LONG and " " in text]
    return Sent(fields, texts)


def sent_again(request: HttpRequest) -> bool:
    """Whether a page that kept a form sends it once more for somebody who has signed in meanwhile.

    The token of that page went with the session that had ended. That the browser says where the form comes
    from, and that the page has marked these very words for this very address, says as much.
    """
    if (
        _MARK not in request.POST
        or not request.user.is_authenticated
        or not sent_from_here(request)
    ):
        return False
    sent = sent_form(request)
    return sent is not None and sent.is_marked(request.get_full_path())


def sent_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that a page of this site sent the form, which no other site can make it say."""
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
