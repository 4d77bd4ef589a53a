"""The database refuses to change what was recorded."""

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from oneplan.partnership.audit import triggers


def _put_in_place(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in triggers.put_in_place(schema_editor.connection.vendor):
        schema_editor.execute(statement)


def _take_away(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in triggers.taken_away(schema_editor.connection.vendor):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_streams_and_words")]

    operations = [migrations.RunPython(_put_in_place, _take_away)]
