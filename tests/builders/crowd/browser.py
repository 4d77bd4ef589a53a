"""Somebody's browser at a site over HTTP: pages opened, forms sent as a person sends them."""

from __future__ import annotations

import html
import re
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from threading import Semaphore

from builders.crowd.forms import File, Form, Given, as_words, form_to, with_file
from builders.running_site import PATIENCE

OK, SAVED, CONFLICT, WRONG = 200, 302, 409, 422
_THEIRS = re.compile(r"Keep what it says now</b><span[^>]*>(.*?)</span></label>", re.DOTALL)
_BATCH = re.compile(r'op-came-of.*?/undo/(\w+)/"', re.DOTALL)
_MARKS = re.compile(r"<[^>]*>")


class ErrorPage(Exception):
    """The site has answered with something that no person should see."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the site answers: the status, what it sends, where it leads, whether the page looks again by itself."""

    status: int
    content: bytes
    leads_to: str
    looks_again: bool

    @property
    def page(self) -> str:
        """The page that was sent."""
        return self.content.decode()


@dataclass(frozen=True, slots=True)
class Saved:
    """A change of a text that the site has said is saved: the part, its text before and after."""

    key: str
    before: str
    after: str


@dataclass(slots=True)
class Browser:
    """A browser in which somebody is signed in, by a cookie. ``put_up_with`` are answers that surprise nobody.

    It keeps what it was told: the ``batches`` of changes that were saved with the page that ``told`` of the last,
    the ``conflicts`` that were settled, and how many ``seconds`` each form took to be answered. ``answered``
    is released by each answer, for whoever waits for a number of them.
    """

    port: int
    cookie: str = ""
    put_up_with: Collection[int] = ()
    conflicts: int = 0
    told: str = ""
    batches: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    answered: Semaphore = field(default_factory=Semaphore)

    def page(self, path: str) -> str:
        """A page.

        Raises:
            ErrorPage: it is none.
        """
        return self._got(path).page

    def file(self, path: str) -> bytes:
        """A file.

        Raises:
            ErrorPage: it is none.
        """
        return self._got(path).content

    def sent(self, path: str, form: Form, /, file: File | None = None, **given: Given) -> Answer:
        """What comes of sending the form of a page with these fields filled in, and with a file.

        Raises:
            ErrorPage: what comes is neither a page to go on to, nor a conflict, nor a form to mend.
        """
        fields = form.filled(**given)
        body = with_file(fields, file) if file else as_words(fields)
        begun = time.perf_counter()
        answer = self.asked("POST", form.action or path, *body)
        self.seconds.append(time.perf_counter() - begun)
        if answer.status not in (SAVED, CONFLICT, WRONG, *self.put_up_with):
            raise ErrorPage(f"{path}: {answer.status}")
        return answer

    def batch_after(self, answer: Answer) -> None:
        """Keeps the batch that the page tells of to which an answer leads, where it tells of one."""
        self.told = self.page(answer.leads_to) if answer.status == SAVED else ""
        self.batches += _BATCH.findall(self.told)[:1]

    def reworded(self, plan: str, key: str, word: Callable[[str], str]) -> Saved | None:
        """Changes a part's text to what ``word`` makes of it, and settles every conflict likewise.

        None where the answer is one that is put up with.
        """
        path = f"{plan}parts/{key}/change/text/"
        asked = self._got(path)
        if asked.status != OK:
            return None
        form = form_to(asked.page)
        before = form.text("text")
        text = word(before)
        answer = self.sent(path, form, text=text)
        while answer.status == CONFLICT:
            self.conflicts += 1
            before = _theirs(answer.page)
            text = word(before)
            settled = {"choice-text": "own", "own-text": text}
            answer = self.sent(path, form_to(answer.page), **settled)
        if answer.status in self.put_up_with:
            return None
        if answer.status != SAVED:
            raise ErrorPage(f"{path}: {answer.status}")
        self.batch_after(answer)
        return Saved(key, before, text)

    def asked(self, method: str, path: str, body: bytes | None = None, kind: str = "") -> Answer:
        """What the site answers to one request, in a connection of its own.

        Raises:
            OSError, HTTPException: the answer broke off, or did not come.
        """
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers = {"Cookie": self.cookie} if self.cookie else {}
        if body is not None:
            headers["Content-Type"] = kind
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            content = answer.read()
            if "Content-Length" not in answer.headers and "attachment" not in str(answer.headers):
                raise ConnectionAbortedError(f"{path}: the answer broke off")
            self._keep_cookies(answer.headers.get_all("Set-Cookie") or [])
            self.answered.release()
            leads_to = (answer.headers.get("Location") or "").partition("#")[0]
            return Answer(answer.status, content, leads_to, "Refresh" in answer.headers)
        finally:
            connection.close()

    def _got(self, path: str) -> Answer:
        answer = self.asked("GET", path)
        if answer.status != OK and answer.status not in self.put_up_with:
            raise ErrorPage(f"{path}: {answer.status} {answer.leads_to}")
        return answer

    def _keep_cookies(self, given: list[str]) -> None:
        for line in given:
            for name, cookie in SimpleCookie(line).items():
                self.cookie = f"{name}={cookie.value}" if cookie.value else ""


def _theirs(page: str) -> str:
    found = _THEIRS.search(page)
    assert found, page
    return html.unescape(_MARKS.sub("", found[1])).strip()
