"""The room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class Partners(AppConfig):
    """Partnerships and who belongs to them: memberships, roles, organisations, posts, boards."""

    name = "oneplan.partnership.partners"
    label = "partners"
    default_auto_field = "django.db.models.BigAutoField"
