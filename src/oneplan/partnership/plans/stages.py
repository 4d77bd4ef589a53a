"""The stages of a plan's life."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """Where a plan stands: being written, agreed and run, or over."""

    DRAFT = "draft"
    AGREED = "agreed"
    ENDED = "ended"
