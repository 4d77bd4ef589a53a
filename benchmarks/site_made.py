"""Makes what the pages are measured on, and tells it: ``python -m benchmarks.site_made``.

A partnership with a plan of 500 actions, a second with one of 50, and a session for each role of the first.
"""

from __future__ import annotations

import json

import django
from django.conf import settings
from django.core.management import call_command

LONG, SHORT = 500, 50


def main() -> None:
    """Prints the pages with the cookies of those who may see each, as one line of JSON."""
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    (settings.ONEPLAN_DATA / "plans").mkdir(exist_ok=True)

    from builders.addresses import addresses
    from builders.standing_cast import OURS, THEIRS, cast, signed_in
    from oneplan.partnership.partners.permissions import GRANTS

    made = cast(OURS, LONG)
    cast(THEIRS, SHORT)
    name = settings.SESSION_COOKIE_NAME
    cookies = {
        role: f"{name}={signed_in(member).cookies[name].value}"
        for role, member in made.people.items()
    }
    pages = {
        address.path(made.examples): [
            cookies[role]
            for role in cookies
            if address.access and GRANTS[role].intersection(address.access.permissions)
        ]
        for address in addresses()
        if address.of_a_partnership and "GET" in address.asked
    }
    print(json.dumps(pages))


if __name__ == "__main__":
    main()
