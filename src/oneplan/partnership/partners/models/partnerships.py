"""Partnerships, and the people who belong to them with their roles."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from oneplan.partnership.partners.permissions import Role


class Partnership(models.Model):
    """Public bodies that have plans together; everything below belongs to exactly one."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    area = models.CharField("code of its area", max_length=9, blank=True)

    def __str__(self) -> str:
        return self.name

    @property
    def key(self) -> str:
        """How the history names this partnership."""
        return f"partnership:{self.pk}"


class Membership(models.Model):
    """A person in a partnership: one role, and the agency they act for."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    organisation = models.ForeignKey(
        "partners.Organisation", models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        """A role is held once."""

        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "person", "role"], name="membership_held_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} as {self.role}"
