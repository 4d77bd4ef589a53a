"""Plans on the way into a partnership: sent and read, not made a plan yet."""

from __future__ import annotations

import time

from django.core.files.uploadedfile import SimpleUploadedFile

from oneplan.document.files import to_json
from oneplan.document.schema import PlanDocument
from oneplan.partnership.partners.access import Member
from oneplan.website.jobs.read_plan import read_into
from oneplan.website.jobs.reading_files import ReadingFolder
from oneplan.website.jobs.readings import store
from oneplan.website.jobs.rooms import IMPORTS
from oneplan.website.open_imports import owner


def begun_import(member: Member, plan: PlanDocument, name: str) -> ReadingFolder:
    """A plan that a member has sent as JSON, read in this process; ``name`` is its name in addresses."""
    upload = SimpleUploadedFile("plan.json", to_json(plan).encode())
    stored = store(upload, "plan.json", owner(member), time.time(), IMPORTS)
    folder = ReadingFolder(stored.path.with_name(name))
    stored.path.rename(folder.path)
    request = folder.request()
    assert request
    read_into(folder, request)
    return folder
