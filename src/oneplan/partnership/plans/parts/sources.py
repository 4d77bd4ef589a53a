"""Where in a file a part was read: no difference to whoever compares what two documents say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from oneplan.partnership.plans.parts.changes import Change

SOURCE = "source"


def but_for_sources(changes: Iterable[Change]) -> Iterator[Change]:
    """The changes without what only says where it was read, in fields and in the things they list."""
    for change in changes:
        before, after = change.before, change.after
        if before is None or after is None:
            yield change
            continue
        names = [name for name in after if _said(name, before.get(name), after[name])]
        if names:
            yield replace(
                change,
                before={name: before[name] for name in names if name in before},
                after={name: after[name] for name in names},
            )


def _said(name: str, before: Any, after: Any) -> bool:
    return name != SOURCE and _without(before) != _without(after)


def _without(value: Any) -> Any:
    """A value without the sources of what is in it."""
    if isinstance(value, Mapping):
        return {name: _without(each) for name, each in value.items() if name != SOURCE}
    if isinstance(value, list | tuple):
        return [_without(each) for each in value]
    return value
