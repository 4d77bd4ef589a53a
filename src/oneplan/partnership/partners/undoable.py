"""What of a partnership's history can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_ROWS = frozenset(
    {
        "organisation",
        "post",
        "board",
        "strategy",
        "succession",
        "accountability",
        "holding",
        "seat",
        "name",
    }
)


def may_be_undone(
    sort: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
) -> bool:
    """Whether what an event tells can be undone by whoever looks after partners.

    Bodies, posts, boards, strategies, names and what is said of them. Who belongs as what is not: of
    a membership only the body, which moves with two that are made one.
    """
    if sort == "membership":
        return before is not None and after is not None
    return sort in _ROWS
