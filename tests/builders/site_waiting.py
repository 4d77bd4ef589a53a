"""Waits for what the site works on beside its pages."""

from __future__ import annotations

import time
from typing import Any

from django.http import HttpResponse
from django.test import Client

_PATIENCE = 600.0
"""Seconds, for the busiest machine."""


def finished(client: Client, address: str) -> HttpResponse:
    """The page at the address once it no longer asks to be looked at again."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        answer: Any = client.get(address)
        if "Refresh" not in answer.headers:
            return answer
        time.sleep(0.2)
    raise AssertionError("what the site works on did not end")
