"""What the site works on beside its pages: waited for, and without an end."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

from django.http import HttpResponse
from django.test import Client

from oneplan.website.jobs import rooms
from oneplan.website.jobs.reading_files import ReadingFolder, Request

_PATIENCE = 600.0
"""Seconds, for the busiest machine."""


def finished(client: Client, address: str) -> HttpResponse:
    """The page at the address once it no longer asks to be looked at again."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        answer: Any = client.get(address)
        if "Refresh" not in answer.headers:
            return answer
        time.sleep(0.2)
    raise AssertionError("what the site works on did not end")


def endless(data: Path, owner: str = "me") -> ReadingFolder:
    """A reading that waits for its file to come to an end; the system must have named pipes."""
    path = data / "readings" / "endless"
    path.mkdir(parents=True)
    os.mkfifo(path / "upload")
    folder = ReadingFolder(path)
    folder.begin(Request(name="plan.txt", owner=rooms.hashed(owner), made=time.time()))
    return folder
