"""What an address leads to is looked up once: the site has two hundred patterns, tried one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from django.urls import ResolverMatch, URLPattern, URLResolver
from django.urls.resolvers import RoutePattern

_MOST = 4_000
"""Addresses that a process remembers; each takes about 2 kB."""


class RememberedAddresses(URLResolver):
    """All patterns of the site, tried once for each of the addresses that were asked for last.

    What an address leads to depends on the patterns alone, which never change in a running process. An
    address that leads nowhere is tried each time.
    """

    def __init__(self, patterns: Sequence[URLPattern | URLResolver]) -> None:
        super().__init__(RoutePattern(""), list(patterns))
        self._remembered = lru_cache(_MOST)(self._tried)

    def resolve(self, path: str) -> ResolverMatch:
        """What the address leads to; all who ask are given the same: nobody changes it.

        Raises:
            Resolver404: no pattern is like it.
        """
        return self._remembered(path)

    def _tried(self, path: str) -> ResolverMatch:
        found = super().resolve(path)
        found.tried = (
            None  # a hundred patterns for each, which only Django's page for debugging tells
        )
        return found
