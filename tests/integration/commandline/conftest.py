"""The command as it is typed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from builders.typed_commands import Said, Typed
from oneplan.commandline.main import run


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Typed:
    """Runs ``oneplan`` with words; gives how it ended and what it wrote."""

    def command(*words: str | Path) -> Said:
        monkeypatch.setattr(sys, "argv", ["oneplan", *map(str, words)])
        status = 0
        try:
            run()
        except SystemExit as end:
            status = int(end.code or 0)
        sys.stdout.flush()
        written = capfdbinary.readouterr()
        return Said(status, written.out.decode(), written.err.decode())

    return command
