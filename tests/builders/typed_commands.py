"""A command as it is typed, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Said(NamedTuple):
    """How a command ended, and what it wrote."""

    status: int
    out: str
    err: str


Typed = Callable[..., Said]
"""Runs ``oneplan`` with words."""
