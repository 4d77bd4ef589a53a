"""The forms of a page as a browser has them, and how what is filled in is sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode
from uuid import uuid4

Fields = list[tuple[str, str]]
Given = str | list[str]
"""What is filled in: one text, or several that are ticked."""
_TEXTS = frozenset({"hidden", "text", "email"})
_TICKS = frozenset({"checkbox", "radio"})


@dataclass(frozen=True, slots=True)
class File:
    """A file that is sent: the field that holds it, its name, what is in it."""

    field: str
    name: str
    content: bytes


@dataclass(slots=True)
class Form:
    """A form of a page: where it is sent, what is in it as it stands, and whether it takes a file.

    It is the page's ``own`` where it is what the page is for.
    """

    method: str
    action: str
    own: bool = False
    takes_file: bool = False
    fields: Fields = field(default_factory=list)
    options: dict[str, list[str]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """What is in a field; empty for nothing."""
        return next((text for each, text in self.fields if each == name), "")

    def filled(self, **given: Given) -> Fields:
        """The form with these fields filled in, or chosen: several texts where several are given."""
        kept = [(name, text) for name, text in self.fields if name not in given]
        for name, texts in given.items():
            kept += [(name, texts)] if isinstance(texts, str) else [(name, each) for each in texts]
        return kept


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._open: Form | None = None
        self._select = ""
        self._long: tuple[str, list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            own = "op-form" in given.get("class", "").split()
            self._open = Form(given.get("method", "get").lower(), given.get("action", ""), own)
            self.found.append(self._open)
        elif self._open is None:
            return
        elif tag == "input":
            self._input(self._open, given)
        elif tag == "select":
            self._select = given.get("name", "")
        elif tag == "option":
            self._option(self._open, given)
        elif tag == "textarea":
            self._long = (given.get("name", ""), [])

    def handle_data(self, data: str) -> None:
        if self._long:
            self._long[1].append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        elif tag == "textarea" and self._long and self._open:
            name, texts = self._long
            self._open.fields.append((name, "".join(texts).removeprefix("\n")))
            self._long = None

    def _input(self, form: Form, given: dict[str, str]) -> None:
        kind, name, value = given.get("type", "text"), given.get("name", ""), given.get("value", "")
        form.takes_file |= kind == "file"
        if kind in _TICKS:
            form.options.setdefault(name, []).append(value)
        if (kind in _TEXTS and name) or (kind in _TICKS and "checked" in given):
            form.fields.append((name, value))

    def _option(self, form: Form, given: dict[str, str]) -> None:
        value = given.get("value", "")
        if value:
            form.options.setdefault(self._select, []).append(value)
        if "selected" in given:
            form.fields.append((self._select, value))


def forms_of(page: str) -> list[Form]:
    """The forms of a page, in their order."""
    found = _Forms()
    found.feed(page)
    return found.found


def form_to(page: str, end: str = "") -> Form:
    """The form that changes something and is sent to an address with this end; the page's own for none.

    Raises:
        LookupError: the page has no such form.
    """
    sending = [each for each in forms_of(page) if each.method == "post"]
    for each in sending:
        if each.action.endswith(end) if end else each.own:
            return each
    title = page.partition("<title>")[2].partition("</title>")[0]
    raise LookupError(f"No form is {f'sent to {end}' if end else 'its own'} on “{title}”")


def as_words(fields: Fields) -> tuple[bytes, str]:
    """A form's fields as they are sent, and what says so."""
    return urlencode(fields).encode(), "application/x-www-form-urlencoded"


def with_file(fields: Fields, file: File) -> tuple[bytes, str]:
    """The same, with a file."""
    mark = uuid4().hex
    named = [(f'name="{name}"', text.encode()) for name, text in fields]
    named.append((f'name="{file.field}"; filename="{file.name}"', file.content))
    parts = [
        f"--{mark}\r\nContent-Disposition: form-data; {name}\r\n\r\n".encode() + content
        for name, content in named
    ]
    body = b"\r\n".join([*parts, f"--{mark}--\r\n".encode()])
    return body, f"multipart/form-data; boundary={mark}"
