"""Taking back what was settled at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from oneplan.partnership.audit.models import Event
from oneplan.partnership.partners.access import Member, requires
from oneplan.partnership.partners.models import MODELS, Alias, Partnership
from oneplan.partnership.partners.naming.names import Printed, Sort, Thing
from oneplan.partnership.partners.operations.changing import Changes, changing
from oneplan.partnership.partners.operations.merging import used_among
from oneplan.partnership.partners.operations.names_taken import (
    alias_removed,
    new_alias,
    rows_of,
    settled_anew,
    told,
)
from oneplan.partnership.partners.operations.settling import SETTLE
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import NotThere


@requires(Permission.EDIT_PARTNERS)
def undo_settling(*, batch: str, by: Member, at: datetime) -> None:
    """Takes back what was settled at once: its names mean what they meant before, what it added goes.

    A name that was settled anew since stays, and so does what something else belongs to by now.

    Raises:
        NotThere: there is no such batch in the partnership.
    """
    stream = by.partnership.key
    events = list(Event.objects.filter(stream=stream, batch=batch, operation=SETTLE))
    if not events:
        raise NotThere
    with changing(by.partnership, "undo_settling", by=by.actor, at=at) as changes:
        _taken_back(changes, by.partnership, [event for event in events if event.sort == "name"])
        for sort in Sort:
            added = {_number(event) for event in events if event.sort == sort}
            _gone_again(changes, by.partnership, sort, added)


def _taken_back(changes: Changes, partnership: Partnership, events: Sequence[Event]) -> None:
    settled = Alias.objects.filter(partnership=partnership).select_related(*Sort)
    rows = settled.in_bulk([_number(event) for event in events])
    meant_before = rows_of(partnership, [_thing(event.before) for event in events if event.before])
    forgotten = []
    for event in events:
        row = rows.get(_number(event))
        if row is None or told(row) != event.after:
            continue
        if event.before is None:
            changes.tell(alias_removed(row))
            forgotten.append(row.pk)
        elif means := meant_before.get(_thing(event.before)):
            again = new_alias(partnership, Printed(row.kind), row.text, means)
            settled_anew(changes, row, again)
    Alias.objects.filter(pk__in=forgotten).delete()


def _gone_again(changes: Changes, partnership: Partnership, sort: Sort, numbers: set[int]) -> None:
    rows = MODELS[sort]._default_manager.filter(partnership=partnership)
    used = used_among(sort, numbers)
    unused = list(rows.filter(pk__in=numbers - used))
    for row in unused:
        changes.removed(row)
    rows.filter(pk__in=[row.pk for row in unused]).delete()


def _thing(told_of: Mapping[str, Any]) -> Thing:
    return Thing(Sort(told_of["means"]), int(told_of["number"]))


def _number(event: Event) -> int:
    return int(event.subject.partition(":")[2])
