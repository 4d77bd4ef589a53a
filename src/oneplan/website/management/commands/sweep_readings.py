"""Deletes the readings of uploads, and the spreadsheets, that are older than they may become."""

from __future__ import annotations

import time

from django.core.management.base import BaseCommand

from oneplan.website.jobs.kept_sheets import sweep
from oneplan.website.jobs.readings import at_start


class Command(BaseCommand):
    """``oneplan manage sweep_readings``; ``oneplan tick`` does it as well."""

    help = "Deletes the readings of uploads, and the spreadsheets, that are older than they may become."

    def handle(self, *_args: object, **_options: object) -> None:
        """Deletes them; the site does the same whenever it reads a file or is sent a spreadsheet."""
        at_start()
        sweep(time.time())
