"""Pointers from action to action, which follow what they point at when it is numbered anew."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from oneplan.document.differences.renumbering import Renumbering
from oneplan.partnership.plans.parts.changes import Change
from oneplan.partnership.plans.parts.editing.fields import with_fields
from oneplan.partnership.plans.parts.part import Parts

Fields = Mapping[str, Any]


def repointed(
    parts: Parts,
    numbers: Mapping[str, str],
    *,
    without: Collection[str] = (),
    already: Mapping[str, Fields] | None = None,
) -> list[Change]:
    """Makes every pointer to an old number point at the new one, in its words and in the action's.

    ``numbers`` are old references ("BH 1.2") or numbered elements ("Priority 7") with their new ones;
    actions ``without`` are left alone; ``already`` gives what other actions are to say besides.
    """
    if not numbers:
        return []
    names = Renumbering(dict(numbers), {})
    changes = []
    for action in parts.of_sort("action"):
        if action.key in without:
            continue
        said = (already or {}).get(action.key, action.fields)
        fields = _followed(said, numbers, names)
        if fields:
            changes += with_fields(parts, action.key, {**said, **fields})
    return changes


def _followed(said: Fields, numbers: Mapping[str, str], names: Renumbering) -> dict[str, Any]:
    """The fields of an action that are different once its pointers have followed; none where all stay."""
    pointers = [_pointer(each, numbers, names) for each in said["cross_references"]]
    if pointers == said["cross_references"]:
        return {}
    fields: dict[str, Any] = {"cross_references": pointers, "text": said["text"]}
    fields["steps"] = list(said["steps"])
    for old, new in zip(said["cross_references"], pointers, strict=True):
        fields["text"] = fields["text"].replace(old["text"], new["text"])
        fields["steps"] = [
            {**step, "text": step["text"].replace(old["text"], new["text"])}
            for step in fields["steps"]
        ]
    return fields


def _pointer(pointer: Fields, numbers: Mapping[str, str], names: Renumbering) -> dict[str, Any]:
    target = pointer.get("target")
    if target is None or target not in numbers:
        return dict(pointer)
    return {**pointer, "text": names.renumbered(pointer["text"]), "target": numbers[target]}
