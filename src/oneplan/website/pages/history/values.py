"""The page of the history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from urllib.parse import urlencode

from django.utils import timezone

from oneplan.partnership.audit.queries import HistoryPage, Told
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.undoable import may_be_undone
from oneplan.partnership.plans.happened import PART_SORTS
from oneplan.partnership.plans.parts.part import PLAN
from oneplan.partnership.plans.queries.named import PlanName
from oneplan.website.components.events import PlanOfEvents, Plans, ShownDeed, deeds
from oneplan.website.components.fields import Form
from oneplan.website.pages.history.forms import Asked
from oneplan.website.templating import address


@dataclass(frozen=True, slots=True)
class Day:
    """What was done on one day here."""

    day: date
    deeds: list[ShownDeed]


class NamedPlans:
    """The plans of the visitor's partnership by the names that the history has for them."""

    def __init__(self, visitor: Member, plans: Mapping[str, PlanName]) -> None:
        self._partnership = visitor.partnership.slug
        self._undo_in = visitor.partnership.key if visitor.may(Permission.EDIT_PARTNERS) else ""
        self._plans = plans

    def plan(self, event: Told) -> PlanOfEvents | None:
        """The plan that the event is about; None for none, and for one that was removed."""
        found = self._plans.get(event.stream)
        return PlanOfEvents(found.title, self._url("plan", found)) if found else None

    def history(self, event: Told) -> str:
        """The address of the history of the part that the event is about; empty where it is about none."""
        found = self._plans.get(event.stream)
        if found is None or event.sort not in PART_SORTS:
            return ""
        if event.subject == PLAN:
            return self._url("plan-history", found)
        return self._url("part-history", found, part=event.subject)

    def undo(self, events: Sequence[Told]) -> str:
        """The address that undoes what was done with partners; a plan's own page undoes its edits."""
        undoable = events[0].stream == self._undo_in and all(
            may_be_undone(each.sort, each.before, each.after) for each in events
        )
        if not undoable:
            return ""
        return address("undo-in-history", partnership=self._partnership, batch=events[0].batch)

    def _url(self, page: str, plan: PlanName, **more: str) -> str:
        return address(f"live:{page}", partnership=self._partnership, plan=plan.slug, **more)


@dataclass(frozen=True, slots=True)
class ShownHistory:
    """The form, what it found, and the ways on: ``query`` is what was asked, for the files."""

    form: Form
    asked: bool
    days: list[Day]
    older: str | None
    newer: str | None
    query: str


def history_page(found: HistoryPage, asked: Asked, plans: Plans) -> ShownHistory:
    """What was found, the events of one operation together."""
    return ShownHistory(
        form=asked.form,
        asked=bool(asked.query),
        days=_by_day(deeds(found.events, plans)),
        older=_address(asked, "before", found.older),
        newer=_address(asked, "after", found.newer),
        query=f"?{asked.query}" if asked.query else "",
    )


def _by_day(found: Iterable[ShownDeed]) -> list[Day]:
    days = groupby(found, key=lambda deed: timezone.localdate(deed.at))
    return [Day(day, list(done)) for day, done in days]


def _address(asked: Asked, name: str, place: str | None) -> str | None:
    if place is None:
        return None
    return "?" + "&".join(filter(None, (asked.query, urlencode({name: place}))))
