"""How several things are said one after another."""

from __future__ import annotations

from collections.abc import Sequence


def listed(parts: Sequence[str], most: int | None = None) -> str:
    """The parts with commas and a last "and"; with ``most``, the first of many and how many more there are."""
    said = list(parts)
    if most is not None and len(said) > most:
        said[most - 1 :] = [f"{len(said) - most + 1} more"]
    if len(said) < 2:
        return "".join(said)
    return f"{', '.join(said[:-1])} and {said[-1]}"
