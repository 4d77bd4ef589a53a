"""The page of a part's history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from oneplan.partnership.partners.access import Member
from oneplan.partnership.plans.parts.changes import Change
from oneplan.partnership.plans.parts.part import Part
from oneplan.partnership.plans.queries.history import Done, HistoryPage, Told
from oneplan.website.components.changes import shown_change
from oneplan.website.components.crumbs import Crumb
from oneplan.website.components.deed_words import Touched, deed_words
from oneplan.website.components.word_difference import BothTexts, both_texts
from oneplan.website.pages.editing.affordances import Editing


@dataclass(frozen=True, slots=True)
class ShownValue:
    """A value before and after, with what differs marked."""

    name: str
    texts: BothTexts


@dataclass(frozen=True, slots=True)
class ShownPart:
    """What was done to the part, or to one that hangs or hung below it; no words where the edit's own say it."""

    words: str
    values: tuple[ShownValue, ...]


@dataclass(frozen=True, slots=True)
class ShownDone:
    """One edit. ``elsewhere`` counts what it changed besides; ``batch`` is empty for who may not undo it."""

    what: str
    who: str
    at: datetime
    note: str
    parts: list[ShownPart]
    elsewhere: int
    batch: str


@dataclass(frozen=True, slots=True)
class PartHistory:
    """The whole page."""

    about: str
    key: str
    back: str
    way: list[Crumb]
    done: list[ShownDone]
    older: int | None


def shown_done(found: HistoryPage, member: Member, mine: Editing | None) -> list[ShownDone]:
    """The edits of a page of history, the latest first."""
    return [_shown(done, member, mine) for done in found.done]


def _shown(done: Done, member: Member, mine: Editing | None) -> ShownDone:
    changes = [told.change for told in done.told if told.change]
    undoable = done.undoable and (
        _may_do_the_like(member, done) or (mine is not None and _may_undo(mine, changes, done))
    )
    what = deed_words(done.operation, [_touched(each) for each in done.told])
    return ShownDone(
        what=what,
        who=done.who,
        at=done.at,
        note=done.note,
        parts=[_part(told.label, told.change, what) for told in done.told if told.change],
        elsewhere=max(done.size - len(done.told), 0),
        batch=done.batch if undoable else "",
    )


def _touched(told: Told) -> Touched:
    """What is no part of a plan (a version, a link) is told by its operation alone."""
    change = told.change
    before, after = (change.before, change.after) if change else ({}, {})
    return Touched(told.sort, told.label, before=before is not None, after=after is not None)


def _may_do_the_like(member: Member, done: Done) -> bool:
    """Whether what was done besides editing is all that the member may do too."""
    return done.size == len(done.told) and all(
        each.needs is not None and member.may(each.needs) for each in done.told
    )


def _may_undo(mine: Editing, changes: list[Change], done: Done) -> bool:
    if mine.whole:
        return True
    parts = [mine.parts.get(each.key) for each in changes]
    return (
        bool(parts)
        and done.size == len(done.told)
        and all(
            part is not None and _may_change(mine, part, each)
            for part, each in zip(parts, changes, strict=True)
        )
    )


def _may_change(mine: Editing, part: Part, change: Change) -> bool:
    edited = change.before is not None and change.after is not None
    return mine.may_change(part, change.names) if edited else mine.may_shape(part)


def _part(label: str, change: Change, said: str) -> ShownPart:
    shown = shown_change(change, label)
    about = f"the {shown.sort} “{shown.label}”" if shown.label else "the plan"
    words = f"{shown.verb} {about}"
    return ShownPart(
        words="" if words == said else words,
        values=tuple(
            ShownValue(each.name, both_texts(each.before, each.after)) for each in shown.values
        ),
    )
