"""What a database can keep of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from oneplan.partnership.plans.parts.changes import Change
from oneplan.partnership.plans.parts.part import Part

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(value: Any) -> Any:
    """The value without the characters that no database keeps: the null and halves of characters."""
    if isinstance(value, str):
        return _UNSTORABLE.sub("", value)
    if isinstance(value, list | tuple):
        return [storable(each) for each in value]
    if isinstance(value, dict):
        return {name: storable(each) for name, each in value.items()}
    return value


def storable_parts(parts: Iterable[Part]) -> list[Part]:
    """The parts, each as it can be kept."""
    return [replace(part, fields=storable(dict(part.fields))) for part in parts]


def storable_changes(changes: Iterable[Change]) -> list[Change]:
    """The changes with what will be as it can be kept."""
    return [
        replace(change, after=storable(dict(change.after))) if change.after is not None else change
        for change in changes
    ]
