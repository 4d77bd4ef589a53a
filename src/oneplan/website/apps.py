"""The site as a Django application."""

from __future__ import annotations

from django.apps import AppConfig

from oneplan.website.jobs.readings import at_start


class Website(AppConfig):
    """Sweeps old readings when the site starts."""

    name = "oneplan.website"

    def ready(self) -> None:
        """Deletes readings that an earlier run has left too long."""
        at_start()
