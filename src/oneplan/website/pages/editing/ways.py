"""The links at the foot of a part's pages: what can be done to it as a whole."""

from __future__ import annotations

from django.http import HttpRequest

from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.plans.parts.part import PLAN, Part
from oneplan.website.access import visiting_member
from oneplan.website.live_plans import OpenLivePlan
from oneplan.website.open_plan import OpenPlan
from oneplan.website.pages.editing.adding_views import may_be_added
from oneplan.website.pages.editing.affordances import Editing

Ways = list[tuple[str, str]]
HISTORY = "What was done to it"


def ways(mine: Editing | None, key: str, history: str | None = None) -> Ways:
    """What the member may do to a part as a whole: addresses, each with the words of its link.

    ``history`` is the address of the part's history, for whoever may see it.
    """
    past = [(history, HISTORY)] if history else []
    part = mine.parts.get(key) if mine else None
    if mine is None or part is None:
        return past
    return [*may_be_added(mine, part), *ways_of_its_own(mine, part), *past]


def history_of(request: HttpRequest, opened: OpenPlan, key: str) -> str | None:
    """The address of a part's history; None for who may not see it, and for plans that have none."""
    if not isinstance(opened, OpenLivePlan):
        return None
    if not visiting_member(request).may(Permission.SEE_HISTORY):
        return None
    return opened.url("part-history", part=key)


def ways_of_its_own(mine: Editing, part: Part) -> Ways:
    """The same without what can be added below it."""
    url, parts = mine.opened.url, mine.parts
    if not mine.whole:
        if not mine.may_shape(part):
            return []
        return [(url("remove-measure", measure=part.key), "Remove it")]
    found: Ways = []
    if part.key == PLAN:
        if parts.children(PLAN, "element"):
            found.append((url("renumber-plan"), "Number its parts"))
        return found
    if part.sort == "element" and (
        parts.children(part.key, "action") or parts.children(part.key, "element")
    ):
        found.append((url("renumber", part=part.key), "Number what is under it"))
    if part.sort in ("action", "element", "measure", "statement"):
        found.append((url("split", part=part.key), "Split it in two"))
        found.append((url("merge", part=part.key), "Merge another into it"))
    return [
        *found,
        (url("move", part=part.key), "Move it"),
        (url("remove", part=part.key), "Remove it"),
    ]
