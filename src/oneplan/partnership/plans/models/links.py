"""Links between plans, and between actions of this plan or of different years."""

from __future__ import annotations

from django.db import models

from oneplan.partnership.plans.descent import ActionTie, PlanTie
from oneplan.partnership.plans.models.plans import Plan
from oneplan.partnership.plans.models.rows import Action


class PlanLink(models.Model):
    """One plan stands under, carries out or follows another."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="+")
    to = models.ForeignKey(Plan, models.CASCADE, related_name="+")
    tie = models.CharField(max_length=20, choices=[(tie.value, tie.value) for tie in PlanTie])

    class Meta:
        """Said once, and of two plans."""

        constraints = [
            models.UniqueConstraint(fields=["plan", "to", "tie"], name="plan_linked_once"),
            models.CheckConstraint(
                condition=~models.Q(plan=models.F("to")), name="plan_link_of_two"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan} {self.tie} {self.to}"


class ActionLink(models.Model):
    """An action and one that it comes from, be it of this plan or of an earlier one."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="+")
    ancestor = models.ForeignKey(Action, models.CASCADE, related_name="+")
    tie = models.CharField(max_length=20, choices=[(tie.value, tie.value) for tie in ActionTie])

    class Meta:
        """Said once, and of two actions."""

        constraints = [
            models.UniqueConstraint(fields=["action", "ancestor"], name="action_linked_once"),
            models.CheckConstraint(
                condition=~models.Q(action=models.F("ancestor")), name="action_link_of_two"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.tie} {self.ancestor}"
