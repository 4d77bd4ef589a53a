"""A plan that partners edit through its pages."""

from __future__ import annotations

import pytest

from builders.editing_pages import EditedPlan, edited_plan


@pytest.fixture
def edited(db: None) -> EditedPlan:  # noqa: ARG001 - the database must stand
    """A plan with something of every sort, as its administrator has it open."""
    return edited_plan()
