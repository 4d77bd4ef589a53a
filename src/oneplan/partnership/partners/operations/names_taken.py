"""Which name something may be given, and how a former name goes on being understood."""

from __future__ import annotations

from collections.abc import Iterable

from oneplan.partnership.audit.operations import Happened
from oneplan.partnership.partners.models import MODELS, Alias, Partnership
from oneplan.partnership.partners.models.keyed import Keyed
from oneplan.partnership.partners.naming.names import (
    PRINTED_FOR,
    Printed,
    Sort,
    Thing,
    key_of,
    shown,
)
from oneplan.partnership.partners.operations.changing import Changes


def sort_of(row: Keyed) -> Sort:
    """What sort of thing a row is."""
    return next(sort for sort, model in MODELS.items() if isinstance(row, model))


def thing_of(row: Keyed) -> Thing:
    """The row as other rooms name it."""
    return Thing(sort_of(row), row.pk)


def taken_names(
    partnership: Partnership, sort: Sort, name: str, *, besides: int | None = None
) -> dict[str, str]:
    """Who has the name already, by its key: things of the sort, and those that a settled name means.

    ``besides`` is the thing that is to be given the name, whose own names are free to it.
    """
    key = key_of(name)
    rows = MODELS[sort]._default_manager.filter(partnership=partnership, key=key)
    held = [row.name for row in rows.exclude(pk=besides or 0)]
    settled = Alias.objects.filter(partnership=partnership, kind=PRINTED_FOR[sort], key=key)
    held += [name_meant(alias) for alias in settled if meant(alias) != Thing(sort, besides or 0)]
    return {key: held[0]} if held else {}


def meant(alias: Alias) -> Thing:
    """What a settled name means."""
    number = {sort: getattr(alias, f"{sort}_id") for sort in Sort}
    return next(Thing(sort, id_) for sort, id_ in number.items() if id_ is not None)


def name_meant(alias: Alias) -> str:
    """What the thing is called that a settled name means."""
    return str(getattr(alias, meant(alias).sort.value))


def told(alias: Alias) -> dict[str, str | int]:
    """What the history tells of a settled name: enough to settle it again."""
    thing = meant(alias)
    return {
        "kind": alias.kind,
        "text": alias.text,
        "means": thing.sort.value,
        "number": thing.id,
        "name": name_meant(alias),
    }


def alias_added(alias: Alias, before: dict[str, str | int] | None = None) -> Happened:
    """A name that was settled, or settled anew."""
    return Happened("name", f"name:{alias.pk}", alias.text, before=before, after=told(alias))


def alias_removed(alias: Alias) -> Happened:
    """A settled name that is about to be forgotten."""
    return Happened("name", f"name:{alias.pk}", alias.text, before=told(alias))


def new_alias(partnership: Partnership, kind: Printed, text: str, means: Keyed) -> Alias:
    """A name that means something, not saved yet."""
    alias = Alias(partnership=partnership, kind=kind, text=shown(text), key=key_of(text))
    setattr(alias, sort_of(means).value, means)
    return alias


def remember(changes: Changes, means: Keyed, text: str) -> None:
    """Keeps a name by which something was known until now, where it means nothing else."""
    here, sort, key = means.partnership, sort_of(means), key_of(text)
    settled = Alias.objects.filter(partnership=here, kind=PRINTED_FOR[sort], key=key)
    others = MODELS[sort]._default_manager.filter(partnership=here, key=key)
    if not settled.exists() and not others.exclude(pk=means.pk).exists():
        alias = new_alias(here, PRINTED_FOR[sort], text, means)
        alias.save()
        changes.tell(alias_added(alias))


def renamed(changes: Changes, row: Keyed, name: str) -> None:
    """Gives a row another name, which need no longer be settled; the former one goes on meaning it."""
    former, thing = row.name, thing_of(row)
    if name == former:
        return
    row.name = name
    own = Alias.objects.filter(
        partnership=row.partnership, kind=PRINTED_FOR[thing.sort], key=key_of(name)
    )
    for alias in own:
        if meant(alias) == thing:
            changes.tell(alias_removed(alias))
            alias.delete()
    if key_of(former) != key_of(name):
        remember(changes, row, former)


def settled_anew(changes: Changes, held: Alias, wanted: Alias) -> None:
    """Gives a settled name the meaning of another; told only where that is not what it means."""
    before = told(held)
    for sort in Sort:
        setattr(held, sort.value, getattr(wanted, sort.value))
    if told(held) != before:
        held.save()
        changes.tell(alias_added(held, before))


def rows_of(partnership: Partnership, things: Iterable[Thing]) -> dict[Thing, Keyed]:
    """Those of the things that are of the partnership."""
    wanted = set(things)
    found: dict[Thing, Keyed] = {}
    for sort, model in MODELS.items():
        numbers = [thing.id for thing in wanted if thing.sort == sort]
        for row in model._default_manager.filter(partnership=partnership, pk__in=numbers):
            found[Thing(sort, row.pk)] = row
    return found
