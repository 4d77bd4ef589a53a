"""The room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class Accounts(AppConfig):
    """People, and how they sign in."""

    name = "oneplan.partnership.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listens to what the libraries of signing in tell."""
        from oneplan.partnership.accounts.receivers import connect  # noqa: PLC0415 - needs models

        connect()
