"""Two that are one, and what was added by mistake."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import models

from oneplan.partnership.audit.operations import Happened
from oneplan.partnership.partners.access import Member, requires
from oneplan.partnership.partners.models import (
    MODELS,
    Accountability,
    Alias,
    Holding,
    Membership,
    Partnership,
    Post,
    Seat,
    Strategy,
    Succession,
)
from oneplan.partnership.partners.models.keyed import Keyed
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.operations.changing import Changes, changing, facts, found
from oneplan.partnership.partners.operations.names_taken import (
    alias_added,
    alias_removed,
    remember,
    thing_of,
    told,
)
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import refuse
from oneplan.partnership.partners.succession import runs_in_a_circle

_POINTING: Mapping[Sort, tuple[tuple[type[models.Model], str, str], ...]] = {
    Sort.ORGANISATION: (
        (Membership, "organisation", "people who act for it"),
        (Post, "organisation", "posts"),
        (Seat, "organisation", "seats on boards"),
        (Strategy, "owner", "strategies"),
        (Succession, "earlier", "successors"),
        (Succession, "later", "predecessors"),
    ),
    Sort.POST: ((Holding, "post", "people who held it"), (Seat, "post", "seats on boards")),
    Sort.BOARD: (
        (Seat, "board", "members"),
        (Accountability, "board", "boards to which it answers"),
        (Accountability, "to", "boards that answer to it"),
    ),
    Sort.STRATEGY: (),
}
"""What points at a thing: moved when it is merged, in the way of its removal."""


@requires(Permission.EDIT_PARTNERS)
def merge(*, thing: Thing, into: int, by: Member, at: datetime) -> None:
    """Makes two of one sort one: all that was said of the thing is said of the other, which stays.

    The name of the one that goes means the other from now on. For a body that was followed by
    another, say that it ended instead.

    Raises:
        Refused: they are one already, or a circle of followers would come of it.
        NotThere: one of them is not of the partnership.
    """
    with changing(by.partnership, f"merge_{thing.sort}", by=by.actor, at=at) as changes:
        goes, stays = _row(by.partnership, thing), _row(by.partnership, Thing(thing.sort, into))
        refuse(into="Choose another one" if goes.pk == stays.pk else None)
        _make_one(changes, goes, stays)
        refuse(into=circle_of(by.partnership, thing.sort))


@requires(Permission.EDIT_PARTNERS)
def remove(*, thing: Thing, by: Member, at: datetime) -> None:
    """Removes what was added by mistake, with the names that were settled to mean it.

    Raises:
        Refused: something else belongs to it.
        NotThere: it is not of the partnership.
    """
    with changing(by.partnership, f"remove_{thing.sort}", by=by.actor, at=at) as changes:
        row = _row(by.partnership, thing)
        refuse(thing=in_the_way(thing))
        for alias in Alias.objects.filter(**{f"{thing.sort}_id": thing.id}):
            changes.tell(alias_removed(alias))
            alias.delete()
        changes.removed(row)
        row.delete()


def in_the_way(thing: Thing) -> str | None:
    """Why a thing cannot be removed; None where nothing belongs to it."""
    for model, name, what in _POINTING[thing.sort]:
        if model._default_manager.filter(**{name: thing.id}).exists():
            return f"It cannot be removed while it has {what}"
    return None


def used_among(sort: Sort, numbers: Collection[int]) -> set[int]:
    """Those of the things with these numbers that something belongs to, or that a settled name means."""
    pointing: list[tuple[type[models.Model], str]] = [(Alias, sort.value)]
    pointing += [(model, name) for model, name, _ in _POINTING[sort]]
    used: set[int] = set()
    for model, name in pointing:
        rows = model._default_manager.filter(**{f"{name}__in": numbers})
        used.update(rows.values_list(f"{name}_id", flat=True))
    return used


def _make_one(changes: Changes, goes: Keyed, stays: Keyed) -> None:
    thing = thing_of(goes)
    for model, name, _ in _POINTING[thing.sort]:
        for row in model._default_manager.filter(**{name: goes.pk}):
            _move(changes, row, name, stays)
    for alias in Alias.objects.filter(**{f"{thing.sort}_id": thing.id}):
        before = told(alias)
        setattr(alias, thing.sort.value, stays)
        alias.save()
        changes.tell(alias_added(alias, before))
    was = facts(goes) | {"merged into": {"text": stays.name, "number": stays.pk}}
    changes.tell(Happened(thing.sort, f"{thing.sort}:{thing.id}", goes.name, before=was))
    former = goes.name
    goes.delete()
    remember(changes, stays, former)


def _move(changes: Changes, row: models.Model, name: str, stays: Keyed) -> None:
    """Points a row at what stays; one that is said of it already, or that would point at itself, goes."""
    before = facts(row)
    setattr(row, name, stays)
    twin = _twin(row)
    if isinstance(row, Post) and isinstance(twin, Post):
        _make_one(
            changes, Post.objects.get(pk=row.pk), twin
        )  # as it is told: of the body that goes
    elif twin or _points_at_itself(row):
        changes.removed(row, "said already of what it was merged into", before)
        row.delete()
    else:
        row.save()
        changes.changed(row, before)


def _twin(row: models.Model) -> models.Model | None:
    """Another row that already says what this one now would."""
    if isinstance(row, Post):
        same = Post.objects.filter(organisation=row.organisation, key=row.key)
        return same.exclude(pk=row.pk).first()
    if isinstance(row, Succession):
        arrows = Succession.objects.filter(earlier=row.earlier, later=row.later)
        return arrows.exclude(pk=row.pk).first()
    if isinstance(row, Accountability):
        answers = Accountability.objects.filter(board=row.board, to=row.to)
        return answers.exclude(pk=row.pk).first()
    return None


def _points_at_itself(row: models.Model) -> bool:
    if isinstance(row, Succession):
        return row.earlier_id == row.later_id
    return isinstance(row, Accountability) and row.board_id == row.to_id


def circle_of(partnership: Partnership, sort: Sort) -> str | None:
    """What is wrong where bodies follow, or boards answer to, one another in a circle; None where none do."""
    arrows: list[tuple[int, int]] = []
    if sort == Sort.ORGANISATION:
        followed = Succession.objects.filter(partnership=partnership)
        arrows = list(followed.values_list("earlier_id", "later_id"))
    if sort == Sort.BOARD:
        answers = Accountability.objects.filter(partnership=partnership)
        arrows = list(answers.values_list("board_id", "to_id"))
    return "The two stand in one chain and cannot be one" if runs_in_a_circle(arrows) else None


def _row(partnership: Partnership, thing: Thing) -> Keyed:
    rows: models.QuerySet[Keyed] = MODELS[thing.sort]._default_manager.filter(
        partnership=partnership
    )
    return found(rows, thing.id)
