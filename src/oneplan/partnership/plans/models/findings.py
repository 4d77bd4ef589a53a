"""What people said of the red pen's findings: accepted with a reason, given to somebody to settle."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from oneplan.partnership.plans.models.plans import Plan


class AboutFinding(models.Model):
    """Something said of one finding, which is known by its fingerprint in the plan."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="+")
    fingerprint = models.CharField(max_length=40)
    rule = models.CharField(max_length=80)
    where = models.TextField(blank=True)
    by_key = models.CharField(max_length=80)
    by_label = models.CharField(max_length=300)
    at = models.DateTimeField()

    class Meta:
        """Said once of each finding."""

        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "fingerprint"], name="%(class)s_said_once_of_finding"
            )
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.where}".strip()


class AcceptedFinding(AboutFinding):
    """A finding that stays as it is, and why."""

    reason = models.TextField()


class GivenFinding(AboutFinding):
    """A finding that somebody is to settle."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
