"""A site with a crowd on it: run as a program, it makes the plan, its editors, and files read for import.

``python -m builders.crowd.site PEOPLE SHARED FILES`` prints them as one line of JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from builders.served_site import make_tables, told_by


@dataclass(frozen=True, slots=True)
class Crowd:
    """A partnership with a plan: its people's cookies by their names, and what an administrator has read.

    Each person has an action of their own, named as they are; ``shared`` are actions that say “0”, to which
    several add. ``files`` are readings that can become plans titled as they are named.
    """

    partnership: str
    plan: str
    cookies: dict[str, str]
    shared: list[str]
    administrator: str
    files: list[str]

    @property
    def address(self) -> str:
        """Where the plan's pages begin."""
        return f"/partnerships/{self.partnership}/plans/{self.plan}/"

    @property
    def imports(self) -> str:
        """Where plans are brought in."""
        return f"/partnerships/{self.partnership}/import/"


def crowd(environment: Mapping[str, str], people: int, shared: int, files: int = 0) -> Crowd:
    """The crowd, made in the empty database that the environment names."""
    make_tables(environment)
    told = told_by(environment, __name__, str(people), str(shared), str(files))
    return Crowd(**json.loads(told))


def _make(people: int, shared: int, files: int) -> None:
    import django  # noqa: PLC0415 - a program's own

    django.setup()
    from django.conf import settings  # noqa: PLC0415 - needs the settings

    from builders.begun_imports import begun_import  # noqa: PLC0415 - the same
    from builders.live_plans import FILE  # noqa: PLC0415 - the same
    from builders.partnerships import NOON, joined, started  # noqa: PLC0415 - the same
    from builders.standing_cast import signed_in  # noqa: PLC0415 - the same
    from oneplan.document.schema import Action, Element, PlanDocument  # noqa: PLC0415 - the same
    from oneplan.partnership.partners.access import Member  # noqa: PLC0415 - the same
    from oneplan.partnership.partners.permissions import Role  # noqa: PLC0415 - the same
    from oneplan.partnership.plans.operations.starting import import_plan  # noqa: PLC0415 - the same

    def plan(title: str, *actions: Action) -> PlanDocument:
        area = Element(id="ponds", kind="outcome", code="1", title="Ponds", actions=[*actions])
        return PlanDocument(title=title, elements=[area])

    def cookie(member: Member) -> str:
        name = settings.SESSION_COOKIE_NAME
        return f"{name}={signed_in(member).cookies[name].value}"

    names = [f"Editor{number}" for number in range(people)]
    counts = [f"count-{number}" for number in range(shared)]
    own = [Action(id=name, ref=name, text=f"{name} will dig a pond") for name in names]
    document = plan("Ponds for all", *(Action(id=key, text="0") for key in counts), *own)
    first = started("Pond Partnership")
    made = import_plan(document=document, file=FILE, by=first, at=NOON)
    readings = [f"file-{number}" for number in range(files)]
    for name in readings:
        begun_import(first, plan(name, Action(id="a", text=f"Dig pond {name}")), name)
    cookies = {name: cookie(joined(first, name, Role.PLAN_OFFICER)) for name in names}
    slug = first.partnership.slug
    told = Crowd(slug, made.slug, cookies, counts, cookie(first), readings)
    sys.stdout.write(json.dumps(asdict(told)))


if __name__ == "__main__":
    _make(*(int(word) for word in sys.argv[1:]))
