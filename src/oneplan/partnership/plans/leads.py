"""Which organisations the leads of an action are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from oneplan.partnership.partners.models import Organisation, Partnership
from oneplan.partnership.plans.own_actions import Bodies


def bodies_of(partnership: Partnership) -> Bodies:
    """The organisations of a partnership by what plans print as lead; asked of the database once."""

    @cache
    def known() -> dict[str, int]:
        named = Organisation.objects.filter(partnership=partnership).values_list("name", "pk")
        return {name.casefold(): number for name, number in named}

    def bodies(leads: Sequence[str]) -> set[int]:
        return {known()[lead.casefold()] for lead in leads if lead.casefold() in known()}

    return bodies
