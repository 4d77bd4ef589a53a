"""The plans of a partnership by the names that the history has for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from oneplan.partnership.partners.models import Partnership
from oneplan.partnership.plans.models import Plan


@dataclass(frozen=True, slots=True)
class PlanName:
    """What a plan is called, and its address in its partnership."""

    slug: str
    title: str


def plans_by_key(partnership: Partnership, keys: Iterable[str]) -> dict[str, PlanName]:
    """Those of the keys that name a plan of the partnership, in one query; none that was removed."""
    numbers = {key: Plan.number_of(key) for key in keys}
    wanted = [number for number in numbers.values() if number is not None]
    if not wanted:
        return {}
    rows = Plan.objects.of(partnership).filter(pk__in=wanted).only("slug", "title")
    return {row.key: PlanName(row.slug, row.title) for row in rows}
