"""The table in which attempts to sign in are counted, for all processes of a server."""

from typing import Any

from django.core.management import call_command
from django.db import migrations


def make(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


def take_away(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001
    schema_editor.execute(f"DROP TABLE {schema_editor.quote_name('attempts')}")


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [migrations.RunPython(make, take_away)]
