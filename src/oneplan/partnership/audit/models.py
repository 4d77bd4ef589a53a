"""Events: who did what to which thing, when, and what it was before and after."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models


class OnlyAdded(Exception):
    """Somebody tried to change or delete what was recorded; the history is only ever added to."""


class Stream(models.Model):
    """How far the history of one plan, partnership or person goes, and how far it was verified.

    Its row is locked while events are added, so that no two have the same number.
    """

    name = models.CharField(max_length=80, primary_key=True)
    number = models.PositiveIntegerField(default=0)
    mark = models.CharField(max_length=64, blank=True)
    verified_number = models.PositiveIntegerField(default=0)
    verified_mark = models.CharField(max_length=64, blank=True)
    verified_at = models.DateTimeField(null=True)
    verified_by = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return self.name


class EventSet(models.QuerySet["Event"]):
    """Events that can be read and added, and nothing else."""

    def of_stream(self, stream: str) -> EventSet:
        """The events of one plan, partnership or person, in the order in which they happened."""
        return self.filter(stream=stream).order_by("number")

    def update(self, **_fields: Any) -> NoReturn:
        """Refused."""
        raise OnlyAdded

    def delete(self) -> NoReturn:
        """Refused."""
        raise OnlyAdded


class Event(models.Model):
    """One thing that one person changed in one operation.

    Who and what are named by key and label, without foreign keys, so that the event outlives both.
    ``stream`` ("plan:12") is what the events are numbered in, without gaps; ``mark`` is a hash over
    the event and the mark of the one before, so that a changed or missing event shows. ``partnership``
    is the key of the partnership whose members may read it. ``words`` is what it is found by.
    The database itself refuses to change or delete an event; see ``triggers``.
    """

    stream = models.CharField(max_length=80)
    number = models.PositiveIntegerField()
    partnership = models.CharField(max_length=80, blank=True)
    at = models.DateTimeField()
    actor_key = models.CharField(max_length=80)
    actor_label = models.CharField(max_length=300)
    operation = models.CharField(max_length=80)
    batch = models.CharField(max_length=32)
    sort = models.CharField(max_length=40)
    subject = models.CharField(max_length=160)
    label = models.CharField(max_length=300, blank=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    note = models.TextField(blank=True)
    words = models.TextField(blank=True)
    mark = models.CharField(max_length=64)

    objects = EventSet.as_manager()

    class Meta:
        """Numbered once in each stream; looked up by stream, thing, partnership and batch."""

        constraints = [
            models.UniqueConstraint(fields=["stream", "number"], name="event_numbered_once")
        ]
        indexes = [
            models.Index(fields=["stream", "sort", "subject", "number"], name="event_of_thing"),
            models.Index(fields=["partnership", "at", "id"], name="event_of_partnership"),
            models.Index(fields=["partnership", "sort", "at", "id"], name="event_of_sort"),
            models.Index(fields=["partnership", "actor_label", "at", "id"], name="event_of_actor"),
            models.Index(fields=["batch"], name="event_of_batch"),
        ]

    def __str__(self) -> str:
        return f"{self.stream} {self.number}: {self.operation} {self.sort} {self.subject}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Adds the event.

        Raises:
            OnlyAdded: the event stands already.
        """
        if self.pk is not None:
            raise OnlyAdded
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Refused."""
        raise OnlyAdded
