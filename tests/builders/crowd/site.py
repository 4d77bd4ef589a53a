"""A site with a crowd on it: run as a program, it makes the plan, its people, and files read for import.

``python -m builders.crowd.site PEOPLE SHARED FILES`` prints them as one line of JSON; ``PEOPLE`` are their
names with commas; some names say what somebody may do, or has.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from builders.served_site import make_tables, told_by

PASSWORD = "four quiet green hens"  # noqa: S105 - of people who are made up
TITLE = "Ponds for all"
_APPOINTED, _GUEST, _APPOINTER, _DRAFTER = "Appointed", "Guest", "Appointer", "Drafter"


@dataclass(frozen=True, slots=True)
class Crowd:
    """A partnership with a plan: its people's cookies by their names, and what one of them, the drafter, has read.

    Each person has an action of their own, named as they are; ``shared`` are actions that say “0”, to which
    several add. ``files`` are readings that can become plans titled as they are named. ``appointed`` is the
    number of the person whose roles change, 0 where there is none. ``names`` are the marks, in addresses, of
    the partners who go by people's names.
    """

    partnership: str
    plan: str
    cookies: dict[str, str]
    shared: list[str]
    files: list[str]
    appointed: int
    names: dict[str, str]

    @property
    def address(self) -> str:
        """Where the plan's pages begin."""
        return f"/partnerships/{self.partnership}/plans/{self.plan}/"

    @property
    def imports(self) -> str:
        """Where plans are brought in."""
        return f"/partnerships/{self.partnership}/import/"

    def email_of(self, name: str) -> str:
        """The address with which somebody signs in."""
        return f"{name.lower()}@fenshire.example"


def crowd(
    environment: Mapping[str, str], people: Iterable[str], shared: int, files: int = 0
) -> Crowd:
    """The crowd, made in the empty database that the environment names."""
    make_tables(environment)
    told = told_by(environment, __name__, ",".join(people), str(shared), str(files))
    return Crowd(**json.loads(told))


def _make(people: list[str], shared: int, files: int) -> None:
    import django  # noqa: PLC0415 - a program's own

    django.setup()
    from django.conf import settings  # noqa: PLC0415 - needs the settings

    from builders.begun_imports import begun_import  # noqa: PLC0415 - the same
    from builders.crowd.documents import crowded_plan, friends_of, one_action  # noqa: PLC0415 - the same
    from builders.live_plans import FILE  # noqa: PLC0415 - the same
    from builders.partnerships import (  # noqa: PLC0415 - the same
        NOON,
        joined,
        number_of,
        started,
    )
    from builders.standing_cast import signed_in  # noqa: PLC0415 - the same
    from oneplan.partnership.accounts.models import Person  # noqa: PLC0415 - the same
    from oneplan.partnership.partners.access import Member  # noqa: PLC0415 - the same
    from oneplan.partnership.partners.naming.names import Printed  # noqa: PLC0415 - the same
    from oneplan.partnership.partners.permissions import Role  # noqa: PLC0415 - the same
    from oneplan.partnership.plans.operations.starting import import_plan  # noqa: PLC0415 - the same
    from oneplan.website.pages.importing.name_rows import mark_of  # noqa: PLC0415 - the same

    def cookie(member: Member) -> str:
        name = settings.SESSION_COOKIE_NAME
        return f"{name}={signed_in(member).cookies[name].value}"

    counts = [f"count-{number}" for number in range(shared)]
    first = started("Pond Partnership")
    document = crowded_plan(TITLE, counts, people)
    made = import_plan(document=document, file=FILE, by=first, at=NOON)
    members = {
        name: joined(
            first, name, Role.ADMINISTRATOR if name.startswith(_APPOINTER) else Role.PLAN_OFFICER
        )
        for name in people
    }
    readings = [f"file-{number}" for number in range(files)]
    for name in readings:
        begun_import(members[_DRAFTER], one_action(name), name)
    appointed = [number_of(each) for name, each in members.items() if name.startswith(_APPOINTED)]
    for name, member in members.items():
        if name.startswith(_GUEST):
            guest = Person.objects.get(pk=number_of(member))
            guest.set_password(PASSWORD)
            guest.save()
    told = Crowd(
        partnership=first.partnership.slug,
        plan=made.slug,
        cookies={name: cookie(member) for name, member in members.items()},
        shared=counts,
        files=readings,
        appointed=next(iter(appointed), 0),
        names={name: mark_of(Printed.PARTNER, friends_of(name)) for name in people},
    )
    sys.stdout.write(json.dumps(asdict(told)))


if __name__ == "__main__":
    _make(sys.argv[1].split(","), int(sys.argv[2]), int(sys.argv[3]))
