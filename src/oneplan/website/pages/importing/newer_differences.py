"""What a newer document would change in a plan: the differences that a person is shown."""

from __future__ import annotations

from dataclasses import replace

from oneplan.partnership.plans.parts.part import Parts
from oneplan.partnership.plans.parts.sources import but_for_sources
from oneplan.partnership.plans.queries.readings import SecondReading
from oneplan.website.pages.importing.said_together import said_together
from oneplan.website.pages.spreadsheet.items import Item, Sides, items_of

_LEFT_BEFORE = "It was left out the last time"


def differences(reading: SecondReading, current: Parts) -> list[Item]:
    """Every difference that is still one beside the plan as it stands, what is said together as one.

    Ticked is what nothing stands in the way of and what was not left out the last time.
    """
    sides = Sides(reading.before, reading.read, current)
    changes = list(but_for_sources(reading.changes))
    items = said_together(items_of(changes, sides, lambda _change: True), sides)
    return [_proposed(each, reading) for each in items]


def _proposed(item: Item, reading: SecondReading) -> Item:
    again = reading.left.is_again(reading.changes, item.places)
    ticked = not item.why and item.now is None and not again
    return replace(item, ticked=ticked, note=_LEFT_BEFORE if again else "")
