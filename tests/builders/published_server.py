"""A server on this machine that answers as public interfaces do, well or badly."""

from __future__ import annotations

import gzip
import json
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Reply:
    """An answer. ``cut`` leaves out so many bytes at its end; ``after`` is waited for before it."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: int = 0
    after: threading.Event | None = None


@dataclass(frozen=True)
class Asked:
    """A request: its path, the first value of each parameter, its headers and what was sent."""

    path: str
    parameters: dict[str, str]
    headers: dict[str, str]
    sent: bytes = b""


Answers = Callable[[Asked], Reply]


def in_json(content: object, **headers: str) -> Reply:
    return Reply(json.dumps(content).encode(), headers=headers)


def compressed(body: bytes) -> Reply:
    return Reply(gzip.compress(body), headers={"Content-Encoding": "gzip"})


@dataclass
class Server:
    """A running server: its address, and everything that it was asked."""

    url: str
    asked: list[Asked]

    def paths(self) -> list[str]:
        return [each.path for each in self.asked]


@contextmanager
def serving(answers: Answers, context: ssl.SSLContext | None = None) -> Iterator[Server]:
    """The server while the block runs; with a context it speaks https."""
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._answer(b"")

        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers["Content-Length"])))

        def log_message(self, *_: object) -> None:
            pass

        def _answer(self, sent: bytes) -> None:
            parts = urlsplit(self.path)
            parameters = {name: values[0] for name, values in parse_qs(parts.query).items()}
            request = Asked(parts.path, parameters, dict(self.headers.items()), sent)
            asked.append(request)
            reply = answers(request)
            if reply.after is not None:
                reply.after.wait()
            self.send_response(reply.status)
            for name, value in {"Content-Length": str(len(reply.body)), **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body[: len(reply.body) - reply.cut])
            self.close_connection = bool(reply.cut)

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """A client that hangs up is what some tests are about."""

    server = Quiet(("127.0.0.1", 0), Handler)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    scheme = "https" if context else "http"
    try:
        yield Server(f"{scheme}://127.0.0.1:{server.server_port}", asked)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
