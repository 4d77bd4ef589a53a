"""Several changes of one part as one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from oneplan.partnership.plans.parts.changes import Change


def folded(changes: Iterable[Change]) -> list[Change]:
    """At most one change for each part: what it was before the first and is after the last of them."""
    by_key: dict[str, Change] = {}
    for change in changes:
        before = by_key.pop(change.key, None)
        both = _one(before, change) if before else change
        if both is not None:
            by_key[change.key] = both
    return list(by_key.values())


def _one(first: Change, second: Change) -> Change | None:
    """Two changes of a part, one after the other, as one; None where nothing has changed."""
    if first.before is None and second.after is None:
        return None
    if first.after is None or second.before is None:
        before, after = first.before, second.after
    elif second.after is None:
        before, after = {**second.before, **(first.before or {})}, None
    elif first.before is None:
        before, after = None, {**first.after, **second.after}
    else:
        before, after = {**second.before, **first.before}, {**first.after, **second.after}
    if before == after:
        return None
    if before is not None and after is not None:
        names = [name for name in after if before.get(name) != after[name]]
        before = {name: before[name] for name in names}
        after = {name: after[name] for name in names}
    return replace(second, before=before, after=after)
