"""The room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class Plans(AppConfig):
    """Plans as rows: the tree, its editing, its history and its versions."""

    name = "oneplan.partnership.plans"
    label = "plans"
    default_auto_field = "django.db.models.BigAutoField"
