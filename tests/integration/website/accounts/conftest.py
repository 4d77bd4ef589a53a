"""Visitors who sign in."""

from __future__ import annotations

import pytest
from django.test import Client


@pytest.fixture
def visitor(db: None) -> Client:  # noqa: ARG001 - sessions lie there
    """Somebody with a browser of their own."""
    return Client()


@pytest.fixture
def elsewhere(db: None) -> Client:  # noqa: ARG001 - sessions lie there
    """A browser on another network."""
    return Client(REMOTE_ADDR="192.0.2.7", headers={"User-Agent": "Firefox/140 (Windows NT 10.0)"})
