"""A PostgreSQL of one run: made, used and thrown away.

``python -m builders.postgres_cluster WORD…`` runs a command with its address in ``ONEPLAN_DATABASE``.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

PERSON = "oneplan"
_PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin")
_UNSAFE_AND_QUICK = (
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "max_connections=200",
    "listen_addresses=",
)
_PATIENCE = 60.0


class NoPostgres(Exception):
    """PostgreSQL is not installed here, or there is nobody to run it as."""


def programs() -> Path:
    """The folder of PostgreSQL's programs, of the newest version where there are several.

    Raises:
        NoPostgres: there is none.
    """
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else []
    for pattern in _PLACES:
        folders += sorted(Path("/").glob(pattern.lstrip("/")), key=_version, reverse=True)
    for folder in folders:
        if all((folder / name).is_file() for name in ("initdb", "postgres", "pg_isready")):
            return folder
    raise NoPostgres("PostgreSQL is not here")


def _version(folder: Path) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", str(folder))]


@contextmanager
def cluster() -> Iterator[str]:
    """The address of an empty database that answers on a socket in a folder of its own.

    Raises:
        NoPostgres: there is no PostgreSQL to start.
    """
    place = programs()
    owner = _owner()
    folder = Path(tempfile.mkdtemp(prefix="oneplan-pg-"))
    try:
        if owner:
            shutil.chown(folder, owner, owner)
        words = {"user": owner, "group": owner, "extra_groups": []} if owner else {}
        _made(place, folder, words)
        with _started(place, folder, words):
            yield f"postgresql://{PERSON}@/postgres?host={quote(str(folder), safe='')}"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _owner() -> str | None:
    """Whom to run it as: PostgreSQL refuses to be run by root."""
    if os.name == "nt" or os.getuid() != 0:
        return None
    if subprocess.run(["id", "postgres"], capture_output=True, check=False).returncode:
        raise NoPostgres("PostgreSQL refuses to be run by root, and there is no person “postgres”")
    return "postgres"


def _made(place: Path, folder: Path, words: dict[str, Any]) -> None:
    command = [
        place / "initdb", "--pgdata", folder / "data", "--username", PERSON, "--auth", "trust",
        "--encoding", "UTF8", "--locale", "C", "--no-sync",
    ]  # fmt: skip
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, **words)
    if done.returncode:
        raise AssertionError(done.stderr)


@contextmanager
def _started(place: Path, folder: Path, words: dict[str, Any]) -> Iterator[None]:
    settings = [*_UNSAFE_AND_QUICK, f"unix_socket_directories={folder}"]
    options = [word for setting in settings for word in ("-c", setting)]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [place / "postgres", "-D", folder / "data", *options],
            cwd=folder, stdout=log, stderr=log, **words,
        )  # fmt: skip
    try:
        _wait_for(server, place, folder)
        yield
    finally:
        server.send_signal(signal.SIGQUIT)
        server.wait(timeout=_PATIENCE)


def _wait_for(server: subprocess.Popen[bytes], place: Path, folder: Path) -> None:
    until = time.monotonic() + _PATIENCE
    asked = [place / "pg_isready", "--quiet", "--host", folder]
    while subprocess.run(asked, check=False).returncode:
        if server.poll() is not None or time.monotonic() > until:
            raise AssertionError((folder / "log").read_text(encoding="utf-8", errors="replace"))
        time.sleep(0.05)


def run(command: list[str]) -> int:
    """Runs a command on a new PostgreSQL; its exit status, or 0 with a word where there is none."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        with cluster() as address:
            print("On PostgreSQL:", " ".join(command), flush=True)
            return subprocess.run(
                command, env={**os.environ, "ONEPLAN_DATABASE": address}, check=False
            ).returncode
    except NoPostgres as missing:
        print(f"Skipped: the tests on PostgreSQL. {missing}; see docs/how-to/run-the-tests.md.")
        return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
