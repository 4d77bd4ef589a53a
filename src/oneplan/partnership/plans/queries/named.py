"""The plans of a partnership by the names that the history has for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from oneplan.partnership.partners.models import Partnership
from oneplan.partnership.plans.models import Plan
from oneplan.partnership.prepared import Prepared


@dataclass(frozen=True, slots=True)
class PlanName:
    """What a plan is called, and its address in its partnership."""

    slug: str
    title: str


_NAMES = Prepared(
    lambda partnership: Plan.objects.of(partnership).values_list("pk", "slug", "title")
)


def plans_by_key(partnership: Partnership, keys: Iterable[str]) -> dict[str, PlanName]:
    """Those of the keys that name a plan of the partnership, in one query; none that was removed."""
    numbers = {key: Plan.number_of(key) for key in keys}
    if not any(numbers.values()):
        return {}
    names = {number: PlanName(slug, title) for number, slug, title in _NAMES(partnership.pk)}
    return {key: names[number] for key, number in numbers.items() if number in names}
