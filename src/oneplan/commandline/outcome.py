"""How a command ends: 0 it did its job, 1 it did and found errors, 2 it could not."""

from __future__ import annotations

DONE = 0
FOUND_ERRORS = 1
COULD_NOT = 2


class CouldNot(Exception):
    """The command cannot do its job. ``str()`` says why in a sentence; ``cure`` what to do."""

    def __init__(self, message: str, cure: str = "") -> None:
        super().__init__(message)
        self.cure = cure
