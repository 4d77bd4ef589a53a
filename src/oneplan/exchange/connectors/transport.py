"""Requests over HTTP that wait, try again, check certificates and end, whatever the other side does."""

from __future__ import annotations

import json
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.message import Message
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPMessage
from pathlib import Path
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import (
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    Request,
    build_opener,
)
from urllib.response import addinfourl

from oneplan import __version__
from oneplan.exchange.connectors.body import BrokenBody, TooLarge, body_of
from oneplan.exchange.connectors.refusals import FetchFailed, refused, told

Parameters = Mapping[str, str | int]

_AGAIN = frozenset((408, 425, 429, 500, 502, 503, 504))
_NOT_MODIFIED = 304
_LOCAL = frozenset(("localhost", "127.0.0.1", "::1"))


@dataclass(frozen=True, slots=True)
class Marks:
    """What tells one state of a source from the next: its version or date, or the server's marks."""

    version: str | None = None
    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, with the server's marks of it.

    ``is_same`` is true where the server says that nothing changed since the marks it was asked with;
    the body is then empty.
    """

    body: bytes
    marks: Marks
    is_same: bool = False


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait and how often to try; seconds."""

    quiet: float = 30
    """Without a byte."""
    whole: float = 600
    """For an answer as a whole."""
    tries: int = 5
    first_pause: float = 1
    longest_pause: float = 120


@dataclass(slots=True)
class Transport:
    """Fetches from one server. Certificates are always verified, with ``ca_file`` beside the usual.

    ``pause`` is what waits between tries, ``say`` is told what is being waited for.
    """

    base_url: str
    ca_file: Path | None = None
    patience: Patience = field(default_factory=Patience)
    most_bytes: int = 500_000_000
    pause: Callable[[float], None] = time.sleep
    say: Callable[[str], None] = field(default=lambda _: None)
    _opener: OpenerDirector | None = None

    def get(
        self, path: str, parameters: Parameters | None = None, known: Marks | None = None
    ) -> Answer:
        """The answer at a path; ``known`` are the marks of last time, so that it need not come again.

        Raises:
            FetchFailed: the server cannot be reached, is not who it should be, or refuses.
        """
        headers = {}
        if known and known.etag:
            headers["If-None-Match"] = known.etag
        if known and known.modified:
            headers["If-Modified-Since"] = known.modified
        return self._answer(Request(self._url(path, parameters), headers=headers))  # noqa: S310

    def get_json(self, path: str, parameters: Parameters | None = None) -> object:
        """What the JSON at a path holds.

        Raises:
            FetchFailed: as :meth:`get`, or the answer is no JSON.
        """
        return self._parsed(self.get(path, parameters).body, path)

    def post_json(self, path: str, content: object) -> object:
        """What is answered to JSON that is sent to a path.

        Raises:
            FetchFailed: as :meth:`get_json`.
        """
        data = json.dumps(content).encode()
        headers = {"Content-Type": "application/json"}
        request = Request(self._url(path, None), data=data, headers=headers)  # noqa: S310
        return self._parsed(self._answer(request).body, path)

    def _url(self, path: str, parameters: Parameters | None) -> str:
        parts = urlsplit(self.base_url)
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOCAL):
            raise FetchFailed(
                f"{self.base_url} is no address that is fetched from.",
                "Give one that begins with https://.",
            )
        asked = f"?{urlencode(parameters)}" if parameters else ""
        return f"{self.base_url.rstrip('/')}/{path.lstrip('/')}{asked}"

    def _parsed(self, body: bytes, path: str) -> object:
        try:
            return json.loads(body)
        except (ValueError, RecursionError) as error:
            raise FetchFailed(
                f"{self._host()} gave no JSON for {path}.",
                "Try again later; if it stays so, the interface has changed.",
            ) from error

    def _host(self) -> str:
        return urlsplit(self.base_url).netloc

    def _answer(self, request: Request) -> Answer:
        request.add_header("User-Agent", f"oneplan/{__version__}")
        request.add_header("Accept-Encoding", "gzip")
        wait = self.patience.first_pause
        for tried in range(1, self.patience.tries + 1):
            try:
                return self._once(request)
            except HTTPError as error:
                with error:
                    asked = self._pause_asked(error.headers)
                    if error.code not in _AGAIN or tried == self.patience.tries:
                        raise refused(self._host(), error) from error
                problem = f"{self._host()} answers {error.code}"
            except TooLarge as error:
                raise told(error, self._host()) from error
            except (URLError, HTTPException, BrokenBody, OSError) as error:
                failed = told(error, self._host())
                if not failed.passes or tried == self.patience.tries:
                    raise failed from error
                asked, problem = None, str(failed)
            pause = wait if asked is None else asked
            self.say(f"{problem} Trying again in {pause:.0f} s.")
            self.pause(pause)
            wait = min(wait * 2, self.patience.longest_pause)
        raise AssertionError("the last try returns or raises")

    def _once(self, request: Request) -> Answer:
        try:
            with self._open(request) as response:
                ends = time.monotonic() + self.patience.whole
                headers: Message = response.headers
                body = body_of(response, headers, self.most_bytes, ends)
                return Answer(body, _marks(headers))
        except HTTPError as error:
            if error.code != _NOT_MODIFIED:
                raise
            with error:
                return Answer(b"", _marks(error.headers), is_same=True)

    def _open(self, request: Request) -> addinfourl:
        if self._opener is None:
            context = _context(self.ca_file)
            self._opener = build_opener(HTTPSHandler(context=context), _SafeRedirects())
        return self._opener.open(request, timeout=self.patience.quiet)  # type: ignore[no-any-return]

    def _pause_asked(self, headers: Message) -> float | None:
        """The seconds that Retry-After asks for; None where it asks for nothing.

        Raises:
            FetchFailed: it asks for more than anybody would wait.
        """
        text = headers.get("Retry-After", "").strip()
        if not text:
            return None
        if text.isdecimal():
            seconds = float(text)
        else:
            try:
                seconds = max(0.0, parsedate_to_datetime(text).timestamp() - time.time())
            except ValueError:
                return None
        if seconds > self.patience.longest_pause:
            raise FetchFailed(
                f"{self._host()} asks to wait {seconds:.0f} seconds.", "Try again after that."
            )
        return seconds


def _marks(headers: Message) -> Marks:
    return Marks(None, headers.get("ETag"), headers.get("Last-Modified"))


def _context(ca_file: Path | None) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if ca_file is not None:
        try:
            context.load_verify_locations(cafile=ca_file)
        except (OSError, ssl.SSLError) as error:
            raise FetchFailed(
                f"{ca_file} is no file of certificates that can be read.",
                "Give a file in PEM form.",
            ) from error
    return context


class _SafeRedirects(HTTPRedirectHandler):
    """Follows redirects, never from https to anything else."""

    max_redirections = 5

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """The request to follow with.

        Raises:
            FetchFailed: it would leave the protection of https.
        """
        if req.type == "https" and not newurl.startswith("https:"):
            raise FetchFailed(
                f"{req.host} leads away from https, to {urlsplit(newurl).netloc}.",
                "Nothing was fetched; ask the publisher.",
            )
        return super().redirect_request(req, fp, code, msg, headers, newurl)
