"""Somebody's browser at a site over HTTP: pages opened, forms sent as a person sends them."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPConnection
from threading import Semaphore
from urllib.parse import urlencode

from builders.running_site import PATIENCE

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
_SEEN = re.compile(r'name="seen" value="(\d+)"')
_TYPED = re.compile(r'<textarea [^>]*name="text"[^>]*>\n(.*?)</textarea>', re.DOTALL)
_THEIRS = re.compile(r"Keep what it says now</b><span[^>]*>(.*?)</span></label>", re.DOTALL)
_MARKS = re.compile(r"<[^>]*>")
SAVED, CONFLICT, WRONG = 302, 409, 422


class ErrorPage(Exception):
    """The site has answered with something that no person should see."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the site answers: the status, the page, and where it leads."""

    status: int
    page: str
    leads_to: str


@dataclass(frozen=True, slots=True)
class Saved:
    """A change that the site has said is saved: the part, its text before and after."""

    key: str
    before: str
    after: str


@dataclass(slots=True)
class Browser:
    """A browser in which somebody is signed in. ``conflicts`` counts those that were told and settled.

    ``answered`` is released by each answer, for whoever waits for a number of them.
    """

    port: int
    cookie: str
    conflicts: int = 0
    answered: Semaphore = field(default_factory=Semaphore)

    def page(self, path: str) -> str:
        """A page.

        Raises:
            ErrorPage: it is none.
        """
        answer = self.asked("GET", path)
        if answer.status != 200:
            raise ErrorPage(f"{path}: {answer.status}")
        return answer.page

    def sent(self, path: str, form: str, **fields: str) -> Answer:
        """What comes of sending the form on a page, with what the page itself sends with it.

        Raises:
            ErrorPage: what comes is neither a page to go on to, nor a conflict, nor a form to mend.
        """
        fields["csrfmiddlewaretoken"] = _text(_TOKEN, form)
        if seen := _SEEN.search(form):
            fields["seen"] = seen[1]
        answer = self.asked("POST", path, urlencode(fields))
        if answer.status not in (SAVED, CONFLICT, WRONG):
            raise ErrorPage(f"{path}: {answer.status}")
        return answer

    def asked(self, method: str, path: str, body: str | None = None) -> Answer:
        """What the site answers to one request, in a connection of its own.

        Raises:
            OSError, HTTPException: the answer broke off, or did not come.
        """
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers = {"Cookie": self.cookie}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            page = answer.read().decode()
            if "Content-Length" not in answer.headers:
                raise ConnectionAbortedError(f"{path}: the answer broke off")
            self.answered.release()
            return Answer(answer.status, page, answer.headers.get("Location") or "")
        finally:
            connection.close()

    def reworded(self, plan: str, key: str, word: Callable[[str], str]) -> Saved:
        """Changes a part's text to what ``word`` makes of it, and settles every conflict likewise."""
        path = f"{plan}parts/{key}/change/text/"
        form = self.page(path)
        before = _text(_TYPED, form)
        text = word(before)
        answer = self.sent(path, form, text=text)
        while answer.status == CONFLICT:
            self.conflicts += 1
            before = _text(_THEIRS, answer.page)
            settled = {"settle": "1", "clash": "text", "choice-text": "own", "text": text}
            text = word(before)
            answer = self.sent(path, answer.page, **settled, **{"own-text": text})
        if answer.status != SAVED:
            raise ErrorPage(f"{path}: {answer.status}")
        return Saved(key, before, text)

    def frozen(self, plan: str, number: str) -> bool:
        """Whether a version was frozen; not where the plan was changed while its form was filled in."""
        path = f"{plan}versions/freeze/"
        form = self.page(path)
        return self.sent(path, form, number=number, note="Kept").status == SAVED

    def made_a_plan(self, imports: str, file: str) -> bool:
        """Whether a file that was read was made a draft plan."""
        path = f"{imports}{file}/draft/"
        return self.sent(path, self.page(path)).status == SAVED


def _text(pattern: re.Pattern[str], page: str) -> str:
    found = pattern.search(page)
    assert found, page
    return html.unescape(_MARKS.sub("", found[1])).strip()
