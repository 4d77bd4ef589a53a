"""What is done with the bodies of a partnership: added, renamed, ended with successors."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from oneplan.partnership.partners.access import Member, requires
from oneplan.partnership.partners.models import Organisation, Partnership, Succession
from oneplan.partnership.partners.naming.names import Sort, shown
from oneplan.partnership.partners.operations.changing import Changes, changing, found
from oneplan.partnership.partners.operations.names_taken import renamed, taken_names
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import refuse
from oneplan.partnership.partners.rules import BodyKind, about_choice, about_days, about_name
from oneplan.partnership.partners.succession import runs_in_a_circle

_KINDS = frozenset(kind.value for kind in BodyKind)
_CIRCLE = "This body, or one that followed it, is followed by the one that you chose"


@requires(Permission.EDIT_PARTNERS)
def add_organisation(
    *, name: str, kind: str = "", started: date | None = None, by: Member, at: datetime
) -> int:
    """A new body; gives its number.

    Raises:
        Refused: the name is missing or taken, or the kind is none.
    """
    name = shown(name)
    with changing(by.partnership, "add_organisation", by=by.actor, at=at) as changes:
        taken = taken_names(by.partnership, Sort.ORGANISATION, name)
        refuse(
            name=about_name(name, taken, "organisation"), kind=about_choice(kind, _KINDS, "a kind")
        )
        row = Organisation.objects.create(
            partnership=by.partnership, name=name, kind=kind, started=started
        )
        changes.added(row)
    return row.pk


@requires(Permission.EDIT_PARTNERS)
def change_organisation(
    *,
    organisation: int,
    name: str,
    kind: str = "",
    started: date | None = None,
    by: Member,
    at: datetime,
) -> None:
    """Gives a body another name, kind or first day. Plans that print its former name still mean it.

    Raises:
        Refused: the name is missing or another's, the kind is none, or it would start after its end.
        NotThere: it is not of the partnership.
    """
    name = shown(name)
    with changing(by.partnership, "change_organisation", by=by.actor, at=at) as changes:
        row = _body(by.partnership, organisation)
        taken = taken_names(by.partnership, Sort.ORGANISATION, name, besides=row.pk)
        refuse(
            name=about_name(name, taken, "organisation"),
            kind=about_choice(kind, _KINDS, "a kind"),
            started=about_days(started, row.ended),
        )
        with changes.made_to(row):
            renamed(changes, row, name)
            row.kind, row.started = kind, started


@requires(Permission.EDIT_PARTNERS)
def end_organisation(
    *,
    organisation: int,
    on: date | None,
    successors: Collection[int] = (),
    by: Member,
    at: datetime,
) -> None:
    """Says on which day a body ended and who followed it; what was said of that before is replaced.

    It keeps its actions; its successors answer for them from that day. Without a day it goes on, and
    nobody follows it.

    Raises:
        Refused: a follower without a day, a day before its first, or a circle of followers.
        NotThere: one of the bodies is not of the partnership.
    """
    with changing(by.partnership, "end_organisation", by=by.actor, at=at) as changes:
        row = _body(by.partnership, organisation)
        later = [_body(by.partnership, each) for each in sorted(set(successors))]
        refuse(
            on="Enter the day on which it ended"
            if later and not on
            else about_days(row.started, on),
            successors=_circle(by.partnership, row, later),
        )
        with changes.made_to(row):
            row.ended = on
        _followed(changes, row, later, on)


def _followed(
    changes: Changes, row: Organisation, later: list[Organisation], on: date | None
) -> None:
    wanted = {(body.pk, on) for body in later}
    there = Succession.objects.filter(earlier=row).select_related("earlier", "later")
    kept = set()
    for arrow in there:
        if (arrow.later_id, arrow.on) in wanted:
            kept.add(arrow.later_id)
        else:
            changes.delete(arrow)
    for body in later:
        if on and body.pk not in kept:
            arrow = Succession(partnership=row.partnership, earlier=row, later=body, on=on)
            arrow.save()
            changes.added(arrow)


def _circle(partnership: Partnership, row: Organisation, later: list[Organisation]) -> str | None:
    others = Succession.objects.filter(partnership=partnership).exclude(earlier=row)
    arrows = list(others.values_list("earlier_id", "later_id"))
    arrows += [(row.pk, body.pk) for body in later]
    return _CIRCLE if runs_in_a_circle(arrows) else None


def organisation_or_none(partnership: Partnership, number: int | None) -> Organisation | None:
    """The body with this number, None for none.

    Raises:
        NotThere: it is not of the partnership.
    """
    return None if number is None else _body(partnership, number)


def _body(partnership: Partnership, number: int) -> Organisation:
    return found(Organisation.objects.filter(partnership=partnership), number)
