"""The parts of a plan as rows."""

from __future__ import annotations

from django.db import models

from oneplan.partnership.plans.models.plans import Plan
from oneplan.partnership.plans.parts.part import Sort

LONGEST_KEY = 160


class Row(models.Model):
    """A part of a plan.

    ``key`` names it within its plan for good; ``owner`` is the key of what it hangs on, "" for the
    plan; ``fields`` are those of the plan document that say something. A row that was removed stays,
    so that what points at it can still tell what it was.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="+")
    key = models.CharField(max_length=LONGEST_KEY)
    owner = models.CharField(max_length=LONGEST_KEY, blank=True)
    position = models.FloatField()
    fields = models.JSONField(default=dict)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        """A key is given once in a plan; what stands in a plan is counted without being read."""

        abstract = True
        indexes = [models.Index(fields=["plan", "removed_at"], name="%(class)s_standing")]
        constraints = [
            models.UniqueConstraint(fields=["plan", "key"], name="%(class)s_known_by_key")
        ]

    def __str__(self) -> str:
        return self.key


class Element(Row):
    """An outcome, priority, area of focus …"""


class Statement(Row):
    """A paragraph or list item of the plan's prose."""


class Action(Row):
    """One thing that will be done."""


class Measure(Row):
    """One way in which it is known whether something was reached."""


class Term(Row):
    """A line of the glossary."""


class Place(Row):
    """A ward, district or school that the plan names."""


class Body(Row):
    """An organisation as the plan prints it, with its other names."""


ROWS: dict[Sort, type[Row]] = {
    "element": Element,
    "statement": Statement,
    "action": Action,
    "measure": Measure,
    "term": Term,
    "place": Place,
    "body": Body,
}
"""The table of each sort of part; the plan's own part is its row in the table of plans."""
