"""The readings of this site: made, watched, found again by their owner, deleted when their time is over."""

from __future__ import annotations

import logging
import secrets
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from oneplan.evidence.observations.durable import sync_folder, write_durably
from oneplan.website.jobs.opened_readings import forget
from oneplan.website.jobs.reading_files import ACCEPTED, UPLOAD, End, ReadingFolder, Request
from oneplan.website.jobs.rooms import ROOMS, UNSEEN, VISITORS, Room, hashed
from oneplan.website.jobs.watching import start_reading

BUSY = "Other plans are being read just now. Wait a minute and send yours again"
BROKE_OFF = End(
    "broken",
    "The reading broke off, because the site was stopped meanwhile.",
    "Send the file again.",
)
_SILENT_SECONDS = 15
"""A reading that nobody has been seen to watch for so long has broken off."""
_LONGEST_NAME = 100
"""Letters: the names that are given out have 22, and a folder's name cannot have many more than 200."""
_HALF_MADE_SECONDS = 10 * 60
_SWEPT_SECONDS = 60
_log = logging.getLogger(__name__)
_lock = Lock()


@dataclass(slots=True)
class _Swept:
    """When this process last swept because somebody looked for a reading, in seconds."""

    at: float = 0.0


_swept = _Swept()


class TooBusy(Exception):
    """As many plans are being read, or kept, as this site allows."""


def make(
    upload: UploadedFile[bytes],
    name: str,
    owner: str,
    now: float,
    accepted: bytes = b"",
    room: Room = VISITORS,
) -> ReadingFolder:
    """Stores an upload in a folder that only this site's user can open, and begins to read it.

    ``accepted`` is the file of accepted findings that the visitor put beside it.

    Raises:
        TooBusy: nothing has been stored.
    """
    folder = store(upload, name, owner, now, room, accepted)
    start_reading(folder)
    return folder


def store(
    upload: UploadedFile[bytes],
    name: str,
    owner: str,
    now: float,
    room: Room = VISITORS,
    accepted: bytes = b"",
) -> ReadingFolder:
    """Stores an upload, not read yet. Its folder is seen when all of it is kept, whatever happens meanwhile.

    Raises:
        TooBusy: nothing has been stored.
    """
    sweep(now)
    own = room.of(owner)
    with _lock:
        _check_room(now, room)
        made = _unseen(own)
        made.mkdir(mode=0o700)
        try:
            write_durably(made / UPLOAD, upload.chunks())
            if accepted:
                write_durably(made / ACCEPTED, accepted)
            ReadingFolder(made).begin(Request(name=name, owner=hashed(owner), made=now))
            folder = ReadingFolder(made.rename(own / secrets.token_urlsafe(16)))
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            raise
    sync_folder(own)
    return folder


def read_again(
    folder: ReadingFolder, mapping: dict[str, str], now: float, room: Room = VISITORS
) -> None:
    """Reads the same file with columns that the visitor has named.

    Raises:
        TooBusy: nothing has been changed.
    """
    request = folder.request()
    if request is None:
        return
    with _lock:
        _check_room(now, room, more=0)
        folder.begin(Request(request.name, request.owner, request.made, mapping))
    start_reading(folder)


def find(name: str, owner: str, now: float, room: Room = VISITORS) -> ReadingFolder | None:
    """The reading with this name if it is the owner's and not too old; None else."""
    _sweep_now_and_then(now)
    own = room.place_of(owner)
    path = own / name
    if path.parent != own or name.startswith(UNSEEN) or len(name) > _LONGEST_NAME:
        return None
    folder = ReadingFolder(path)
    request = folder.request()
    if request is None or not secrets.compare_digest(request.owner, hashed(owner)):
        return None
    return None if now - request.made > room.seconds_kept else folder


def held(owner: str, now: float, room: Room) -> list[ReadingFolder]:
    """All that an owner has in a room where owners are apart and that is not too old; the latest first."""
    _sweep_now_and_then(now)
    found = [folder for folder in room.folders_of(owner) if not _is_over(folder, now, room)]
    return sorted(found, key=_made, reverse=True)


def state(folder: ReadingFolder, now: float) -> End | None:
    """How a reading ended, None while it runs. One that nobody watches any more has broken off."""
    end = folder.end()
    if end is None and now - folder.last_sign() > _SILENT_SECONDS:
        return BROKE_OFF
    return end


def delete(folder: ReadingFolder) -> None:
    """Stops the reading and deletes all that is kept of it; nobody sees half of it meanwhile."""
    folder.ask_to_stop()
    forget(folder)
    path = folder.path
    with suppress(OSError):  # somebody else is deleting it, or has a file of it open on Windows
        path = path.rename(_unseen(path.parent))
    shutil.rmtree(path, ignore_errors=True)


def sweep(now: float) -> None:
    """Deletes the readings that are older than they may become, and what was left half made or half deleted."""
    for room in ROOMS:
        for folder in room.folders():
            if _is_over(folder, now, room):
                delete(folder)
        for path in room.unseen():
            if now - _touched(path) > _HALF_MADE_SECONDS:
                shutil.rmtree(path, ignore_errors=True)


def _check_room(now: float, room: Room, more: int = 1) -> None:
    running = sum(state(folder, now) is None for each in ROOMS for folder in each.folders())
    if running >= settings.ONEPLAN_READINGS_AT_ONCE:
        raise TooBusy
    if sum(1 for _ in room.folders()) + more > room.most:
        raise TooBusy


def _sweep_now_and_then(now: float) -> None:
    """Sweeps where this process has not done so within a minute: there may be hundreds of folders."""
    if abs(now - _swept.at) > _SWEPT_SECONDS:
        _swept.at = now
        sweep(now)


def _is_over(folder: ReadingFolder, now: float, room: Room) -> bool:
    """Whether a reading is too old to be shown, though nobody may have swept it yet."""
    return now - _made(folder) > room.seconds_kept


def _made(folder: ReadingFolder) -> float:
    request = folder.request()
    return request.made if request else _touched(folder.path)


def _touched(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # somebody else has just deleted it
        return float("inf")


def _unseen(own: Path) -> Path:
    """A new name for a folder that is being made or deleted: no reading is seen in it."""
    return own / f"{UNSEEN}{secrets.token_urlsafe(16)}"


def at_start() -> None:
    """Deletes what an earlier run of the site has left behind too long."""
    if not any(room.there for room in ROOMS):
        return
    try:
        sweep(time.time())
    except OSError as error:
        _log.warning("Old readings could not be swept: %s", error)
