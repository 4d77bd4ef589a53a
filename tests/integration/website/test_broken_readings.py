"""Uploads and readings that the end of the site's process cuts off: never seen by halves, told, begun again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from builders.importing import PRINTED
from builders.served_site import environment_of
from builders.site_waiting import endless
from oneplan.website.jobs import readings
from oneplan.website.jobs.reading_files import End, ReadingFolder
from oneplan.website.jobs.rooms import IMPORTS

PATIENCE = 600.0
_READS = """
import sys, time
from pathlib import Path
import django
django.setup()
from oneplan.website.jobs.reading_files import ReadingFolder
from oneplan.website.jobs.watching import start_reading
start_reading(ReadingFolder(Path(sys.argv[1])))
time.sleep(600)
"""


class Looked(SimpleUploadedFile):
    """An upload that looks, while it is being stored, at what others see of it."""

    seen: list[int]

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:  # noqa: ARG002
        """The content, in two halves."""
        yield from self._halves()

    def _halves(self) -> Iterator[bytes]:
        content = self.read()
        for half in (content[:40], content[40:]):
            self.seen = [len(readings.held("ash", time.time(), IMPORTS))]
            yield half


class Cut(Looked):
    """An upload that breaks off in the middle."""

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:  # noqa: ARG002
        """The first half of the content."""
        yield next(self._halves())
        raise ConnectionResetError


def _stored(upload: SimpleUploadedFile) -> ReadingFolder:
    return readings.store(upload, "ditches.txt", "ash", time.time(), IMPORTS)


def test_nobody_sees_an_upload_before_all_of_it_is_kept(data: Path) -> None:  # noqa: ARG001
    upload = Looked("ditches.txt", PRINTED)
    folder = _stored(upload)
    assert upload.seen == [0]
    assert readings.held("ash", time.time(), IMPORTS) == [folder]
    assert (folder.path / "upload").read_bytes() == PRINTED


def test_an_upload_that_breaks_off_leaves_nothing(data: Path) -> None:
    with pytest.raises(ConnectionResetError):
        _stored(Cut("ditches.txt", PRINTED))
    assert not list((data / "imports").glob("*/*"))


def _half_made(data: Path) -> Path:
    """What is left where the site is killed while it stores an upload."""
    own = IMPORTS.of("ash")
    path = own / ".half-made"
    path.mkdir()
    (path / "upload").write_bytes(PRINTED[:40])
    assert list((data / "imports").glob("*/*")) == [path]
    return path


def test_what_is_half_made_is_no_reading_and_keeps_nobody_waiting(data: Path) -> None:
    _half_made(data)
    for _ in range(2):
        assert readings.find(".half-made", "ash", time.time(), IMPORTS) is None
        assert readings.held("ash", time.time(), IMPORTS) == []
    assert _stored(SimpleUploadedFile("ditches.txt", PRINTED))


def test_what_was_left_half_made_is_swept(data: Path) -> None:
    path = _half_made(data)
    readings.sweep(time.time() + 60)
    assert path.exists()
    readings.sweep(time.time() + 3600)
    assert not path.exists()


def test_a_reading_whose_time_is_over_is_not_shown_even_before_it_is_swept(data: Path) -> None:  # noqa: ARG001
    folder = _stored(SimpleUploadedFile("ditches.txt", PRINTED))
    over = time.time() + IMPORTS.seconds_kept
    assert readings.find(folder.name, "ash", over - 5, IMPORTS) == folder
    assert readings.find(folder.name, "ash", over + 5, IMPORTS) is None
    assert readings.held("ash", over + 5, IMPORTS) == []
    assert folder.path.exists()
    readings.sweep(over + 5)
    assert not folder.path.exists()


def test_a_folder_without_its_request_keeps_nobody_waiting(data: Path) -> None:
    (data / "readings" / "bare").mkdir(parents=True)
    assert readings.state(ReadingFolder(data / "readings" / "bare"), time.time())
    assert _stored(SimpleUploadedFile("ditches.txt", PRINTED))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_reading_ends_with_the_site_that_began_it_and_is_said_to_have_broken_off(
    visitor: Client, data: Path
) -> None:
    folder = endless(data)
    environment = environment_of(data, DJANGO_SETTINGS_MODULE="oneplan.settings.test")
    site = subprocess.Popen([sys.executable, "-c", _READS, str(folder.path)], env=environment)
    upload = os.open(folder.path / "upload", os.O_WRONLY)  # waits until it is being read
    site.send_signal(signal.SIGKILL)
    site.wait(PATIENCE)
    assert _nobody_reads(upload)
    assert folder.end() is None
    assert readings.state(folder, time.time() + 60) == readings.BROKE_OFF
    _long_ago(folder)
    visitor.get("/check/")
    session = visitor.session
    session["visitor"] = "me"
    session.save()
    page = visitor.get("/check/endless/").content.decode()
    assert "The reading broke off" in page
    assert "Send the file again" in page


def _nobody_reads(upload: int) -> bool:
    """Waits until there is no process any more that reads the upload."""
    until = time.monotonic() + PATIENCE
    try:
        while time.monotonic() < until:
            os.write(upload, b"\n")
            time.sleep(0.05)
    except BrokenPipeError:
        return True
    finally:
        os.close(upload)
    return False


def _long_ago(folder: ReadingFolder) -> None:
    for name in ("request.json", "watched"):
        os.utime(folder.path / name, (time.time() - 60, time.time() - 60))


def test_a_reading_that_nobody_has_watched_for_long_is_running_again_when_it_is_watched(
    data: Path,
) -> None:
    folder = _stored(SimpleUploadedFile("ditches.txt", PRINTED))
    later = time.time() + 60
    assert readings.state(folder, later) == readings.BROKE_OFF
    folder.is_watched()
    os.utime(folder.path / "watched", (later, later))
    assert readings.state(folder, later) is None
    folder.ended(End("read"))
    assert readings.state(folder, later) == End("read")
    assert data in folder.path.parents
