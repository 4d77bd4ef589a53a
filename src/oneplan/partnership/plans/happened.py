"""Changes as events of the history, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from oneplan.partnership.audit.models import Event
from oneplan.partnership.audit.operations import Happened
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.plans.parts.changes import Change, Values
from oneplan.partnership.plans.parts.part import Parts, Sort
from oneplan.partnership.plans.parts.shapes import ABSENT, SHAPES, sparse

PART_SORTS: tuple[Sort, ...] = tuple(SHAPES)
ACTION_LINK = "action link"
ACCEPTED = "accepted"
"""What the event of a finding says that was accepted: the reason."""
GIVEN = "given to"
"""What the event of a finding says that was given to somebody: their number and what they were called."""
_DEEDS = {"stage": Permission.EDIT_PLANS, "plan link": Permission.EDIT_PLANS}
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
    """What a person calls the part."""
    part = after.get(change.key) or before[change.key]
    return worded(part.fields)


def worded(fields: Mapping[str, Any]) -> str:
    """A part by its fields as a person calls it: its reference, or its code, and its first words."""
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


def deed_needs(event: Event) -> Permission | None:
    """What one must be allowed to turn an event round that changed no part of the plan and no tie of an action.

    None where it did, or cannot be turned round: whom a finding was given to was once told by name alone.
    """
    if event.sort != "finding":
        return _DEEDS.get(event.sort)
    told = [each for each in (event.before, event.after) if each]
    if any(ACCEPTED in each for each in told):
        return Permission.ACCEPT_FINDINGS
    known = bool(told) and all(isinstance(each.get(GIVEN), Mapping) for each in told)
    return Permission.ASSIGN_FINDINGS if known else None


def can_be_undone(event: Event) -> bool:
    """Whether what an event tells of can be taken back."""
    return event.sort in SHAPES or event.sort == ACTION_LINK or deed_needs(event) is not None
