"""A live plan whose pages are used to edit it, by several people."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.test import Client

from builders.live_plans import FILE, small_plan
from builders.partnerships import NOON, bodies, joined, started
from builders.standing_cast import signed_in
from oneplan.document.schema import PlanDocument
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.plans.operations.starting import import_plan
from oneplan.partnership.plans.parts.part import Parts
from oneplan.partnership.plans.queries.history import history
from oneplan.partnership.plans.queries.live import LivePlan, plan_named

_SEEN = re.compile(r'name="seen" value="(\d+)"')


@dataclass(slots=True)
class EditedPlan:
    """A plan, its address, and those who open it: an administrator, and whoever joins."""

    by: Member
    slug: str
    browser: Client

    @property
    def address(self) -> str:
        """Where its pages begin."""
        return f"/partnerships/{self.by.partnership.slug}/plans/{self.slug}/"

    @property
    def now(self) -> LivePlan:
        """It as it stands."""
        found = plan_named(self.by.partnership, self.slug)
        assert found
        return found

    @property
    def parts(self) -> Parts:
        """Its parts as they stand."""
        return self.now.parts

    def page(self, path: str, browser: Client | None = None) -> Any:
        """The answer to one of its addresses."""
        return (browser or self.browser).get(self.address + path)

    def sent(self, path: str, browser: Client | None = None, **fields: Any) -> Any:
        """What comes of sending a form that was opened at this moment, unless ``seen`` says another."""
        if "seen" not in fields:
            fields["seen"] = self.now.revision
        return (browser or self.browser).post(self.address + path, fields)

    def seen(self, path: str, browser: Client | None = None) -> int:
        """The revision that a form says its reader has seen."""
        found = _SEEN.search(self.page(path, browser).text)
        assert found
        return int(found[1])

    def batch(self) -> str:
        """What the last edit is called in the history."""
        return history(self.now).done[0].batch

    def other(
        self, name: str = "Birch", role: Role = Role.PLAN_OFFICER, body: int | None = None
    ) -> Client:
        """A browser of somebody else in the partnership."""
        return signed_in(joined(self.by, name, role, organisation=body))

    def body(self, name: str) -> int:
        """An organisation of the partnership with this name."""
        return bodies(self.by, name)[0]


def edited_plan(document: PlanDocument | None = None) -> EditedPlan:
    """A plan that was brought in, with its administrator in a browser."""
    by = started()
    made = import_plan(document=document or small_plan(), file=FILE, by=by, at=NOON)
    return EditedPlan(by, made.slug, signed_in(by))
