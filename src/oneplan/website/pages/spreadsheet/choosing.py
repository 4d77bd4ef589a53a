"""What a person has ticked of the differences that were shown, and where they have chosen a side."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import QueryDict

from oneplan.partnership.plans.parts.conflicts import Place
from oneplan.website.pages.spreadsheet.items import Item

_CHOICE = "choice:"


def ticks_of(sent: QueryDict, items: Iterable[Item]) -> tuple[set[Place], set[Place]]:
    """What was ticked, and of that where one's own side is preferred to what others wrote."""
    preferring = {
        name.removeprefix(_CHOICE)
        for name, choice in sent.items()
        if name.startswith(_CHOICE) and choice == "mine"
    }
    ticks = preferring.union(sent.getlist("tick"))
    ticked: set[Place] = set()
    preferred: set[Place] = set()
    for item in items:
        if item.why or item.value not in (preferring if item.now else ticks):
            continue
        ticked |= item.places
        if item.value in preferring:
            preferred |= item.places
    return ticked, preferred
