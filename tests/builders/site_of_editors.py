"""A site with a live plan on it and two people who edit it: run as a program, it adds them to the database."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

FIRST, SECOND = "ash@fenshire.example", "birch@fenshire.example"
"""Two who may edit the plan; their password is that of all who have one in the tests."""

SignIn = Callable[..., "Page"]
"""Opens a browser in which somebody is signed in."""


@dataclass(slots=True)
class SiteOfEditors:
    """Where the site is, and its plans: one that all tests look at, others that each edits for itself."""

    address: str
    plans: list[str]

    @property
    def address_of_a_plan_to_look_at(self) -> str:
        """The address of a plan that no test edits."""
        return self.plans[0]

    def a_plan(self) -> str:
        """The address of a plan that no other test edits."""
        return self.plans.pop()


def _add() -> None:
    import django  # noqa: PLC0415 - a program's own

    django.setup()
    from builders.live_plans import FILE, small_plan  # noqa: PLC0415 - needs the settings
    from builders.partnerships import NOON, joined, started  # noqa: PLC0415 - the same
    from builders.signing_in import with_password  # noqa: PLC0415 - the same
    from oneplan.partnership.partners.permissions import Role  # noqa: PLC0415 - the same
    from oneplan.partnership.plans.operations.starting import import_plan  # noqa: PLC0415

    with_password(FIRST, name="Ash")
    with_password(SECOND, name="Birch")
    by = started("Fenshire Partnership", "Ash")
    joined(by, "Birch", Role.PLAN_OFFICER)
    plans = []
    for _ in range(14):
        plans.append(import_plan(document=small_plan(), file=FILE, by=by, at=NOON).slug)
    sys.stdout.write(json.dumps({"partnership": by.partnership.slug, "plans": plans}))


if __name__ == "__main__":
    sys.exit(_add())
