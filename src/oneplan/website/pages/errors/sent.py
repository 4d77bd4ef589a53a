"""What a form sent that could not be taken, to be kept on a page and sent again."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

_SECRETS = ("/sign-in/", "/account/")
"""Where passwords and codes are typed, which no page gives back."""
_TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - a field's name
_LONG = 30


@dataclass(frozen=True, slots=True)
class Sent:
    """A form as it was sent: each field with its text, and the longer texts to be read or copied."""

    fields: list[tuple[str, str]]
    texts: list[str]

    @property
    def but_for_token(self) -> list[tuple[str, str]]:
        """The fields that somebody filled in, for a form that gets a token of its own."""
        return [field for field in self.fields if field[0] != _TOKEN]


def sent_form(request: HttpRequest) -> Sent | None:
    """What was sent; None where it cannot be sent again from a page: a file, a password, nothing."""
    if request.method != "POST" or request.FILES or request.path.startswith(_SECRETS):
        return None
    fields = [(name, str(value)) for name, values in request.POST.lists() for value in values]
    texts = [text for name, text in fields if len(text) > _LONG and " " in text]
    return Sent(fields, texts)


def sent_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that a page of this site sent the form, which no other site can make it say."""
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
