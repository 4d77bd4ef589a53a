"""Spreadsheets that were brought back: one for each person and plan, for a day, outside of what the web shows."""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.utils.crypto import salted_hmac

from oneplan.evidence.observations.durable import write_durably

LARGEST = 5_000_000
"""Bytes of a spreadsheet."""
_FOLDER = "sheets"
_SECONDS = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class KeptSheet:
    """A spreadsheet as it was sent, with the name of its file."""

    name: str
    data: bytes

    @property
    def mark(self) -> str:
        """What tells it from every other."""
        return sha256(self.data).hexdigest()[:20]


def keep(person: str, plan: str, sheet: KeptSheet) -> None:
    """Keeps what a person sent for a plan, in the place of what they sent before."""
    sweep(time.time())
    content = json.dumps(sheet.name).encode() + b"\n" + sheet.data
    write_durably(_path(person, plan), content, mode=0o600)


def kept(person: str, plan: str) -> KeptSheet | None:
    """What a person sent for a plan within the last day; None for nothing."""
    path = _path(person, plan)
    try:
        if path.stat().st_mtime < time.time() - _SECONDS:
            return None
        name, _, data = path.read_bytes().partition(b"\n")
        return KeptSheet(str(json.loads(name)), data)
    except (OSError, ValueError):
        return None


def forget(person: str, plan: str) -> None:
    """Deletes what a person sent for a plan."""
    _path(person, plan).unlink(missing_ok=True)


def sweep(now: float) -> None:
    """Deletes what has lain for a day; ``now`` in seconds."""
    folder = Path(settings.ONEPLAN_DATA) / _FOLDER
    for path in folder.iterdir() if folder.is_dir() else ():
        with suppress(OSError):
            if path.stat().st_mtime < now - _SECONDS:
                path.unlink()


def _path(person: str, plan: str) -> Path:
    return _folder() / salted_hmac("oneplan.kept-sheets", f"{person} {plan}").hexdigest()


def _folder() -> Path:
    """The folder, made where it is not there; only this site may open it."""
    folder = Path(settings.ONEPLAN_DATA) / _FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix":
        folder.chmod(0o700)
    return folder
