"""What became of parts that are in the plan no more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from oneplan.partnership.audit.models import Event
from oneplan.partnership.plans.happened import PART_SORTS, changes_of
from oneplan.partnership.plans.parts.changes import Change
from oneplan.partnership.plans.parts.part import Part
from oneplan.partnership.plans.queries.live import LivePlan

_POINTERS = "cross_references"
_FOLLOW = {_POINTERS, "text", "steps"}
MERGE = "merge"
"""The operation by which two parts are made one."""


@dataclass(frozen=True, slots=True)
class Fate:
    """Who took a part out of the plan and when, and all that the same edit did.

    ``heir`` is the part that it was made one with, where that is still there.
    """

    who: str
    at: datetime
    taken: tuple[Change, ...]
    heir: Part | None


def fate_of(plan: LivePlan, key: str) -> Fate | None:
    """What became of a part that is gone, in two queries; None for one that is there or never was."""
    events = Event.objects.of_stream(plan.key).filter(sort__in=PART_SORTS)
    last = events.filter(subject=key, number__lte=plan.revision).last()
    if last is None or last.after is not None:
        return None
    taken = tuple(changes_of(events.filter(batch=last.batch)))
    heir = _heir(plan, key, taken) if last.operation == MERGE else None
    return Fate(last.actor_label, last.at, taken, heir)


def _heir(plan: LivePlan, key: str, taken: tuple[Change, ...]) -> Part | None:
    """The part that took over what the other one had; not one of which only the pointers followed."""
    sort = next(each.sort for each in taken if each.key == key)
    changed = (each for each in taken if each.sort == sort and each.before and each.after)
    keys = (
        each.key for each in changed if _POINTERS not in each.names or set(each.names) - _FOLLOW
    )
    return next((part for each in keys if (part := plan.parts.get(each))), None)
