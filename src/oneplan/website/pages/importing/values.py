"""What the pages say of what is being brought in."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from oneplan.partnership.partners.access import Member
from oneplan.partnership.plans.operations.keeping import SourceFile, source_file
from oneplan.website.components.crumbs import Crumb
from oneplan.website.jobs import readings
from oneplan.website.jobs.reading_files import UPLOAD, End, ReadingFolder
from oneplan.website.jobs.rooms import IMPORTS
from oneplan.website.pages.partnership.addresses import path_of


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Something that somebody has begun to bring in: its file, how far it is, until when it is kept."""

    file: str
    url: str
    state: str
    until: datetime


def unfinished_rows(member: Member, folders: Iterable[ReadingFolder]) -> list[Unfinished]:
    """A row for each import that has been begun."""
    rows = []
    for folder in folders:
        given = folder.request()
        if given is not None:
            end = readings.state(folder, time.time())
            until = datetime.fromtimestamp(given.made + IMPORTS.seconds_kept, UTC)
            url = path_of(member, "import-reading", reading=folder.name)
            rows.append(Unfinished(given.name, url, _state(end), until))
    return rows


def file_of(folder: ReadingFolder) -> SourceFile:
    """The file that an import was read from."""
    given = folder.request()
    content = (folder.path / UPLOAD).read_bytes()
    return source_file(given.name if given else "", content, reading=folder.name)


def way_to_import(member: Member, here: str = "") -> list[Crumb]:
    """The partnership, the page that takes a file, and what comes after."""
    first = Crumb(member.partnership.name, path_of(member, "partnership"))
    if not here:
        return [first, Crumb("Bring a plan in")]
    return [first, Crumb("Bring a plan in", path_of(member, "import")), Crumb(here)]


def _state(end: End | None) -> str:
    if end is None:
        return "Being read"
    return "Read, not a plan yet" if end.how == "read" else "Not read"
