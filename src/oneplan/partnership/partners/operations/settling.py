"""Settling what the names of plans mean: one, or all suggestions at once, remembered and taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from oneplan.partnership.partners.access import Member, requires
from oneplan.partnership.partners.models import MODELS, Alias, Partnership
from oneplan.partnership.partners.models.keyed import Keyed
from oneplan.partnership.partners.naming.names import (
    LONGEST_NAME,
    PRINTED_FOR,
    SORT_OF,
    Printed,
    Sort,
    Thing,
    key_of,
    shown,
)
from oneplan.partnership.partners.naming.settling import NameInPlan, State
from oneplan.partnership.partners.operations.changing import Changes, changing
from oneplan.partnership.partners.operations.names_taken import (
    alias_added,
    alias_removed,
    new_alias,
    rows_of,
    settled_anew,
    taken_names,
)
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.queries.names import groups_of_names
from oneplan.partnership.partners.refusals import NotThere, refuse
from oneplan.partnership.partners.rules import about_name

SETTLE = "settle_names"


@dataclass(frozen=True, slots=True)
class New:
    """Something that does not stand here yet: what it is and what it is called."""

    sort: Sort
    name: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody has decided that a printed name means."""

    kind: Printed
    text: str
    means: Thing | New


@requires(Permission.EDIT_PARTNERS)
def settle_names(*, choices: Sequence[Choice], by: Member, at: datetime) -> str:
    """Remembers what printed names mean; what is new is added, once however often it is named.

    Gives the mark of the batch, by which it can be taken back; empty where all was so already.

    Raises:
        Refused: a name is missing or too long.
        NotThere: a name is to mean what is not of the partnership.
    """
    with changing(by.partnership, SETTLE, by=by.actor, at=at) as changes:
        _settle(changes, by.partnership, choices)
    return changes.batch


@requires(Permission.EDIT_PARTNERS)
def settle_suggestions(
    *,
    names: Iterable[NameInPlan],
    acronyms: Mapping[str, str],
    new: bool,
    by: Member,
    at: datetime,
) -> str:
    """Settles all names of a plan whose suggestion is sure; with ``new`` those that are new as well.

    What is only somewhat alike is left to be looked at. Gives the mark of the batch.
    """
    with changing(by.partnership, SETTLE, by=by.actor, at=at) as changes:
        choices = []
        for group in groups_of_names(by.partnership, names, acronyms):
            means = group.thing or New(group.sort, group.name)
            wanted = group.state == State.SUGGESTED or (new and group.state == State.NEW)
            if wanted and group.sure:
                choices += [Choice(group.kind, each.text, means) for each in group.spellings]
        _settle(changes, by.partnership, choices)
    return changes.batch


@requires(Permission.EDIT_PARTNERS)
def add_name(*, thing: Thing, name: str, by: Member, at: datetime) -> None:
    """Remembers another name by which plans print something.

    Raises:
        Refused: the name is missing or too long, or means something already.
        NotThere: the thing is not of the partnership.
    """
    with changing(by.partnership, "add_name", by=by.actor, at=at) as changes:
        row = _here(by.partnership, [thing])[thing]
        refuse(name=_about_other_name(row, thing, name))
        alias = new_alias(by.partnership, PRINTED_FOR[thing.sort], name, row)
        alias.save()
        changes.tell(alias_added(alias))


def _about_other_name(row: Keyed, thing: Thing, name: str) -> str | None:
    text, key = shown(name), key_of(name)
    if not text:
        return "Enter the name as plans print it"
    if len(name) > LONGEST_NAME:
        return f"The name must have at most {LONGEST_NAME} letters"
    own = Alias.objects.filter(
        partnership=row.partnership, kind=PRINTED_FOR[thing.sort], key=key, **{thing.sort: row}
    )
    if key == row.key or own.exists():
        return f"Plans that print “{text}” mean it already"
    for meant in taken_names(row.partnership, thing.sort, name, besides=row.pk).values():
        return f"“{text}” means “{meant}” already. Let it be forgotten there first"
    return None


@requires(Permission.EDIT_PARTNERS)
def forget_name(*, alias: int, by: Member, at: datetime) -> None:
    """Lets a settled name mean nothing again.

    Raises:
        NotThere: it is not of the partnership.
    """
    with changing(by.partnership, "forget_name", by=by.actor, at=at) as changes:
        row = Alias.objects.filter(partnership=by.partnership, pk=alias).first()
        if row is None:
            raise NotThere
        changes.tell(alias_removed(row))
        row.delete()


def _settle(changes: Changes, partnership: Partnership, choices: Sequence[Choice]) -> None:
    means = {each.means for each in choices}
    rows = _here(partnership, means) | _added(changes, partnership, means)
    settled = Alias.objects.filter(partnership=partnership).select_related(*Sort)
    held = {(each.kind, each.key): each for each in settled}
    wanted: dict[tuple[str, str], Alias] = {}
    for each in choices:
        if shown(each.text) and not _says_itself(each):
            alias = new_alias(partnership, each.kind, each.text, rows[each.means])
            wanted[each.kind, alias.key] = alias
    new = [alias for where, alias in wanted.items() if where not in held]
    Alias.objects.bulk_create(new)
    for alias in new:
        changes.tell(alias_added(alias))
    for where, alias in wanted.items():
        if where in held:
            settled_anew(changes, held[where], alias)


def _says_itself(choice: Choice) -> bool:
    """Whether a name means the new thing that is called so, which needs no remembering.

    Of posts it does: another body may come to have a post of the same title.
    """
    new = choice.means
    return (
        isinstance(new, New)
        and SORT_OF[choice.kind] == new.sort != Sort.POST
        and key_of(new.name) == key_of(choice.text)
    )


def _added(
    changes: Changes, partnership: Partnership, means: Iterable[Thing | New]
) -> dict[Thing | New, Keyed]:
    """What is new, added; where something is called so already, that is taken."""
    new = sorted(
        (each for each in means if isinstance(each, New)), key=lambda new: (new.sort, new.name)
    )
    wrong = (about_name(shown(each.name), {}, each.sort) for each in new)
    refuse(name=next(filter(None, wrong), None))
    rows: dict[tuple[Sort, str], Keyed] = {}
    for sort, model in MODELS.items():
        keys = [key_of(shown(each.name)) for each in new if each.sort == sort]
        there = model._default_manager.filter(partnership=partnership, key__in=keys)
        rows |= {(sort, row.key): row for row in there.order_by("-pk")}
    for each in new:
        where = each.sort, key_of(shown(each.name))
        if where not in rows:
            rows[where] = MODELS[each.sort](partnership=partnership, name=shown(each.name))
            rows[where].save()
            changes.added(rows[where])
    return {each: rows[each.sort, key_of(shown(each.name))] for each in new}


def _here(partnership: Partnership, means: Iterable[Thing | New]) -> dict[Thing | New, Keyed]:
    """What stands here already.

    Raises:
        NotThere: one of them does not.
    """
    wanted = {each for each in means if isinstance(each, Thing)}
    rows: dict[Thing | New, Keyed] = dict(rows_of(partnership, wanted).items())
    if rows.keys() != wanted:
        raise NotThere
    return rows
