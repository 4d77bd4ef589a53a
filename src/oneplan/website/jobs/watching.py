"""Starts the child process that reads, and watches it: time, a wish to stop, a sudden end."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import time
from threading import Thread

from django.conf import settings

from oneplan.website.jobs.limits import TOO_LARGE_CODE
from oneplan.website.jobs.reading_files import FAULT, End, ReadingFolder

_log = logging.getLogger(__name__)
_LOOK_SECONDS = 0.1
_SIGN_SECONDS = 1.0
_PASSED_ON = (
    "PATH",
    "PYTHONPATH",
    "SYSTEMROOT",
    "TEMP",
    "TMP",
    "TMPDIR",
    "LANG",
    "COVERAGE_PROCESS_START",
)

TOO_LONG = End(
    "too-long",
    "Reading the file took too long and was stopped.",
    "Divide the plan into several files, or save it as Word or Excel if it is a PDF.",
)
TOO_LARGE = End(
    "too-large",
    "Reading the file needed more memory than a plan should.",
    "Take pictures and attachments out, or divide the plan into several files.",
)
STOPPED = End("stopped", "You stopped the reading.", "Nothing has been kept but the file you sent.")
BROKEN = End(
    "broken",
    "The file made the reader fail.",
    "Save it in another format (Word as PDF, or PDF as Word) and send that.",
)


def start_reading(folder: ReadingFolder) -> None:
    """Begins to read in a child process; a thread watches it to its end.

    The child ends with this process, whatever ends that: it hears it at its standard input.
    """
    command = [
        sys.executable, "-P", "-X", "utf8", "-m", "oneplan.website.jobs.read_plan",
        str(folder.path), str(settings.ONEPLAN_READING_SECONDS), str(settings.ONEPLAN_READING_BYTES),
    ]  # fmt: skip
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    process = subprocess.Popen(  # noqa: S603 - our own module, the folder's name is ours too
        command,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    limit = time.monotonic() + settings.ONEPLAN_READING_SECONDS
    Thread(target=_watch, args=(process, folder, limit), daemon=True).start()


def _watch(process: subprocess.Popen[bytes], folder: ReadingFolder, limit: float) -> None:
    with process:
        end = _watched(process, folder, limit)
        if process.poll() is None:
            process.kill()
    if end is None and process.returncode != 0:
        _log.warning("A reading ended with code %s. %s", process.returncode, _fault(folder))
        end = TOO_LARGE if process.returncode == TOO_LARGE_CODE else BROKEN
    if end is not None and folder.path.exists():
        folder.ended(end)


def _watched(process: subprocess.Popen[bytes], folder: ReadingFolder, limit: float) -> End | None:
    """Waits for the child's own end (None), or until it has to be ended; leaves signs that it is watched."""
    sign = 0.0
    while process.poll() is None:
        if time.monotonic() >= sign:
            folder.is_watched()
            sign = time.monotonic() + _SIGN_SECONDS
        time.sleep(_LOOK_SECONDS)
        if folder.asked_to_stop():
            return STOPPED
        if time.monotonic() > limit:
            return TOO_LONG
    return None


def _fault(folder: ReadingFolder) -> str:
    """Where in our code the reader failed, for the operator's log; nothing of the plan."""
    try:
        return folder.text(FAULT)
    except OSError:
        return "It did not say where."
