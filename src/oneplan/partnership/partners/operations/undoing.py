"""Undoing from the history what was done with bodies, posts, boards, strategies and names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby

from django.db import IntegrityError, models, transaction

from oneplan.partnership.audit.models import Event
from oneplan.partnership.partners.access import Member, requires
from oneplan.partnership.partners.models import MODELS, Alias, Partnership, Post
from oneplan.partnership.partners.models.keyed import Keyed
from oneplan.partnership.partners.naming.names import PRINTED_FOR, Sort, Thing, key_of
from oneplan.partnership.partners.operations.changing import Changes, changing, facts
from oneplan.partnership.partners.operations.merging import circle_of, used_among
from oneplan.partnership.partners.operations.names_taken import (
    alias_added,
    alias_removed,
    meant,
    rows_of,
    thing_of,
    told,
)
from oneplan.partnership.partners.operations.told_rows import (
    NAME,
    TABLES,
    alias_as_told,
    fields_as_told,
    is_as_told,
    number_of,
    put_back,
)
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import NotThere, refuse
from oneplan.partnership.partners.undoable import may_be_undone


@dataclass(frozen=True, slots=True)
class Undone:
    """What came of it: how much was undone, and what stays since something else was done with it."""

    number: int
    stayed: tuple[str, ...]


@requires(Permission.EDIT_PARTNERS)
def undo(*, batch: str, by: Member, at: datetime) -> Undone:
    """Undoes what one operation did, as the history tells it; undoing that does it again.

    What has been changed since, what something else belongs to by now, and what would have the name
    of another stays as it is and is told. Nothing comes back halfway: a row that pointed at what
    stays away stays away too.

    Raises:
        Refused: bodies would follow, or boards answer to, one another in a circle.
        NotThere: nothing like that was done in the partnership.
    """
    stream = by.partnership.key
    events = list(Event.objects.filter(stream=stream, batch=batch).order_by("-number"))
    if not events or not all(may_be_undone(each.sort, each.before, each.after) for each in events):
        raise NotThere
    with changing(by.partnership, "undo", by=by.actor, at=at) as changes:
        names = frozenset(number_of(each) for each in events if each.sort == NAME)
        undoing = _Undoing(by.partnership, changes, names)
        for (sort, how), run in groupby(events, key=lambda each: (each.sort, _how(each))):
            undoing.each(sort, how, list(run))
        for sort in (Sort.ORGANISATION, Sort.BOARD):
            refuse(batch=circle_of(by.partnership, sort))
    return Undone(len(changes.happened), tuple(undoing.stayed))


def _how(event: Event) -> str:
    if event.before is None:
        return "added"
    return "removed" if event.after is None else "changed"


@dataclass(slots=True)
class _Undoing:
    """The events of one operation undone, the last first; ``names`` are the settled names among them."""

    here: Partnership
    changes: Changes
    names: frozenset[int]
    stayed: list[str] = field(default_factory=list)

    def each(self, sort: str, how: str, events: Sequence[Event]) -> None:
        """Undoes a run of events of one sort that tell the same kind of thing."""
        if sort == NAME:
            self._names(how, events)
        elif how == "added":
            self._take_out(TABLES[sort], events)
        elif how == "removed":
            for event in events:
                self._bring_back(TABLES[sort], event)
        else:
            rows = TABLES[sort]._default_manager.in_bulk([number_of(each) for each in events])
            for event in events:
                self._set_back(rows.get(number_of(event)), event)

    def _take_out(self, model: type[models.Model], events: Sequence[Event]) -> None:
        rows = model._default_manager.in_bulk([number_of(each) for each in events])
        used = _used(model, rows)
        gone = []
        for event in events:
            row = rows.get(number_of(event))
            if row is None or row.pk in used or not is_as_told(row, event.after or {}):
                self.stayed.append(event.label)
            else:
                self.changes.removed(row)
                gone.append(row.pk)
        model._default_manager.filter(pk__in=gone).delete()

    def _bring_back(self, model: type[models.Model], event: Event) -> None:
        fields = fields_as_told(model, event.before or {})
        row = put_back(model, number_of(event), self.here, fields)
        if row is not None and not self._taken(row) and _saved(row, new=True):
            self.changes.added(row)
        else:
            self.stayed.append(event.label)

    def _set_back(self, row: models.Model | None, event: Event) -> None:
        before, after = event.before or {}, event.after or {}
        differ = {name: before.get(name) for name in after if before.get(name) != after[name]}
        if row is None or not is_as_told(row, {name: after[name] for name in differ}):
            self.stayed.append(event.label)
            return
        fields = fields_as_told(type(row), differ)
        was = facts(row)
        if fields is not None:
            for name, value in fields.items():
                setattr(row, name, value)
        if fields is not None and not self._taken(row) and _saved(row, new=False):
            self.changes.changed(row, was)
        else:
            self.stayed.append(event.label)

    def _names(self, how: str, events: Sequence[Event]) -> None:
        rows = Alias.objects.select_related(*Sort).in_bulk([number_of(each) for each in events])
        means = rows_of(self.here, _meant(events))
        forgotten = []
        for event in events:
            row, before = rows.get(number_of(event)), event.before
            known = means.get(_thing(before)) if before else None
            if how != "removed" and (row is None or not _same_name(row, event.after or {})):
                self.stayed.append(event.label)
            elif how == "added" and row is not None:
                self.changes.tell(alias_removed(row))
                forgotten.append(row.pk)
            elif before and known and (row is None) == (how == "removed"):
                self._name_again(row, event, before, known)
            else:
                self.stayed.append(event.label)
        Alias.objects.filter(pk__in=forgotten).delete()

    def _name_again(
        self, row: Alias | None, event: Event, before: Mapping[str, str | int], means: Keyed
    ) -> None:
        was = told(row) if row else None
        again = alias_as_told(number_of(event), before, means)
        if _saved(again, new=row is None):
            self.changes.tell(alias_added(again, was))
        else:
            self.stayed.append(event.label)

    def _taken(self, row: models.Model) -> bool:
        """Whether the name of a body, board or strategy was settled to mean something else since."""
        if not isinstance(row, Keyed) or isinstance(row, Post):
            return False
        thing = thing_of(row)
        settled = Alias.objects.filter(
            partnership=self.here, kind=PRINTED_FOR[thing.sort], key=key_of(row.name)
        )
        return any(meant(alias) != thing for alias in settled.exclude(pk__in=self.names))


def _used(model: type[models.Model], rows: Mapping[int, models.Model]) -> set[int]:
    sort = next((sort for sort, each in MODELS.items() if each is model), None)
    return used_among(sort, set(rows)) if sort else set()


def _saved(row: models.Model, *, new: bool) -> bool:
    """Saves a row unless the database's own rules are against it."""
    try:
        with transaction.atomic():
            row.save(force_insert=new, force_update=not new)
    except IntegrityError:
        return False
    return True


def _same_name(row: Alias, after: Mapping[str, str | int]) -> bool:
    now = told(row)
    return all(now[each] == after.get(each) for each in ("kind", "text", "means", "number"))


def _meant(events: Iterable[Event]) -> set[Thing]:
    return {_thing(event.before) for event in events if event.before}


def _thing(told_of: Mapping[str, str | int]) -> Thing:
    return Thing(Sort(str(told_of["means"])), int(told_of["number"]))
