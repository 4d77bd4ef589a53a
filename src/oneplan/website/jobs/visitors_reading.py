"""A visitor's own readings: known by a token in the session, seen by nobody else."""

from __future__ import annotations

import secrets
import time

from django.http import HttpRequest

from oneplan.website.jobs import opened_readings, readings
from oneplan.website.jobs.reading_files import ReadingFolder
from oneplan.website.open_plan import OpenPlan

_TOKEN = "visitor"  # noqa: S105 - the name of the session's entry


def token(request: HttpRequest) -> str:
    """The visitor's token, made when first asked for."""
    if _TOKEN not in request.session:
        request.session[_TOKEN] = secrets.token_urlsafe(32)
    return str(request.session[_TOKEN])


def find(request: HttpRequest, name: str) -> ReadingFolder | None:
    """The visitor's reading with this name; None for anyone else's, or when it is gone."""
    held = request.session.get(_TOKEN)
    return readings.find(name, str(held), time.time()) if held else None


def open_plan(request: HttpRequest, name: str) -> OpenPlan | None:
    """The plan that the visitor's reading gave; None while there is none."""
    folder = find(request, name)
    end = folder.end() if folder else None
    if folder is None or end is None or end.how != "read":
        return None
    try:
        return opened_readings.opened(folder, opened_readings.visitors_plan)
    except OSError:  # deleted between two looks
        return None
