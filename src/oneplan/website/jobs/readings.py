"""The readings of this site: made, watched, found again by their owner, deleted when their time is over."""

from __future__ import annotations

import logging
import secrets
import shutil
import time
from threading import Lock

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from oneplan.website.jobs.opened_readings import forget
from oneplan.website.jobs.reading_files import ACCEPTED, UPLOAD, End, ReadingFolder, Request
from oneplan.website.jobs.rooms import ROOMS, VISITORS, Room, hashed
from oneplan.website.jobs.watching import start_reading

BUSY = "Other plans are being read just now. Wait a minute and send yours again"
_GRACE_SECONDS = 15
_log = logging.getLogger(__name__)
_lock = Lock()


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
    folder = store(upload, name, owner, now, room)
    if accepted:
        (folder.path / ACCEPTED).write_bytes(accepted)
    start_reading(folder)
    return folder


def store(
    upload: UploadedFile[bytes], name: str, owner: str, now: float, room: Room = VISITORS
) -> ReadingFolder:
    """Stores an upload, not read yet.

    Raises:
        TooBusy: nothing has been stored.
    """
    sweep(now)
    own = room.of(owner)
    with _lock:
        _check_room(now, room)
        folder = ReadingFolder(own / secrets.token_urlsafe(16))
        folder.path.mkdir(mode=0o700)
        folder.begin(Request(name=name, owner=hashed(owner), made=now))
    with (folder.path / UPLOAD).open("wb") as file:
        for chunk in upload.chunks():
            file.write(chunk)
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
    sweep(now)
    path = room.of(owner) / name
    if path.parent != room.of(owner) or not path.is_dir():
        return None
    folder = ReadingFolder(path)
    request = folder.request()
    if request is None or not secrets.compare_digest(request.owner, hashed(owner)):
        return None
    return folder


def held(owner: str, now: float, room: Room) -> list[ReadingFolder]:
    """All that an owner has in a room where owners are apart; the latest first."""
    sweep(now)
    return sorted(room.folders_of(owner), key=_made, reverse=True)


def state(folder: ReadingFolder, now: float) -> End | None:
    """How a reading ended, None while it runs. One that nobody watches any more has broken off."""
    end = folder.end()
    request = folder.request()
    longest = settings.ONEPLAN_READING_SECONDS + _GRACE_SECONDS
    if end is None and request and now - _begun(folder, request) > longest:
        return End("broken", "The reading broke off.", "Send the file again.")
    return end


def delete(folder: ReadingFolder) -> None:
    """Stops the reading and deletes all that is kept of it."""
    folder.ask_to_stop()
    forget(folder)
    shutil.rmtree(folder.path, ignore_errors=True)


def sweep(now: float) -> None:
    """Deletes the readings that are older than they may become."""
    for room in ROOMS:
        for folder in room.folders():
            if now - _made(folder) > room.seconds_kept:
                delete(folder)


def _check_room(now: float, room: Room, more: int = 1) -> None:
    running = sum(state(folder, now) is None for each in ROOMS for folder in each.folders())
    if running >= settings.ONEPLAN_READINGS_AT_ONCE:
        raise TooBusy
    if sum(1 for _ in room.folders()) + more > room.most:
        raise TooBusy


def _made(folder: ReadingFolder) -> float:
    request = folder.request()
    if request:
        return request.made
    try:
        return folder.path.stat().st_mtime
    except OSError:  # somebody else has just deleted it
        return float("inf")


def _begun(folder: ReadingFolder, request: Request) -> float:
    """When the present reading began: a reading again begins later than the file was sent."""
    try:
        return max(request.made, (folder.path / "request.json").stat().st_mtime)
    except OSError:
        return request.made


def at_start() -> None:
    """Deletes what an earlier run of the site has left behind too long."""
    if not any(room.there for room in ROOMS):
        return
    try:
        sweep(time.time())
    except OSError as error:
        _log.warning("Old readings could not be swept: %s", error)
