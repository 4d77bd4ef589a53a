"""What is done with the strategies that actions are linked with."""

from __future__ import annotations

from datetime import datetime

from oneplan.partnership.partners.access import Member, requires
from oneplan.partnership.partners.models import Strategy
from oneplan.partnership.partners.naming.names import Sort, shown
from oneplan.partnership.partners.operations.changing import changing, found
from oneplan.partnership.partners.operations.names_taken import renamed, taken_names
from oneplan.partnership.partners.operations.organisations import organisation_or_none
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import refuse
from oneplan.partnership.partners.rules import about_name


@requires(Permission.EDIT_PARTNERS)
def add_strategy(*, title: str, owner: int | None = None, by: Member, at: datetime) -> int:
    """A new strategy, of a body or of none; gives its number.

    Raises:
        Refused: the title is missing or taken.
        NotThere: the body is not of the partnership.
    """
    title = shown(title)
    with changing(by.partnership, "add_strategy", by=by.actor, at=at) as changes:
        taken = taken_names(by.partnership, Sort.STRATEGY, title)
        refuse(title=about_name(title, taken, "strategy"))
        row = Strategy.objects.create(
            partnership=by.partnership,
            name=title,
            owner=organisation_or_none(by.partnership, owner),
        )
        changes.added(row)
    return row.pk


@requires(Permission.EDIT_PARTNERS)
def change_strategy(
    *, strategy: int, title: str, owner: int | None = None, by: Member, at: datetime
) -> None:
    """Gives a strategy another title or owner. Its former title still means it.

    Raises:
        Refused: the title is missing or another's.
        NotThere: the strategy or the body is not of the partnership.
    """
    title = shown(title)
    with changing(by.partnership, "change_strategy", by=by.actor, at=at) as changes:
        row = found(Strategy.objects.filter(partnership=by.partnership), strategy)
        body = organisation_or_none(by.partnership, owner)
        taken = taken_names(by.partnership, Sort.STRATEGY, title, besides=row.pk)
        refuse(title=about_name(title, taken, "strategy"))
        with changes.made_to(row):
            renamed(changes, row, title)
            row.owner = body
