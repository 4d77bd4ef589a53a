"""The pages of the documentation that are made from the code: ``make docs``."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import django
from django.apps import apps

from oneplan.document.files import json_schema_text
from oneplan.evidence.catalogue import load_catalogue
from oneplan.exchange.reports.indicator_pages import indicators_as_markdown
from oneplan.exchange.reports.rule_pages import rules_as_markdown

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"


def _permissions() -> str:
    """The addresses and operations are known when Django has started."""
    if not apps.ready:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "oneplan.settings.test")
        django.setup()
    from builders.permission_table import permissions_as_markdown  # noqa: PLC0415

    return permissions_as_markdown()


PAGES: dict[str, Callable[[], str]] = {
    "red-pen.md": rules_as_markdown,
    "plan-document.schema.json": json_schema_text,
    "indicators.md": lambda: indicators_as_markdown(load_catalogue()),
    "permissions.md": _permissions,
}


def write_pages() -> None:
    """Writes every generated page."""
    REFERENCE.mkdir(parents=True, exist_ok=True)
    for name, made in PAGES.items():
        (REFERENCE / name).write_text(made(), encoding="utf-8")


if __name__ == "__main__":
    write_pages()
