"""An edit that cannot be."""

from __future__ import annotations


class Refused(Exception):
    """An edit makes no sense for these parts; ``str()`` says why, for the person who tried."""
