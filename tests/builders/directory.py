"""An authority's directory that speaks OpenID Connect, as a server of its own on this machine.

Run as a program it serves until it is ended, and says its address first.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from builders.running_site import running

_TESTS = Path(__file__).resolve().parents[1]


@contextmanager
def directory(folder: Path, *people: str) -> Iterator[str]:
    """The address of a directory that knows these people, while the block runs.

    Of an address it says that it has verified it where ",verified" follows, that it has not where
    ",denied" does, and else nothing.
    """
    words = [sys.executable, "-m", "builders.directory", *people]
    environment = os.environ | {"PYTHONPATH": str(_TESTS), "AUTHLIB_INSECURE_TRANSPORT": "1"}
    with running(words, folder, environment, stdout=subprocess.PIPE) as process:
        assert process.stdout
        yield process.stdout.readline().decode().strip()


def _serve(people: list[str]) -> None:
    from oidc_provider_mock import User, run_server_in_thread  # noqa: PLC0415 - a program's own

    known = []
    for person in people:
        email, _, said = person.partition(",")
        claims: dict[str, str | bool] = {"email": email, "name": email}
        if said:
            claims["email_verified"] = said == "verified"
        known.append(User(sub=email, claims=claims))
    with run_server_in_thread(user_claims=known) as server:
        sys.stdout.write(f"http://localhost:{server.server_port}\n")
        sys.stdout.flush()
        threading.Event().wait()


if __name__ == "__main__":
    _serve(sys.argv[1:])
