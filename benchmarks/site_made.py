"""Makes what the pages are measured on, and tells it: ``python -m benchmarks.site_made``.

A partnership with a plan of 500 actions, a second with one of 50, and a session for each role of the first.
"""

from __future__ import annotations

import json
from typing import Any

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
    from oneplan.partnership.partners.permissions import GRANTS, Role

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
        if address.of_a_partnership and address.asked == ("GET",) and not _again(address.route)
    }
    administrator = signed_in(made.people[Role.ADMINISTRATOR])
    administrator.defaults["SERVER_NAME"] = "localhost"
    shown = {path: seen for path, seen in pages.items() if _is_page(administrator.get(path))}
    print(json.dumps(shown))


def _again(route: str) -> bool:
    """Whether it is one of a plan's pages over again, as the plan once was, and not the first of them."""
    return any(
        state in route and not route.endswith(state)
        for state in ("as-it-stood/<int:revision>/", "versions/<str:number>/plan/")
    )


def _is_page(answer: Any) -> bool:
    return answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html")


if __name__ == "__main__":
    main()
