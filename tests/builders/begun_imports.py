"""Plans that were sent and read: a visitor's own, and those on the way into a partnership."""

from __future__ import annotations

import os
import time

from django.core.files.uploadedfile import SimpleUploadedFile

from oneplan.document.files import to_json
from oneplan.document.schema import PlanDocument
from oneplan.partnership.partners.access import Member
from oneplan.website.jobs.read_plan import read_into
from oneplan.website.jobs.reading_files import ReadingFolder
from oneplan.website.jobs.readings import store
from oneplan.website.jobs.rooms import IMPORTS, VISITORS, Room
from oneplan.website.open_imports import owner


def begun_import(member: Member, plan: PlanDocument, name: str) -> ReadingFolder:
    """A plan that a member has sent as JSON, read in this process; ``name`` is its name in addresses."""
    return read_for(owner(member), plan, name, IMPORTS)


def read_for(whose: str, plan: PlanDocument, name: str, room: Room = VISITORS) -> ReadingFolder:
    """A plan that this owner has sent as JSON, read in this process; visitors own by their token."""
    folder = _sent(whose, plan, name, room)
    request = folder.request()
    assert request
    read_into(folder, request)
    return folder


def under_way(whose: str, plan: PlanDocument, name: str) -> ReadingFolder:
    """A visitor's plan whose reading goes on for a day: it was seen to be watched tomorrow."""
    folder = _sent(whose, plan, name, VISITORS)
    tomorrow = time.time() + 24 * 60 * 60
    for file in folder.path.iterdir():
        os.utime(file, (tomorrow, tomorrow))
    return folder


def _sent(whose: str, plan: PlanDocument, name: str, room: Room) -> ReadingFolder:
    upload = SimpleUploadedFile("plan.json", to_json(plan).encode())
    stored = store(upload, "plan.json", whose, time.time(), room)
    folder = ReadingFolder(stored.path.with_name(name))
    stored.path.rename(folder.path)
    return folder
