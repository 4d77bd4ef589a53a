"""The demo's people whom a visitor may be by a button; nobody outside the demo."""

from __future__ import annotations

from django.conf import settings

from oneplan.demonstration.people import PEOPLE, DemoPerson
from oneplan.partnership.accounts.queries import active_among


def demo_people() -> list[DemoPerson]:
    """Those of the demo's people who are there, in one query; without one outside the demo."""
    if not settings.ONEPLAN_DEMONSTRATION:
        return []
    there = active_among([person.email for person in PEOPLE])
    return [person for person in PEOPLE if person.email in there]
