"""Changes as events of the history, and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from oneplan.partnership.audit.models import Event
from oneplan.partnership.audit.operations import Happened
from oneplan.partnership.plans.parts.changes import Change, Values
from oneplan.partnership.plans.parts.part import Parts, Sort
from oneplan.partnership.plans.parts.shapes import ABSENT, SHAPES, sparse

PART_SORTS: tuple[Sort, ...] = tuple(SHAPES)
ACTION_LINK = "action link"
ACCEPTED = "accepted"
"""What the event of a finding says that was accepted: the reason."""
_DEEDS = frozenset({"stage", "plan link"})
_LONGEST_LABEL = 100


def happened(change: Change, before: Parts, after: Parts, note: str = "") -> Happened:
    """A change as the history tells it; a part that comes or goes only with what it says."""
    whole = change.before is None or change.after is None
    return Happened(
        sort=change.sort,
        subject=change.key,
        label=label_of(change, before, after),
        before=_told(change.sort, change.before, whole=whole),
        after=_told(change.sort, change.after, whole=whole),
        note=note,
    )


def _told(sort: Sort, values: Values | None, *, whole: bool) -> dict[str, Any] | None:
    if values is None:
        return None
    return sparse(sort, values) if whole else dict(values)


def label_of(change: Change, before: Parts, after: Parts) -> str:
    """What a person calls the part: its reference, or its code, and its first words."""
    part = after.get(change.key) or before[change.key]
    fields = part.fields
    number = fields.get("ref") or fields.get("code") or ""
    words = next((fields[name] for name in ("title", "text", "term", "name") if name in fields), "")
    label = " ".join(f"{number} {words}".split())
    return label if len(label) <= _LONGEST_LABEL else f"{label[: _LONGEST_LABEL - 1]}…"


def changes_of(events: Iterable[Event]) -> list[Change]:
    """The changes that events tell of, in their order; events of other things tell of none."""
    return [_change(event) for event in events if event.sort in SHAPES]


def _change(event: Event) -> Change:
    sort = cast(Sort, event.sort)
    whole = event.before is None or event.after is None
    return Change(
        sort,
        event.subject,
        _values(sort, event.before, whole=whole),
        _values(sort, event.after, whole=whole),
    )


def _values(sort: Sort, told: dict[str, Any] | None, *, whole: bool) -> Values | None:
    if told is None:
        return None
    return {**ABSENT[sort], **told} if whole else told


def is_deed(event: Event) -> bool:
    """Whether an event can be turned round though it changed no part of the plan and no tie of an action."""
    if event.sort == "finding":
        return ACCEPTED in (event.before or event.after or {})
    return event.sort in _DEEDS


def can_be_undone(event: Event) -> bool:
    """Whether what an event tells of can be taken back."""
    return event.sort in SHAPES or event.sort == ACTION_LINK or is_deed(event)
