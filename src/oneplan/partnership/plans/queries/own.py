"""What somebody may edit of a plan."""

from __future__ import annotations

from datetime import date

from oneplan.partnership.partners.access import Member
from oneplan.partnership.plans.leads import bodies_of
from oneplan.partnership.plans.own_actions import is_own
from oneplan.partnership.plans.queries.live import LivePlan


def own_actions(plan: LivePlan, member: Member, day: date) -> frozenset[str]:
    """The keys of the actions that the member's organisations lead on a day.

    It takes the six queries of what names mean, and none for whoever acts for no organisation.
    """
    if not member.organisations:
        return frozenset()
    bodies = bodies_of(member.partnership, day)
    actions = plan.parts.of_sort("action")
    return frozenset(each.key for each in actions if is_own(each, member.organisations, bodies))
