"""What is done with posts and those who hold them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from oneplan.partnership.partners.access import Member, requires
from oneplan.partnership.partners.models import (
    Holding,
    Membership,
    Organisation,
    Partnership,
    Post,
)
from oneplan.partnership.partners.naming.names import key_of, shown
from oneplan.partnership.partners.operations.changing import changing, found
from oneplan.partnership.partners.operations.names_taken import renamed
from oneplan.partnership.partners.operations.organisations import organisation_or_none
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import NotThere, refuse
from oneplan.partnership.partners.rules import about_days, about_name, about_somebody

_LONGEST_HOLDER = 200


@requires(Permission.EDIT_PARTNERS)
def add_post(*, title: str, organisation: int | None = None, by: Member, at: datetime) -> int:
    """A new post of a body, or of none yet; gives its number. Two bodies may have posts of one title.

    Raises:
        Refused: the title is missing, or the body has such a post.
        NotThere: the body is not of the partnership.
    """
    title = shown(title)
    with changing(by.partnership, "add_post", by=by.actor, at=at) as changes:
        body = organisation_or_none(by.partnership, organisation)
        refuse(title=_about_title(by.partnership, title, body, None))
        row = Post.objects.create(partnership=by.partnership, name=title, organisation=body)
        changes.added(row)
    return row.pk


@requires(Permission.EDIT_PARTNERS)
def change_post(
    *,
    post: int,
    title: str,
    organisation: int | None = None,
    ended: date | None = None,
    by: Member,
    at: datetime,
) -> None:
    """Gives a post another title or body, or says when it was ended. Its former title still means it.

    Raises:
        Refused: the title is missing, or the body has another such post.
        NotThere: the post or the body is not of the partnership.
    """
    title = shown(title)
    with changing(by.partnership, "change_post", by=by.actor, at=at) as changes:
        row = _post(by.partnership, post)
        body = organisation_or_none(by.partnership, organisation)
        refuse(title=_about_title(by.partnership, title, body, row.pk))
        with changes.made_to(row):
            renamed(changes, row, title)
            row.organisation, row.ended = body, ended


@requires(Permission.EDIT_PARTNERS)
def add_holding(
    *,
    post: int,
    person: int | None = None,
    name: str = "",
    start: date | None = None,
    end: date | None = None,
    by: Member,
    at: datetime,
) -> int:
    """Somebody in a post: a member of the partnership, or just a name; gives the holding's number.

    What is said already – the same person for the same days – is not said twice.

    Raises:
        Refused: nobody is named, or the last day is before the first.
        NotThere: the post or the person is not of the partnership.
    """
    name = shown(name)
    with changing(by.partnership, "add_holding", by=by.actor, at=at) as changes:
        row = _post(by.partnership, post)
        called = name_of_member(by.partnership, person) if person is not None else name
        refuse(name=about_somebody(called), end=about_days(start, end))
        said: dict[str, Any] = {"person_id": person, "name": called, "start": start, "end": end}
        before = Holding.objects.filter(post=row, **said).first()
        if before is not None:
            return before.pk
        held = Holding.objects.create(post=row, **said)
        changes.added(held)
    return held.pk


@requires(Permission.EDIT_PARTNERS)
def change_holding(
    *, holding: int, start: date | None, end: date | None, by: Member, at: datetime
) -> None:
    """Says from when to when somebody held a post.

    Raises:
        Refused: the last day is before the first.
        NotThere: the holding is not of the partnership.
    """
    with changing(by.partnership, "change_holding", by=by.actor, at=at) as changes:
        held = _holding(by.partnership, holding)
        refuse(end=about_days(start, end))
        with changes.made_to(held):
            held.start, held.end = start, end


@requires(Permission.EDIT_PARTNERS)
def remove_holding(*, holding: int, by: Member, at: datetime) -> None:
    """Takes back that somebody held a post, where that was a mistake.

    Raises:
        NotThere: the holding is not of the partnership.
    """
    with changing(by.partnership, "remove_holding", by=by.actor, at=at) as changes:
        changes.delete(_holding(by.partnership, holding))


def name_of_member(partnership: Partnership, person: int) -> str:
    """What a member of the partnership is called.

    Raises:
        NotThere: they are no member.
    """
    held = Membership.objects.filter(partnership=partnership, person=person)
    first = held.select_related("person").first()
    if first is None:
        raise NotThere
    return str(first.person)[:_LONGEST_HOLDER]


def _about_title(
    partnership: Partnership, title: str, body: Organisation | None, besides: int | None
) -> str | None:
    same = Post.objects.filter(partnership=partnership, organisation=body, key=key_of(title))
    here = {post.key: post.name for post in same.exclude(pk=besides or 0)}
    return about_name(title, here, "post")


def _post(partnership: Partnership, number: int) -> Post:
    return found(Post.objects.filter(partnership=partnership), number)


def _holding(partnership: Partnership, number: int) -> Holding:
    return found(
        Holding.objects.filter(post__partnership=partnership).select_related("post"), number
    )
