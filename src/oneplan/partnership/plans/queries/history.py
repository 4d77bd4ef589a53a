"""What was done to a plan, edit by edit, the latest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from heapq import nlargest

from django.db.models import Count, OuterRef, Subquery

from oneplan.partnership.audit.models import Event
from oneplan.partnership.last_used import LastUsed
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.plans.happened import PART_SORTS, can_be_undone, changes_of, deed_needs
from oneplan.partnership.plans.parts.changes import Change
from oneplan.partnership.plans.parts.part import PLAN
from oneplan.partnership.plans.queries.live import LivePlan

_MOST_TOLD = 2_000
"""Events of all pages that are kept, each as large as what it changed."""
_TOLD = (
    "number", "at", "actor_label", "operation", "batch", "sort", "subject", "label", "before", "after",
    "note",
)  # fmt: skip
_SIZES = (
    Event.objects.filter(batch=OuterRef("batch"))
    .order_by()
    .values("batch")
    .annotate(size=Count("pk"))
    .values("size")
)
"""How many events the batch of an event has."""


@dataclass(frozen=True, slots=True)
class Told:
    """One event of a plan's history: a part of it, or something else about it, before and after.

    ``change`` is what it did to a part of the plan, None where it is about something else (a version,
    a link, a stage), which may be ``undoable`` too; ``needs`` is what that takes, if it is not to edit.
    """

    number: int
    sort: str
    key: str
    label: str
    change: Change | None
    undoable: bool = True
    needs: Permission | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """One thing that somebody did to a plan. ``size`` counts its events, of which some may not be here.

    ``batch`` is what :func:`undo` takes back, where ``undoable``; ``revision`` the plan's after it.
    """

    batch: str
    revision: int
    at: datetime
    who: str
    operation: str
    note: str
    told: tuple[Told, ...]
    size: int

    @property
    def undoable(self) -> bool:
        """Whether it can be taken back."""
        return any(each.undoable for each in self.told)


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Some of what was done, the latest first; ``older`` is where the next page goes on, or None."""

    done: tuple[Done, ...]
    older: int | None


_LATELY: LastUsed[tuple[object, ...], HistoryPage] = LastUsed(
    _MOST_TOLD, lambda page: sum(len(done.told) for done in page.done)
)
"""By the plan, the mark of its state, and what was asked."""


def history(
    plan: LivePlan, part: str | None = None, before: int | None = None, most: int = 50
) -> HistoryPage:
    """What was done to a plan by its revision, or to one of its parts with all that hangs or hung below it.

    ``before`` is the ``older`` of the page before; ``most`` counts events. It takes one query, for a part
    two, a third when the plan has just been changed, and none where the same was asked lately.
    """
    key = (plan.key, plan.kept.standing.state, part, before, most)
    page = _LATELY.get(key)
    if page is None:
        page = _read(plan, part, before, most)
        if page.done:
            _LATELY.keep(key, page)
    return page


def _read(plan: LivePlan, part: str | None, before: int | None, most: int) -> HistoryPage:
    last = plan.revision if before is None else min(before - 1, plan.revision)
    events = Event.objects.of_stream(plan.key).order_by("-number")
    if part is None:
        events = events.filter(number__lte=last)
    else:
        events = events.filter(number__in=_numbers_of(plan, part, last, most + 1))
    found = list(events.only(*_TOLD).annotate(size=Subquery(_SIZES))[: most + 1])
    shown = found[:most]
    older = shown[-1].number if len(found) > most else None
    return HistoryPage(tuple(_grouped(shown)), older)


def _numbers_of(plan: LivePlan, part: str, last: int, most: int) -> list[int]:
    """The last events, up to one, of a part and of all that hangs or hung below it.

    All numbers are asked for, out of the index alone: if they were asked for in order, SQLite would look
    through the whole history of the plan instead.
    """
    keys = {part} if part == PLAN else {part, *plan.kept.ever_below(part)}
    events = Event.objects.filter(stream=plan.key, sort__in=PART_SORTS, subject__in=keys)
    return nlargest(most, events.filter(number__lte=last).values_list("number", flat=True))


def _grouped(events: Iterable[Event]) -> list[Done]:
    batches: dict[str, list[Event]] = {}
    for event in events:
        batches.setdefault(event.batch, []).append(event)
    return [_done(batch) for batch in batches.values()]


def _done(events: list[Event]) -> Done:
    last = events[0]
    told = tuple(
        Told(
            event.number,
            event.sort,
            event.subject,
            event.label,
            next(iter(changes_of([event])), None),
            can_be_undone(event),
            deed_needs(event),
        )
        for event in reversed(events)
    )
    note = next((event.note for event in events if event.note), "")
    return Done(
        batch=last.batch,
        revision=last.number,
        at=last.at,
        who=last.actor_label,
        operation=last.operation,
        note=note,
        told=told,
        size=vars(last)["size"],
    )
