"""A site with the standing cast on it: run as a program, it adds the cast to the database and tells what tests need."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

Visit = Callable[..., "BrowserContext"]
"""Opens the browser of somebody in a role, or of nobody, with the options of Playwright's contexts."""

NOBODY = "nobody"
"""Who is not signed in, beside the roles."""
SPOILER = "spoiler"
"""The administrator of the partnership whose pages a test may send forms to."""
VISITOR = "the-token-of-a-visitor"
"""Owns the reading that everybody's browser may show."""
UNDER_WAY = "under-way"
"""A reading of theirs that does not come to an end."""


@dataclass(slots=True)
class SiteOfTheCast:
    """Where the site is, the session of each role and of nobody, and examples for the addresses.

    ``others`` are the examples of a partnership that has something of every sort, of one that has nothing yet
    and of a plan told in prose; ``parts`` are those of the first one's plan, one of each sort; ``spoilt`` those of a partnership whose pages a test may send forms to.
    """

    address: str
    sessions: dict[str, str]
    examples: dict[str, Any]
    others: list[dict[str, Any]]
    parts: dict[str, str]
    spoilt: dict[str, Any]

    def cookies(self, who: str) -> list[Any]:
        """What the browser of somebody in this role holds."""
        return [{"name": "oneplan", "value": self.sessions[who], "url": self.address}]


def _add() -> None:
    import django  # noqa: PLC0415 - a program's own

    django.setup()
    from builders.cast_on_site import put_cast_on_site  # noqa: PLC0415 - needs the settings

    sys.stdout.write(json.dumps(put_cast_on_site()))


if __name__ == "__main__":
    sys.exit(_add())
