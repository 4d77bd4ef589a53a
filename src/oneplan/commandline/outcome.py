"""How a command ends: 0 it did its job, 1 it did and found errors, 2 it could not, 130 stopped."""

from __future__ import annotations

DONE = 0
FOUND_ERRORS = 1
COULD_NOT = 2
STOPPED = 130
"""What a shell expects of a command that ended with Ctrl-C."""


class CouldNot(Exception):
    """The command cannot do its job. ``str()`` says why in a sentence; ``cure`` what to do."""

    def __init__(self, message: str, cure: str = "") -> None:
        super().__init__(message)
        self.cure = cure


class Stopped(Exception):
    """The command was stopped by whoever ran it. ``str()`` says what it leaves."""
