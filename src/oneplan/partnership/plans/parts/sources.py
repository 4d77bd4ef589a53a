"""Where a part was read, and in which quotes it is set: no difference to whoever compares what is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from oneplan.partnership.plans.parts.changes import Change

SOURCE = "source"
_SET_ALIKE = {
    ord(each): one
    for one, alike in {"'": "‘’‚‛", '"': "“”„‟", "-": "‐‑‒–—", "": "\u00ad\u200b"}.items()
    for each in alike
}


def but_for_sources(changes: Iterable[Change]) -> Iterator[Change]:
    """The changes without what only says where it was read, in fields and in the things they list.

    Nor does it count in which quotes, dashes and spaces a text is set: programs make others of them.
    """
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
    """A value without the sources of what is in it, its texts in one kind of quotes, dashes and spaces."""
    if isinstance(value, str):
        return " ".join(value.translate(_SET_ALIKE).split())
    if isinstance(value, Mapping):
        return {name: _without(each) for name, each in value.items() if name != SOURCE}
    if isinstance(value, list | tuple):
        return [_without(each) for each in value]
    return value
