"""The files of one reading: what the site and the child process tell each other through a folder."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal

from oneplan.evidence.observations.durable import write_durably

How = Literal["read", "unreadable", "too-long", "too-large", "stopped", "broken"]

UPLOAD = "upload"
PLAN = "plan.json"
FINDINGS = "findings.json"
SOURCE = "source.json"
COLUMNS = "columns.json"
FAULT = "fault.txt"
ACCEPTED = "accepted.yaml"
_REQUEST = "request.json"
_STEP = "step.txt"
_STOP = "stop"
_WATCHED = "watched"
_END = "end.json"


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be read, for whom (a hash of the visitor's token) and since when (seconds)."""

    name: str
    owner: str
    made: float
    mapping: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class End:
    """How a reading ended; with a sentence and a cure where it was not read."""

    how: How
    message: str = ""
    cure: str = ""


@dataclass(frozen=True, slots=True)
class ReadingFolder:
    """A reading's folder, its files read and written whole."""

    path: Path

    @property
    def name(self) -> str:
        """The reading's name in addresses."""
        return self.path.name

    def begin(self, request: Request) -> None:
        """Puts the request down and forgets how an earlier reading of the file ended."""
        for file in (_END, _STOP, _STEP, _WATCHED, PLAN, FINDINGS, SOURCE, COLUMNS, FAULT):
            (self.path / file).unlink(missing_ok=True)
        self.write(_REQUEST, json.dumps(asdict(request)))

    def request(self) -> Request | None:
        """The request; None where the folder is none of ours or is going away."""
        try:
            return Request(**json.loads(self.text(_REQUEST)))
        except (OSError, ValueError, TypeError):
            return None

    def at_step(self, words: str) -> None:
        """Says what is being done now; no matter if nobody can be told."""
        with suppress(OSError):
            self.write(_STEP, words)

    def step(self) -> str:
        """What is being done now; empty before the child has begun."""
        try:
            return self.text(_STEP)
        except OSError:
            return ""

    def is_watched(self) -> None:
        """Says that somebody is still watching the reading."""
        with suppress(OSError):
            (self.path / _WATCHED).touch()

    def last_sign(self) -> float:
        """When the present reading was asked for or last seen to be watched, in seconds; 0 for never."""
        return max(map(self._changed, (_REQUEST, _WATCHED)))

    def ask_to_stop(self) -> None:
        """Asks whoever watches the reading to stop it; a folder that is gone has nothing to stop."""
        with suppress(OSError):
            (self.path / _STOP).touch()

    def asked_to_stop(self) -> bool:
        """Whether somebody asked, or the folder is gone."""
        return (self.path / _STOP).exists() or not self.path.exists()

    def ended(self, end: End) -> None:
        """Puts down how the reading ended. The first to say so is right."""
        if (self.path / _END).exists():
            return
        with suppress(OSError):  # somebody has just deleted the folder
            self.write(_END, json.dumps(asdict(end)))

    def end(self) -> End | None:
        """How the reading ended; None while it runs."""
        try:
            return End(**json.loads(self.text(_END)))
        except (OSError, ValueError, TypeError):
            return None

    def text(self, file: str) -> str:
        """A file's text."""
        return (self.path / file).read_text(encoding="utf-8")

    def write(self, file: str, text: str) -> None:
        """Writes a file so that no reader ever sees half of it."""
        write_durably(self.path / file, text.encode())

    def _changed(self, file: str) -> float:
        try:
            return (self.path / file).stat().st_mtime
        except OSError:
            return 0.0
