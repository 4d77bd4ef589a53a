"""The index of words, with the events that there are."""

from collections.abc import Iterator
from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from oneplan.partnership.audit import word_index

_PIECE = 2000


def _make(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    vendor = schema_editor.connection.vendor
    schema_editor.execute(word_index.made(vendor))
    for events in _events(schema_editor.connection):
        word_index.add(events)
    schema_editor.execute(word_index.ordered(vendor))


def _events(connection: Any) -> Iterator[list[tuple[int, str, str]]]:
    """The events in pieces, each with its number, partnership and words."""
    last = 0
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT id, partnership, words FROM audit_event WHERE id > %s ORDER BY id LIMIT %s",
                [last, _PIECE],
            )
            events = cursor.fetchall()
        if not events:
            return
        yield events
        last = events[-1][0]


def _drop(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute(word_index.dropped())


class Migration(migrations.Migration):
    dependencies = [("audit", "0006_found_by_who")]

    operations = [migrations.RunPython(_make, _drop)]
