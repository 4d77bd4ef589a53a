"""How every operation of the room changes something: locked, in one transaction, and told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

from django.db import models, transaction

from oneplan.partnership.audit.operations import Actor, Happened, record
from oneplan.partnership.partners.models import Partnership
from oneplan.partnership.partners.refusals import NotThere

Row = TypeVar("Row", bound=models.Model)
_NOT_TOLD = frozenset({"id", "partnership", "key"})


@dataclass(slots=True)
class Changes:
    """What an operation has changed so far, as the history will tell it."""

    happened: list[Happened] = field(default_factory=list)
    batch: str = ""

    def added(self, row: models.Model) -> None:
        """A row that is new."""
        self.happened.append(Happened(_sort(row), _subject(row), _label(row), after=facts(row)))

    def changed(self, row: models.Model, before: dict[str, Any]) -> None:
        """A row that was different before; one that has stayed the same is not told."""
        after = facts(row)
        if before != after:
            self.happened.append(
                Happened(_sort(row), _subject(row), _label(row), before=before, after=after)
            )

    @contextmanager
    def made_to(self, row: models.Model) -> Iterator[None]:
        """What the block does to a row is saved and told."""
        before = facts(row)
        yield
        row.save()
        self.changed(row, before)

    def delete(self, row: models.Model) -> None:
        """Removes a row, and tells so."""
        self.removed(row)
        row.delete()

    def removed(
        self, row: models.Model, note: str = "", before: dict[str, Any] | None = None
    ) -> None:
        """A row that is about to go; ``before`` is how it was, where it is not so any more."""
        told = before or facts(row)
        self.happened.append(
            Happened(_sort(row), _subject(row), _label(row), before=told, note=note)
        )

    def tell(self, happened: Happened) -> None:
        """Something that is not one row."""
        self.happened.append(happened)


@contextmanager
def changing(
    partnership: Partnership, operation: str, *, by: Actor, at: datetime
) -> Iterator[Changes]:
    """One transaction in which nobody else changes the partnership; what has changed is recorded at its end.

    Nothing is changed or recorded where the body raises.
    """
    with transaction.atomic():
        Partnership.objects.select_for_update().get(pk=partnership.pk)
        changes = Changes()
        yield changes
        if changes.happened:
            events = record(
                changes.happened,
                stream=partnership.key,
                operation=operation,
                by=by,
                at=at,
                partnership=partnership.key,
            )
            changes.batch = events[0].batch


def found(rows: models.QuerySet[Row], number: int) -> Row:
    """The row with this number among those of the partnership.

    Raises:
        NotThere: there is none.
    """
    row = rows.filter(pk=number).first()
    if row is None:
        raise NotThere
    return row


def facts(row: models.Model) -> dict[str, Any]:
    """What the history tells of a row: its fields by name, with other rows by their names and numbers."""
    return {each.name: _plain(getattr(row, each.name)) for each in told_fields(type(row))}


def told_fields(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """The fields of which the history tells."""
    return [each for each in model._meta.concrete_fields if each.name not in _NOT_TOLD]


def _plain(value: object) -> str | int | bool | dict[str, str | int] | None:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, models.Model):
        return {"text": str(value), "number": value.pk}
    if value is None or isinstance(value, (str, int, bool)):
        return value
    return str(value)


def _sort(row: models.Model) -> str:
    return row._meta.model_name or ""


def _subject(row: models.Model) -> str:
    return f"{_sort(row)}:{row.pk}"


def _label(row: models.Model) -> str:
    return str(row)[:300]
