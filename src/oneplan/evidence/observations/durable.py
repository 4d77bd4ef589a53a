"""Files that are whole or not there, whenever the machine stops; and one writer at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


def write_durably(path: Path, content: bytes | Iterable[bytes], mode: int = 0o666) -> None:
    """Puts the content at the path in one step that survives a crash after it.

    ``mode`` is who may open it, less what the system takes from everybody. What a crash leaves of a
    file that was not finished is named ``.*.part``.
    """
    part = path.with_name(f".{path.name}.{token_hex(4)}.part")
    with open(part, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
        file.writelines((content,) if isinstance(content, bytes) else content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Makes sure that what was put into a folder, renamed in it or taken out of it stays so after a crash."""
    if sys.platform == "win32":  # a folder cannot be opened there, and NTFS journals the rename
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Waits until no other process writes in the folder; the lock ends with the process."""
    with (folder / ".lock").open("a+b") as file:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
            try:
                yield
            finally:
                file.seek(0)
                with suppress(OSError):
                    msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield
