"""A site with a partnership on it: run as a program, it adds one to the database that the environment names."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass

ADMINISTRATOR = "ash@fenshire.example"
"""Who started the partnership; their password is that of all who have one in the tests."""


@dataclass(frozen=True, slots=True)
class SiteOfPartners:
    """Where a site is, where its partnerships lie on it, and the numbers of what one of them has."""

    address: str
    full: str
    empty: str
    crowded: str
    made: dict[str, int]


def _add() -> None:
    import django  # noqa: PLC0415 - a program's own

    django.setup()
    from builders.crowded import crowd  # noqa: PLC0415 - needs the settings
    from builders.furnished import furnished  # noqa: PLC0415 - the same
    from builders.partnerships import NOON, joined, started  # noqa: PLC0415 - the same
    from builders.signing_in import with_password  # noqa: PLC0415 - the same
    from oneplan.partnership.partners.operations.boards import add_board, answer_to  # noqa: PLC0415
    from oneplan.partnership.partners.operations.organisations import (  # noqa: PLC0415 - the same
        add_organisation,
    )
    from oneplan.partnership.partners.operations.posts import add_post  # noqa: PLC0415 - the same
    from oneplan.partnership.partners.permissions import Role  # noqa: PLC0415 - the same

    with_password(ADMINISTRATOR, name="Ash")
    first = started("Fenshire Partnership", "Ash")
    made = furnished(first, more=2)
    joined(first, "Birch", Role.LEAD_OFFICER, organisation=made.council)
    add_organisation(name="https://fenshire.example/" + "words" * 40, by=first, at=NOON)
    twice = add_board(name="Joint Ditches and Dykes Working Party", by=first, at=NOON)
    answer_to(board=twice, boards=[made.board, made.group], by=first, at=NOON)
    empty = started("Brackland Partnership", "Ash")
    crowded = started("Marshland Partnership", "Ash")
    crowd(crowded.partnership, "Marshland", people=40, bodies=40)
    add_post(title="Head of Dykes", by=crowded, at=NOON)
    slugs = {
        "full": first.partnership.slug,
        "empty": empty.partnership.slug,
        "crowded": crowded.partnership.slug,
    }
    sys.stdout.write(json.dumps({**slugs, "made": asdict(made)}))


if __name__ == "__main__":
    sys.exit(_add())
