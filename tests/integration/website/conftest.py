"""A shelf with plans, and visitors to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from builders.site_plans import full_plan, harmful_plan, many_plan, told_plan
from oneplan.document.files import to_json, to_yaml


@pytest.fixture
def data(tmp_path: Path, settings: Any, db: None) -> Path:  # noqa: ARG001 - sessions lie there
    """The site's data folder with four plans and a file that is none."""
    settings.ONEPLAN_DATA = tmp_path
    settings.ONEPLAN_READING_SECONDS = 600  # on the busiest machine
    shelf = tmp_path / "plans"
    shelf.mkdir()
    (shelf / "towns.yaml").write_text(to_yaml(full_plan(), compact=True), encoding="utf-8")
    (shelf / "told.json").write_text(to_json(told_plan()), encoding="utf-8")
    (shelf / "harm.json").write_text(to_json(harmful_plan()), encoding="utf-8")
    (shelf / "many.json").write_text(to_json(many_plan()), encoding="utf-8")
    (shelf / "broken.yaml").write_text("title: [unclosed", encoding="utf-8")
    return tmp_path


@pytest.fixture
def visitor(data: Path) -> Client:  # noqa: ARG001 - the shelf must stand first
    """Somebody with a browser of their own."""
    return Client()


@pytest.fixture
def stranger(data: Path) -> Client:  # noqa: ARG001 - the shelf must stand first
    """Somebody else."""
    return Client()
