"""The room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class Accounts(AppConfig):
    """People, and how they sign in."""

    name = "oneplan.partnership.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
