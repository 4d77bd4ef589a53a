"""The command as it is typed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from oneplan.commandline.main import run

Typed = Callable[..., tuple[int, str, str]]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Typed:
    """Runs ``oneplan`` with words; gives the exit status, standard output and standard error."""

    def command(*words: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["oneplan", *map(str, words)])
        status = 0
        try:
            run()
        except SystemExit as end:
            status = int(end.code or 0)
        sys.stdout.flush()
        written = capfdbinary.readouterr()
        return status, written.out.decode(), written.err.decode()

    return command
