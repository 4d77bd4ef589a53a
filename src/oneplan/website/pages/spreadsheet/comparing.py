"""A sheet that was brought back, beside the plan as it was downloaded and as it stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from oneplan.exchange.data_readers.rows import UnreadableTable
from oneplan.exchange.sheets.book import Origin
from oneplan.exchange.sheets.reading import ReadBack, read_back
from oneplan.partnership.plans.parts.changes import OWNER, Change, changes_between
from oneplan.partnership.plans.parts.part import Parts
from oneplan.partnership.plans.parts.sheets.taken_up import taken_up
from oneplan.partnership.plans.past import NeverWas
from oneplan.partnership.plans.queries.live import LivePlan
from oneplan.partnership.plans.queries.past import mark_at, plan_at
from oneplan.vocabulary.findings import Finding
from oneplan.website.jobs.kept_sheets import KeptSheet
from oneplan.website.pages.editing.affordances import Editing
from oneplan.website.pages.spreadsheet.items import Item, Sides, items_of
from oneplan.website.pages.spreadsheet.layout import LAYOUT
from oneplan.website.pages.spreadsheet.understood import with_what_is_not_understood

_NOT_OF_THIS_PLAN = (
    "The sheet was not downloaded from this plan. Download the actions of this plan, "
    "and edit that sheet"
)
_WITHOUT_ORIGIN = (
    "The sheet no longer says when it was downloaded, so it is compared with the plan as it is now. "
    "What others have changed since it was downloaded looks here as if the sheet had changed it back."
)


@dataclass(frozen=True, slots=True)
class Compared:
    """What a sheet would change in the plan: ``current`` is it at the revision that is ``seen``."""

    seen: int
    current: Parts
    changes: list[Change] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    error: str = ""


def compared(mine: Editing, sheet: KeptSheet, seen: int) -> Compared:
    """What a sheet would change, item by item; ``error`` says in a sentence why it cannot be read.

    Raises:
        NeverWas: the plan never had the revision ``seen``.
    """
    live = mine.opened.live
    current = plan_at(live, seen).parts
    try:
        back = read_back(sheet.data, sheet.name, LAYOUT.headers)
    except UnreadableTable as error:
        return Compared(seen, current, error=f"{error} {error.cure}".rstrip("."))
    if back.origin and not _is_of(live, back.origin):
        return Compared(seen, current, error=_NOT_OF_THIS_PLAN)
    then = plan_at(live, back.origin.revision).parts if back.origin else current
    wanted = taken_up(then, back.sheets, LAYOUT)
    changes = changes_between(then, wanted.parts)
    sides = Sides(then, wanted.parts, current)
    offered = items_of(changes, sides, lambda change: _may(mine, change))
    items = with_what_is_not_understood(offered, sides)
    return Compared(seen, current, changes, items, wanted.findings, _notes(back))


def _is_of(live: LivePlan, origin: Origin) -> bool:
    """Whether the plan has had the revision, and it was this one."""
    try:
        plan_at(live, origin.revision)
    except NeverWas:
        return False
    return mark_at(live, origin.revision) == origin.mark


def _notes(back: ReadBack) -> list[str]:
    notes = [] if back.origin else [_WITHOUT_ORIGIN]
    return [
        *notes,
        *(f"The sheet “{name}” is none of oneplan’s; it is not read." for name in back.others),
        *(
            f"The sheet “{name}” has the columns of another sheet before it; only that is read."
            for name in back.again
        ),
    ]


def _may(mine: Editing, change: Change) -> bool:
    """Whether the member may make a change: a lead officer edits own actions and their measures."""
    if mine.whole:
        return True
    part = mine.parts.get(change.key)
    if change.sort == "action":
        edits = change.before is not None and change.after is not None
        return edits and part is not None and mine.may_change(part, change.names)
    owners = [
        values[OWNER] for values in (change.before, change.after) if values and OWNER in values
    ]
    owners += [part.owner] if part else []
    found = [mine.parts.get(owner) for owner in owners]
    return bool(found) and all(part is not None and mine.may_measure(part) for part in found)
