"""The links at the foot of a part's pages: what can be done to it as a whole."""

from __future__ import annotations

from oneplan.partnership.plans.parts.part import PLAN, Part
from oneplan.website.pages.editing.adding_views import may_be_added
from oneplan.website.pages.editing.affordances import Editing

Ways = list[tuple[str, str]]


def ways(mine: Editing | None, key: str) -> Ways:
    """What the member may do to a part as a whole: addresses, each with the words of its link."""
    part = mine.parts.get(key) if mine else None
    if mine is None or part is None:
        return []
    return [*may_be_added(mine, part), *ways_of_its_own(mine, part)]


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
    if part.sort == "action":
        found.append((url("split", part=part.key), "Make two of it"))
    if part.sort in ("action", "element"):
        found.append((url("merge", part=part.key), "Make another one with it"))
    return [
        *found,
        (url("move", part=part.key), "Move it"),
        (url("remove", part=part.key), "Remove it"),
    ]
