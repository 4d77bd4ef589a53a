"""A partnership without a plan, and a data folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from builders.importing import Importer, importer


@pytest.fixture
def data(tmp_path: Path, settings: Any) -> Path:
    """The site's data folder."""
    settings.ONEPLAN_DATA = tmp_path
    settings.ONEPLAN_READING_SECONDS = 600  # on the busiest machine
    return tmp_path


@pytest.fixture
def ash(data: Path, db: None) -> Importer:  # noqa: ARG001 - files and sessions lie there
    """The administrator of a new partnership."""
    return importer()
