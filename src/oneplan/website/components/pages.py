"""A long list in pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

Item = TypeVar("Item")
Query = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page's number and address; the number is None where pages are left out."""

    number: int | None
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class InPages(Generic[Item]):
    """One page of a list."""

    items: Sequence[Item]
    number: int
    pages: int
    first: int
    last: int
    total: int
    links: list[PageLink]
    before: str | None
    after: str | None


def in_pages(items: Sequence[Item], asked: str, size: int, query: Query) -> InPages[Item]:
    """The page that is asked for, the nearest that exists where it does not."""
    pages = max(1, -(-len(items) // size))
    number = min(max(int(asked) if asked.isdecimal() and len(asked) < 7 else 1, 1), pages)
    start = (number - 1) * size
    shown = items[start : start + size]
    return InPages(
        items=shown,
        number=number,
        pages=pages,
        first=start + 1 if shown else 0,
        last=start + len(shown),
        total=len(items),
        links=_links(number, pages, query),
        before=_url(number - 1, query) if number > 1 else None,
        after=_url(number + 1, query) if number < pages else None,
    )


def _links(number: int, pages: int, query: Query) -> list[PageLink]:
    near = {1, pages, *range(number - 1, number + 2)} & set(range(1, pages + 1))
    links: list[PageLink] = []
    previous = 0
    for each in sorted(near):
        if each > previous + 1:
            links.append(PageLink(None, "", current=False))
        links.append(PageLink(each, _url(each, query), current=each == number))
        previous = each
    return links


def _url(number: int, query: Query) -> str:
    return "?" + urlencode([*query, ("page", str(number))])
