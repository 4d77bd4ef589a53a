"""The database brought up to this version's tables before the site starts."""

from __future__ import annotations

from oneplan.commandline.outcome import CouldNot


def prepare_database() -> None:
    """Makes the tables that are missing, of the settings that the environment names.

    Raises:
        CouldNot: the database cannot be opened or changed.
    """
    import django
    from django.core.management import call_command
    from django.db import DatabaseError, connection

    django.setup()
    try:
        call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError as error:
        where = connection.settings_dict["NAME"]
        raise CouldNot(
            f"The database {where} cannot be used: {error}.",
            "See that its folder can be written, or name another --data.",
        ) from error
    finally:
        connection.close()
