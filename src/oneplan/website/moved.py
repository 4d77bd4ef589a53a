"""Addresses of what has become something else."""

from __future__ import annotations

from django.http import Http404


class Moved(Http404):
    """What the address named has become something else: ``url`` leads there, the message says what."""

    def __init__(self, message: str, url: str) -> None:
        super().__init__(message)
        self.url = url
