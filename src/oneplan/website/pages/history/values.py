"""The page of the history."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from oneplan.partnership.audit.queries import HistoryPage
from oneplan.website.components.events import ShownDeed, deeds
from oneplan.website.components.fields import Form
from oneplan.website.pages.history.forms import Asked


@dataclass(frozen=True, slots=True)
class ShownHistory:
    """The form, what it found, and the ways on: ``query`` is what was asked, for the files."""

    form: Form
    asked: bool
    deeds: list[ShownDeed]
    older: str | None
    newer: str | None
    query: str


def history_page(found: HistoryPage, asked: Asked) -> ShownHistory:
    """What was found, the events of one operation together."""
    return ShownHistory(
        form=asked.form,
        asked=bool(asked.query),
        deeds=deeds(found.events),
        older=_address(asked, "before", found.older),
        newer=_address(asked, "after", found.newer),
        query=f"?{asked.query}" if asked.query else "",
    )


def _address(asked: Asked, name: str, place: str | None) -> str | None:
    if place is None:
        return None
    return "?" + "&".join(filter(None, (asked.query, urlencode({name: place}))))
