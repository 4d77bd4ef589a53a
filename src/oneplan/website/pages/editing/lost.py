"""Where what a form is about was taken out of the plan meanwhile: what happened, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from django.http import HttpRequest
from django.utils.timezone import localtime

from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.operations.change import Edit
from oneplan.partnership.plans.parts.changes import Change, DoesNotFit, applied, part_of
from oneplan.partnership.plans.parts.editing.returning import brought_back
from oneplan.partnership.plans.parts.part import PLAN, Part, Parts
from oneplan.partnership.plans.past import NeverWas
from oneplan.partnership.plans.queries.fates import Fate, fate_of
from oneplan.partnership.plans.queries.history import Done, history
from oneplan.partnership.plans.queries.past import plan_at
from oneplan.vocabulary.lists import listed
from oneplan.website.pages.editing.affordances import Editing
from oneplan.website.pages.editing.around import about
from oneplan.website.wording import moment

_RESTORE = "restore"
RESTORING = (_RESTORE, "1")
"""What a button sends to have the part brought back with what the form says."""
Heirs = Callable[[Part], str]
"""The address of the same form about the part that has taken over what the lost one had."""


def part_or_lost(request: HttpRequest, mine: Editing, key: str) -> Part | None:
    """A part as it stands; for a form that was sent, as it was when it went, where it is gone."""
    part = mine.parts.get(key)
    return part if part or request.method != "POST" else part_before(mine, key)


def part_before(mine: Editing, key: str) -> Part | None:
    """A part as it was when it went; None for one that never was."""
    fate = fate_of(mine.opened.live, key)
    gone = next((each for each in fate.taken if each.key == key), None) if fate else None
    return part_of(gone.sort, key, gone.before or {}) if gone else None


def parts_seen(mine: Editing, seen: int) -> Parts:
    """The plan's parts as they were seen; as they stand where nobody can have seen that."""
    try:
        return plan_at(mine.opened.live, seen).parts
    except NeverWas:
        return mine.parts


def parts_with(mine: Editing, key: str) -> Parts:
    """The plan's parts; where one of them is gone, as they would be if it were brought back."""
    fate = fate_of(mine.opened.live, key) if is_lost(mine, key) else None
    if fate is None:
        return mine.parts
    try:
        return applied(mine.parts, brought_back(mine.parts, fate.taken, key))
    except (Refused, DoesNotFit):
        return mine.parts


def is_lost(mine: Editing, key: str) -> bool:
    """Whether a part is not in the plan."""
    return key != PLAN and key not in mine.parts


def may_bring_back(mine: Editing, key: str) -> bool:
    """Whether the member may put a part back: a lead officer only measures of their own actions."""
    part = part_before(mine, key)
    return part is not None and mine.may_shape(part)


def restoring(request: HttpRequest) -> bool:
    """Whether a form asks to have the part brought back."""
    return _RESTORE in request.POST


def with_it_back(request: HttpRequest, mine: Editing, key: str, edit: Edit) -> Edit:
    """The edit, after the part that it is about was brought back where the form asks for that."""
    if not restoring(request) or not is_lost(mine, key):
        return edit
    fate = fate_of(mine.opened.live, key)

    def both(parts: Parts) -> Iterable[Change]:
        back = brought_back(parts, fate.taken if fate else (), key)
        return [*back, *edit(applied(parts, back))]

    return both


def what_became_of(mine: Editing, key: str) -> tuple[Fate | None, str]:
    """What became of a part that is gone, and that in a sentence."""
    fate = fate_of(mine.opened.live, key)
    if fate is None:
        return None, "It is not in the plan any more."
    when = moment(localtime(fate.at))
    if fate.heir is not None:
        return fate, f"{fate.who} made it one with “{about(fate.heir)}” on {when}."
    return fate, f"{fate.who} removed it on {when}."


def whose_now(mine: Editing, part: Part) -> str:
    """Who leads an action, or the action of a measure, since it was the member's own, in a sentence."""
    action = part if part.sort == "action" else mine.parts.get(part.owner)
    now = mine.parts.get(action.key) if action else None
    if action is None or now is None:
        return "It is led by somebody else now."
    leads = listed([f"“{each}”" for each in now["leads"]]) or "nobody"
    done = next(_of_leads(mine, action.key), None)
    who = f"{done.who} changed who leads it on {moment(localtime(done.at))}. " if done else ""
    return f"{who}It is led by {leads} now, and your agency reports on the actions that it leads."


def _of_leads(mine: Editing, key: str) -> Iterator[Done]:
    for done in history(mine.opened.live, part=key, most=30).done:
        changes = (told.change for told in done.told if told.key == key and told.change)
        if any("leads" in change.names for change in changes):
            yield done
