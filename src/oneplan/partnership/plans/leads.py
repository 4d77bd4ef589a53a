"""Which organisations the leads of an action are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from oneplan.partnership.partners.models import Partnership
from oneplan.partnership.partners.naming.meanings import Meanings
from oneplan.partnership.partners.naming.names import Printed
from oneplan.partnership.partners.queries.names import meanings
from oneplan.partnership.plans.own_actions import Bodies


def bodies_of(partnership: Partnership, day: date) -> Bodies:
    """The organisations that answer on a day for what plans print as lead: posts, and bodies by name.

    The database is asked at the first lead, and only then.
    """

    @cache
    def known() -> Meanings:
        return meanings(partnership, day)

    def answering(lead: str) -> frozenset[int]:
        as_lead = known().organisations_of(Printed.LEAD, lead)
        return as_lead or known().organisations_of(Printed.PARTNER, lead)

    def bodies(leads: Sequence[str]) -> set[int]:
        return set().union(*map(answering, leads))

    return bodies
