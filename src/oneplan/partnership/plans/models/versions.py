"""Versions of a plan that were frozen, and documents that were brought in."""

from __future__ import annotations

from typing import Any, NoReturn, TypeVar

from django.db import models

from oneplan.partnership.plans.models.plans import Plan


class Frozen(Exception):
    """Somebody tried to change what is kept as it was."""


_Row = TypeVar("_Row", bound=models.Model)


class FrozenSet(models.QuerySet[_Row]):
    """Rows that can be read and added, and nothing else."""

    def update(self, **_fields: Any) -> NoReturn:
        """Refused."""
        raise Frozen

    def delete(self) -> NoReturn:
        """Refused."""
        raise Frozen


class Kept(models.Model):
    """A plan document as it was at a moment, by whom it was kept, and the plan's revision then."""

    document = models.JSONField()
    revision = models.PositiveIntegerField()
    by_key = models.CharField(max_length=80)
    by_label = models.CharField(max_length=300)
    at = models.DateTimeField()

    class Meta:
        """Each sort of kept document has its own table."""

        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Adds the row.

        Raises:
            Frozen: it stands already.
        """
        if self.pk is not None:
            raise Frozen
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Refused."""
        raise Frozen


class Version(Kept):
    """A frozen version of a plan: its number ("1.9"), a note, the document."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="+")
    number = models.CharField(max_length=40)
    note = models.TextField(blank=True)

    objects = FrozenSet.as_manager()

    class Meta:
        """A number is given once."""

        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="version_numbered_once")
        ]

    def __str__(self) -> str:
        return self.number


class Import(Kept):
    """A document that a plan was made of, or brought up to date with, as it was read.

    ``base`` are the parts of it that the plan took, under the plan's keys: what the next document is
    compared with. ``left`` is what it did not take. Both are empty where they were not kept yet.
    ``reading`` names the reading of the file, where there was one: it is brought in once.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="+")
    file = models.CharField(max_length=300)
    fingerprint = models.CharField(max_length=64)
    base = models.JSONField(null=True)
    left = models.JSONField(null=True)
    reading = models.CharField(max_length=40, blank=True)

    objects = FrozenSet.as_manager()

    class Meta:
        """A reading is brought in once."""

        constraints = [
            models.UniqueConstraint(
                fields=["reading"], condition=~models.Q(reading=""), name="reading_brought_in_once"
            )
        ]

    def __str__(self) -> str:
        return self.file
