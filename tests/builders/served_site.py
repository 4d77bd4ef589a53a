"""The site as a browser test visits it: a data folder of its own, its tables made, served by granian."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from builders.running_site import port_of_ones_own, running, wait_until_it_answers

_FILE = "oneplan.sqlite3"
_TESTS = Path(__file__).resolve().parents[1]


def environment_of(data: Path, **more: str) -> dict[str, str]:
    """The environment of a site with this data folder, which sees what the tests build."""
    paths = (str(_TESTS), os.environ.get("PYTHONPATH"))
    return {
        **os.environ,
        "ONEPLAN_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "builders.patient_site",
        "PYTHONPATH": os.pathsep.join(filter(None, paths)),
        **more,
    }


def told_by(environment: Mapping[str, str], *words: str) -> str:
    """What a module says that is run as a program of the site, before the site is served."""
    command = [sys.executable, "-m", *words]
    folder = environment["ONEPLAN_DATA"]
    done = subprocess.run(
        command, env=dict(environment), cwd=folder, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


def make_tables(environment: Mapping[str, str]) -> None:
    """Makes the tables of the site's database; those of a file are made once for all tests of a process."""
    if environment.get("ONEPLAN_DATABASE"):
        _migrate(environment)
    else:
        (Path(environment["ONEPLAN_DATA"]) / _FILE).write_bytes(_file_with_tables())


@cache
def _file_with_tables() -> bytes:
    with TemporaryDirectory() as folder:
        _migrate(environment_of(Path(folder)))
        return (Path(folder) / _FILE).read_bytes()


def _migrate(environment: Mapping[str, str]) -> None:
    told_by(environment, "django", "migrate", "--verbosity", "0")


@contextmanager
def served(environment: Mapping[str, str], workers: int = 1, threads: int = 0) -> Iterator[str]:
    """The address of the site, while the block runs; so many processes answer, with so many threads each.

    Without a word there are as many threads as granian chooses.
    """
    many = ["--workers", str(workers), *(["--blocking-threads", str(threads)] if threads else [])]
    with port_of_ones_own() as port:
        command = [
            sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1",
            "--port", str(port), "--no-log", "--workers-kill-timeout", "30", *many,
            "oneplan.website.wsgi:application",
        ]  # fmt: skip
        with running(command, Path(environment["ONEPLAN_DATA"]), environment) as server:
            address = f"http://127.0.0.1:{port}"
            wait_until_it_answers(address, server)
            yield address
