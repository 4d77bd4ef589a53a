"""What a visitor may change of a plan: the links that its pages offer, and the same asked by the forms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.utils import timezone

from oneplan.partnership.partners.access import Member, NotAllowed
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.plans.leads import bodies_of
from oneplan.partnership.plans.own_actions import OWN_FIELDS, Bodies, is_own
from oneplan.partnership.plans.parts.part import PLAN, Part, Parts
from oneplan.website import live_plans
from oneplan.website.access import visiting_member
from oneplan.website.live_plans import OpenLivePlan
from oneplan.website.open_plan import OpenPlan
from oneplan.website.pages.editing.sheets.all_sheets import SHEETS
from oneplan.website.pages.editing.sheets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class WayToChange:
    """A link to a form: where it is, and what it changes, for those who do not see what stands beside it."""

    url: str
    title: str


class Editing:
    """A plan as a member may change it."""

    def __init__(self, opened: OpenLivePlan, member: Member) -> None:
        self.opened = opened
        self.whole = member.may(Permission.EDIT_PLANS)
        self._organisations = member.organisations
        self._bodies: Bodies = bodies_of(member.partnership, timezone.now().date())

    @property
    def parts(self) -> Parts:
        """The plan's parts as they stand."""
        return self.opened.live.parts

    def change(self, key: str, name: str) -> WayToChange | None:
        """The way to change something of a part; None where the member may not, or nothing is there."""
        part = self.parts.get(key)
        sheet = SHEETS[part.sort].get(name) if part else None
        if part is None or sheet is None or not self.may_change(part, sheet.writes):
            return None
        return WayToChange(change_url(self.opened, part, sheet), sheet.title)

    def way(self, page: str, key: str, **more: str) -> str | None:
        """The address of another form about a part; None where the member may not change all of it."""
        part = self.parts.get(key)
        if part is None or not self.may_shape(part):
            return None
        return self.opened.url(page, part=key, **more)

    def statement(self, owner: str, place: int) -> str:
        """The key of a statement of a part by its place among them from nought."""
        return self.parts.children(owner, "statement")[place].key

    def own_actions(self) -> list[str]:
        """The keys of the actions that the member's own agency leads, in plan order."""
        return [part.key for part in self.parts.of_sort("action") if self._leads(part)]

    def may_change(self, part: Part, names: Iterable[str], parts: Parts | None = None) -> bool:
        """Whether the member may change these fields of a part, among these ``parts``; else as they stand."""
        if self.whole:
            return True
        if part.sort == "action":
            return OWN_FIELDS.issuperset(names) and self._leads(part)
        return self.may_shape(part, parts)

    def may_shape(self, part: Part, parts: Parts | None = None) -> bool:
        """Whether the member may add, move and remove a part: a lead officer only measures of their own."""
        if self.whole:
            return True
        owner = (self.parts if parts is None else parts).get(part.owner)
        return part.sort == "measure" and owner is not None and self._leads(owner)

    def may_measure(self, part: Part) -> bool:
        """Whether the member may give a part a new measure."""
        return self.whole or self._leads(part)

    def _leads(self, part: Part) -> bool:
        return part.sort == "action" and is_own(part, self._organisations, self._bodies)


def editing(request: HttpRequest, opened: OpenPlan) -> Editing | None:
    """What the visitor may change of an opened plan; None where that is nothing."""
    if not isinstance(opened, OpenLivePlan):
        return None
    member = visiting_member(request)
    if not member.permissions & {Permission.EDIT_PLANS, Permission.EDIT_OWN_ACTIONS}:
        return None
    return Editing(opened, member)


def plan_to_edit(member: Member, plan: str) -> Editing:
    """The member's plan with this address.

    Raises:
        Http404: their partnership has none.
    """
    opened = live_plans.open_plan(member, plan)
    if opened is None:
        raise Http404(f"There is no plan called {plan}.")
    return Editing(opened, member)


def sheet_of(part: Part, name: str) -> Sheet:
    """The form of a part with this name.

    Raises:
        Http404: parts of its sort have none.
    """
    sheet = SHEETS[part.sort].get(name)
    if sheet is None:
        raise Http404("There is no such page.")
    return sheet


def must(allowed: bool) -> None:
    """Goes on only where that is allowed.

    Raises:
        NotAllowed: it is not.
    """
    if not allowed:
        raise NotAllowed(Permission.EDIT_PLANS)


def change_url(opened: OpenLivePlan, part: Part, sheet: Sheet) -> str:
    """The address of a form about a part; the plan itself has addresses of its own."""
    if part.key == PLAN:
        return opened.url("change-plan", sheet=sheet.name)
    return opened.url("change", part=part.key, sheet=sheet.name)


def page_of(opened: OpenLivePlan, key: str) -> str:
    """The page on which a part is shown: its own, that of what it hangs on, or the plan's particulars."""
    parts = opened.live.parts
    while key in parts and key != PLAN:
        part = parts[key]
        if part.sort in ("action", "element"):
            return opened.url(part.sort, **{part.sort: key})
        key = part.owner
    return opened.url("particulars" if key == PLAN else "plan")
