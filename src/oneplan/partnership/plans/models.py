"""Plans as rows."""

from __future__ import annotations

from django.db import models

from oneplan.partnership.partners.models import Partnership


class Plan(models.Model):
    """One joint plan of a partnership. ``revision`` counts its changes, as the history numbers them."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="+")
    slug = models.SlugField(max_length=80)
    title = models.CharField(max_length=500)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        """One address, one plan."""

        constraints = [
            models.UniqueConstraint(fields=["partnership", "slug"], name="plan_addressed_once")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def key(self) -> str:
        """How the history names this plan: the stream that its changes are numbered in."""
        return f"plan:{self.pk}"
