"""A version that is compared: a plan on the shelf, or a file that the visitor sent."""

from __future__ import annotations

import time
from dataclasses import dataclass

from django.http import HttpRequest

from oneplan.website import shelf
from oneplan.website.jobs import readings, visitors_reading
from oneplan.website.jobs.reading_files import End, ReadingFolder
from oneplan.website.open_plan import OpenPlan


@dataclass(frozen=True, slots=True)
class Version:
    """One side of a comparison; no plan while it is read, or when it could not be."""

    name: str
    opened: OpenPlan | None
    folder: ReadingFolder | None = None
    end: End | None = None

    @property
    def running(self) -> bool:
        """Whether it is still being read."""
        return self.folder is not None and self.end is None


def version_named(request: HttpRequest, address: str) -> Version | None:
    """The visitor's own reading with this address, else the plan on the shelf; None for neither."""
    folder = visitors_reading.find(request, address)
    given = folder.request() if folder else None
    if folder and given:
        end = readings.state(folder, time.time())
        opened = visitors_reading.open_plan(request, address)
        return Version(given.name, opened, folder, end)
    on_shelf = shelf.plan_named(address)
    return Version(on_shelf.plan.title, on_shelf) if on_shelf else None
