"""The room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class Audit(AppConfig):
    """What was done, by whom and when: events that are only ever added."""

    name = "oneplan.partnership.audit"
    label = "audit"
    default_auto_field = "django.db.models.BigAutoField"
