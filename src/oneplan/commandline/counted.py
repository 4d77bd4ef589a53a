"""How far a run of scoring came, for whoever stops it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(slots=True)
class Counted:
    """How many indicators are done: told to whoever shows it, and remembered."""

    tell: Callable[[int, int], None] | None = None
    done: int = 0
    of: int = 0

    def __call__(self, done: int, of: int) -> None:
        """Takes note that so many are done, of how many."""
        self.done, self.of = done, of
        if self.tell is not None:
            self.tell(done, of)

    def kept(self) -> str:
        """What a run that is stopped here leaves to the next, in a sentence."""
        if not self.done:
            return "Nothing was left half done; the same command begins anew."
        return (
            f"{self.done:,} of {self.of:,} indicators are scored and kept;"
            " the same command goes on from there."
        )
