"""The paths of a partnership's pages, and the way to them."""

from __future__ import annotations

from django.urls import reverse

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.website.components.crumbs import Crumb

LISTS = {
    Sort.ORGANISATION: ("organisations", "Organisations"),
    Sort.POST: ("posts", "Posts"),
    Sort.BOARD: ("boards", "Boards"),
    Sort.STRATEGY: ("strategies", "Strategies"),
}


def path_of(member: Member, page: str, **parts: int | str) -> str:
    """The path of one of the pages of the member's partnership."""
    return reverse(page, kwargs={"partnership": member.partnership.slug} | parts)


def page_of(member: Member, thing: Thing) -> str:
    """The path of the page of an organisation, post, board or strategy."""
    return path_of(member, thing.sort.value, number=thing.id)


def way_to(member: Member, sort: Sort, *further: Crumb) -> list[Crumb]:
    """The partnership, the list of things of a sort, and what comes after."""
    page, name = LISTS[sort]
    first = Crumb(member.partnership.name, path_of(member, "partnership"))
    return [first, Crumb(name, path_of(member, page)), *further]


def way_from(member: Member, thing: Thing, name: str, here: str) -> list[Crumb]:
    """The way to a form about a thing."""
    return way_to(member, thing.sort, Crumb(name, page_of(member, thing)), Crumb(here))
