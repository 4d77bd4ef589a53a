"""The site in a process forked from one that has everything loaded, killed and begun again at once.

Run as a program it reads one word a line and answers each with a line of JSON: ``serve`` forks a
process that serves the site, ``kill`` kills it without warning, ``kept`` says what the database keeps.
All processes listen at one port, which the first keeps: who asks while none serves waits for the next.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import IO, Any, NoReturn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from builders.crowd.agreement import Kept, kept
from builders.running_site import PATIENCE


class KilledSite:
    """A site that is served and killed; ``port`` is where it listens."""

    def __init__(self, words: IO[bytes], answers: IO[bytes]) -> None:
        self._words = words
        self._answers = answers
        self.port = int(json.loads(self._answers.readline()))

    def serve(self) -> None:
        """Begins to serve the site, which is not being served."""
        self._told("serve")

    def kill(self) -> None:
        """Kills the process that serves the site, and returns when it is gone."""
        assert self._told("kill") == -signal.SIGKILL

    def kept(self) -> Kept:
        """What the site's database keeps."""
        return Kept(**self._told("kept"))

    def _told(self, word: str) -> Any:
        self._words.write(f"{word}\n".encode())
        self._words.flush()
        return json.loads(self._answers.readline())


@contextmanager
def killed_site(environment: Mapping[str, str]) -> Iterator[KilledSite]:
    """A site of this environment whose tables are there, not served yet."""
    words = [sys.executable, "-m", "builders.crowd.killed_site"]
    process = subprocess.Popen(
        words,
        env=dict(environment),
        cwd=Path(environment["ONEPLAN_DATA"]),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdin
    assert process.stdout
    try:
        yield KilledSite(process.stdin, process.stdout)
    finally:
        process.stdin.close()
        process.wait(PATIENCE)
        process.stdout.close()


class _Server(ThreadingMixIn, WSGIServer):
    """Serves each request in a thread, on a socket that is there already."""

    daemon_threads = True

    def __init__(self, listening: socket.socket, application: Any) -> None:
        super().__init__(listening.getsockname(), _Quiet, bind_and_activate=False)
        self.socket.close()
        self.socket = listening
        self.server_name, self.server_port = listening.getsockname()
        self.setup_environ()
        self.set_app(application)


class _Quiet(WSGIRequestHandler):
    """Says nothing of each request."""

    def log_message(self, *_words: Any) -> None:
        """Says nothing."""


def _run() -> None:
    application = _loaded()
    serving = 0
    with socket.create_server(("127.0.0.1", 0), backlog=128) as listening:
        _say(listening.getsockname()[1])
        for line in sys.stdin:
            word = line.strip()
            if word == "serve":
                serving = os.fork() or _serve(listening, application)
                _say(serving)
            elif word == "kill":
                os.kill(serving, signal.SIGKILL)
                _say(os.waitstatus_to_exitcode(os.waitpid(serving, 0)[1]))
                serving = 0
            else:
                _say(asdict(kept()))
                _close()
    if serving:
        os.kill(serving, signal.SIGKILL)


def _loaded() -> Any:
    """The site's application with all that its pages need loaded, and no connection."""
    from django.test import Client  # noqa: PLC0415 - a program's own

    from oneplan.website.wsgi import application  # noqa: PLC0415 - needs the settings

    Client().get("/", SERVER_NAME="127.0.0.1")
    _close()
    return application


def _close() -> None:
    from django.db import connections  # noqa: PLC0415 - a program's own

    connections.close_all()


def _say(told: object) -> None:
    print(json.dumps(told), flush=True)


def _serve(listening: socket.socket, application: Any) -> NoReturn:
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    _Server(listening, application).serve_forever()
    os._exit(0)


if __name__ == "__main__":
    _run()
