"""The way to a page, from the plan down."""

from __future__ import annotations

from dataclasses import dataclass

from oneplan.document.schema import Element
from oneplan.website.open_plan import OpenPlan
from oneplan.website.wording import short


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way; the page itself has no address."""

    text: str
    url: str | None = None


def crumbs(
    opened: OpenPlan, path: tuple[Element, ...] = (), here: str | None = None
) -> list[Crumb]:
    """The plan, the elements above, and the page where it is to be named."""
    way = [Crumb(opened.short_title, opened.url("plan"))]
    way += [
        Crumb(short(element.title, 7), opened.url("element", element=element.id or ""))
        for element in path
    ]
    return [*way, Crumb(here)] if here else way
