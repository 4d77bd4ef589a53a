"""Deletes the readings of uploads that are older than they may become."""

from __future__ import annotations

from django.core.management.base import BaseCommand

from oneplan.website.jobs.readings import at_start


class Command(BaseCommand):
    """``oneplan manage sweep_readings``; ``oneplan tick`` does it as well."""

    help = "Deletes the readings of uploads that are older than they may become."

    def handle(self, *_args: object, **_options: object) -> None:
        """Deletes them; the site does the same whenever it starts or reads a file."""
        at_start()
