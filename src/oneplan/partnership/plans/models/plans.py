"""Plans, each the top of its parts."""

from __future__ import annotations

from django.db import models

from oneplan.partnership.partners.models import Partnership
from oneplan.partnership.plans.stages import Stage
from oneplan.partnership.prepared import Given

_KEY = "plan:"


class PlanSet(models.QuerySet["Plan"]):
    """Plans."""

    def of(self, partnership: Partnership | Given) -> PlanSet:
        """The plans of a partnership that were not removed."""
        return self.filter(partnership=partnership, removed_at=None)


class Plan(models.Model):
    """One joint plan of a partnership.

    ``fields`` holds what else the document's head says: the printed partnership, period and version.
    ``revision`` is the number of the last event of its history, ``state`` a mark that no other state of
    any plan ever has. The row is locked by whoever changes anything of the plan.
    """

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="+")
    slug = models.SlugField(max_length=80)
    title = models.TextField()
    fields = models.JSONField(default=dict)
    stage = models.CharField(
        max_length=10,
        default=Stage.DRAFT.value,
        choices=[(stage.value, stage.value) for stage in Stage],
    )
    revision = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=32)
    started_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    objects = PlanSet.as_manager()

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
        return f"{_KEY}{self.pk}"

    @staticmethod
    def number_of(key: str) -> int | None:
        """The number of the plan that the history names so; None where the key is no plan's."""
        number = key.removeprefix(_KEY)
        return int(number) if key.startswith(_KEY) and number.isdecimal() else None
