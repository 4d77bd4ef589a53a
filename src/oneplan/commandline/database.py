"""The database that the settings name: opened, seen to be up to date, or brought up to date."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from oneplan.commandline.outcome import CouldNot

ON_A_SERVER = "oneplan.settings.production"


def begin_django(settings: str = ON_A_SERVER) -> None:
    """Starts Django with the settings that ``DJANGO_SETTINGS_MODULE`` names, else with these.

    Raises:
        CouldNot: there are no such settings, or something that they need is not set.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings)
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise CouldNot(f"{_one_line(error)}.", "See docs/how-to/run-a-server.md.") from error
    except ModuleNotFoundError as error:
        if not (error.name and os.environ["DJANGO_SETTINGS_MODULE"].startswith(error.name)):
            raise
        raise CouldNot(
            f"There are no settings {os.environ['DJANGO_SETTINGS_MODULE']}.",
            "Put DJANGO_SETTINGS_MODULE right, or leave it out.",
        ) from error


@contextmanager
def using_database() -> Iterator[None]:
    """While the block runs, a database that fails is one sentence; its connection is closed after it.

    Raises:
        CouldNot: the database cannot be reached, opened or changed.
    """
    from django.db import DatabaseError, connection

    try:
        yield
    except DatabaseError as error:
        raise CouldNot(
            f"The database {connection.settings_dict['NAME']} cannot be used: {_one_line(error)}.",
            "See that it runs, and that ONEPLAN_DATABASE or ONEPLAN_DATA (--data) names it.",
        ) from error
    finally:
        connection.close()


def prepare_database() -> None:
    """Makes the tables that are missing, of the settings that the environment names.

    Raises:
        CouldNot: the database cannot be opened or changed.
    """
    begin_django()
    from django.core.management import call_command

    with using_database():
        call_command("migrate", verbosity=0, interactive=False)


def must_be_up_to_date() -> None:
    """Goes on only where the database has just the tables of this version.

    Raises:
        CouldNot: it cannot be reached, is older than this version, or newer.
    """
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    with using_database():
        executor = MigrationExecutor(connection)
        waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
        ours = executor.loader.migrated_apps
        known = executor.loader.disk_migrations
        newer = [done for done in executor.loader.applied_migrations if done[0] in ours]
    if waiting:
        steps = "one step" if waiting == 1 else f"{waiting} steps"
        raise CouldNot(
            f"The database is {steps} behind this version of oneplan.",
            "Make a copy of it, then run: oneplan manage migrate",
        )
    if any(done not in known for done in newer):
        raise CouldNot(
            "The database was brought up to date by a newer version of oneplan.",
            "Install that version, or go back to the copy of the database from before.",
        )


def _one_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0].strip().rstrip(".") if lines else type(error).__name__
