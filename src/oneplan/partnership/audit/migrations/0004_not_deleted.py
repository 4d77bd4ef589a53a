"""The database refuses to delete, replace and clear away what was recorded."""

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from oneplan.partnership.audit import triggers


def _put_in_place_anew(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    vendor = schema_editor.connection.vendor
    for statement in (*triggers.taken_away(vendor), *triggers.put_in_place(vendor)):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_only_added")]

    operations = [migrations.RunPython(_put_in_place_anew, migrations.RunPython.noop)]
