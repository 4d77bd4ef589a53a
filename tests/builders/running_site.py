"""Sites in processes of their own: on a port that nobody else has, waited for, and ended."""

from __future__ import annotations

import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 300.0
"""Seconds until a site that neither answers nor ends is given up, on the busiest machine."""

_STRAIGHT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@contextmanager
def port_of_ones_own() -> Iterator[int]:
    """A port that the system gives to nobody else while the block runs.

    It stays bound, since servers that share ports would otherwise also share one by accident.
    """
    with socket.socket() as held:
        shared = getattr(socket, "SO_REUSEPORT", None)
        if shared is not None:
            held.setsockopt(socket.SOL_SOCKET, shared, 1)
        held.bind(("127.0.0.1", 0))
        port = int(held.getsockname()[1])
        if shared is None:
            held.close()
        yield port


@contextmanager
def running(
    words: Sequence[str | Path],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    stdout: int | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """The program while the block runs, begun in the folder, with this process's environment if none."""
    process = subprocess.Popen(
        [str(word) for word in words],
        env=dict(os.environ if environment is None else environment),
        cwd=folder,
        stdout=stdout,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout:
            process.stdout.close()


def wait_until_it_answers(address: str, process: subprocess.Popen[bytes]) -> None:
    """Returns when the site has given its first page."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        assert process.poll() is None, f"the site ended with code {process.returncode}"
        try:
            page_at(address)
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError(f"{address} did not answer")


def page_at(address: str) -> str:
    """The text at an address of this machine, whatever proxy the machine has."""
    with _STRAIGHT.open(address, timeout=PATIENCE) as answer:
        return str(answer.read().decode())
