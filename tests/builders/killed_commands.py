"""Commands run in processes forked from one that has everything loaded, and killed at a moment.

A run of this file reads one request a line (JSON: ``words``, ``kill_after`` in seconds or null) and
answers each with a line (``status``, negative for the signal, and ``seconds``).
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

PATIENCE = 600.0
ALONE = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
}
"""One thread in the process that forks, as forking asks for."""
LOADED = (
    "duckdb",
    "pyarrow.compute",
    "pyarrow.csv",
    "pyarrow.parquet",
    "scipy.stats",
    "oneplan.exchange.reports.formats.text",
)
PACKAGES = (
    "oneplan.commandline",
    "oneplan.evidence",
    "oneplan.exchange.data_readers",
    "oneplan.exchange.known",
)


@dataclass(frozen=True)
class Ended:
    """How a command ended, and after how many seconds."""

    status: int
    seconds: float

    @property
    def was_killed(self) -> bool:
        return self.status == -signal.SIGKILL


class Commands:
    """Commands of oneplan, each in a process of its own."""

    def __init__(self, requests: IO[str], answers: IO[str]) -> None:
        self._requests = requests
        self._answers = answers

    def run(self, words: Sequence[str | Path], kill_after: float | None = None) -> Ended:
        """Runs a command, and kills it after so many seconds if it has not ended by then."""
        request = {"words": [str(word) for word in words], "kill_after": kill_after}
        self._requests.write(json.dumps(request) + "\n")
        self._requests.flush()
        return Ended(**json.loads(self._answers.readline()))


@contextmanager
def killed_commands() -> Iterator[Commands]:
    """A process that runs commands."""
    process = subprocess.Popen(
        [sys.executable, __file__],
        env={**os.environ, **ALONE},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield Commands(process.stdin, process.stdout)
    finally:
        process.stdin.close()
        process.wait(PATIENCE)
        process.stdout.close()


def _serve() -> None:
    _load()
    for line in sys.stdin:
        request = json.loads(line)
        print(json.dumps(_ended(request["words"], request["kill_after"])), flush=True)


def _load() -> None:
    """Loads what commands load when they run, so that a moment of theirs is a moment of their work."""
    for name in LOADED:
        importlib.import_module(name)
    for package in PACKAGES:
        path = importlib.import_module(package).__path__
        for module in pkgutil.walk_packages(path, f"{package}."):
            importlib.import_module(module.name)
    importlib.import_module("oneplan.evidence.catalogue").load_catalogue()


def _ended(words: list[str], kill_after: float | None) -> dict[str, float]:
    begun = time.monotonic()
    child = os.fork()
    if child == 0:
        _command(words)
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        passed = time.monotonic() - begun
        if ended:
            return {"status": os.waitstatus_to_exitcode(status), "seconds": passed}
        if kill_after is not None and passed >= kill_after:
            os.kill(child, signal.SIGKILL)
            kill_after = None
        time.sleep(0.0005)


def _command(words: list[str]) -> None:
    from oneplan.commandline.main import run  # noqa: PLC0415

    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
    sys.argv = ["oneplan", *words]
    try:
        run()
        os._exit(0)
    except SystemExit as end:
        os._exit(int(end.code or 0))
    except BaseException:
        os._exit(70)


if __name__ == "__main__":
    _serve()
