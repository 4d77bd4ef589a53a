"""Bodies that take part, and which of them followed which."""

from __future__ import annotations

from django.db import models

from oneplan.partnership.partners.models.keyed import Keyed
from oneplan.partnership.partners.models.partnerships import Partnership


class Organisation(Keyed):
    """A body that takes part. One that ended keeps what it was given; its successors answer for it."""

    kind = models.CharField(max_length=40, blank=True)
    started = models.DateField(null=True, blank=True)
    ended = models.DateField(null=True, blank=True)

    class Meta:
        """One name, one body."""

        constraints = [
            models.UniqueConstraint(fields=["partnership", "key"], name="organisation_named_once")
        ]


class Succession(models.Model):
    """One body followed another on a day; several may follow one, and one may follow several."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="+")
    earlier = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    later = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    on = models.DateField()

    class Meta:
        """Said once, and no body follows itself."""

        constraints = [
            models.UniqueConstraint(fields=["earlier", "later"], name="succession_said_once"),
            models.CheckConstraint(
                condition=~models.Q(earlier=models.F("later")), name="succession_of_two"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.later} after {self.earlier} on {self.on}"
