"""A site with people on it: run as a program, it adds them to the database that the environment names."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

PEOPLE = {
    "ada@vale.example": "Ada Marsh",
    "bea@vale.example": "Bea Holt",
    "cai@vale.example": "Cai Ford",
    "dee@vale.example": "Dee Lane",
    "eli@vale.example": "Eli Wood",
    "fay@vale.example": "Fay Dale",
    "gus@vale.example": "Gus Mill",
    "hal@vale.example": "Hal Pool",
}
"""Those who may sign in. Each test has somebody of its own, so that none waits for another's lock."""


@dataclass(frozen=True, slots=True)
class SiteOfPeople:
    """Where a site is, and where the letters lie that it sends."""

    address: str
    outbox: Path

    def code_for(self, email: str) -> str:
        """The last code that was sent to this address."""
        letters = sorted(self.outbox.iterdir(), key=lambda file: file.stat().st_mtime_ns)
        codes = [
            code
            for file in letters
            for to, code in re.findall(
                r"^To: (\S+)$.*?^ +([A-Z]{4}-[A-Z]{4})$",
                file.read_text(encoding="utf-8"),
                re.MULTILINE | re.DOTALL,
            )
            if to == email
        ]
        assert codes, f"No code was sent to {email}."
        return codes[-1]


def _add() -> None:
    import django  # noqa: PLC0415 - a program's own

    django.setup()
    from builders.signing_in import invited, with_password  # noqa: PLC0415 - needs the settings
    from oneplan.demonstration.people import PEOPLE as OF_THE_DEMO  # noqa: PLC0415 - the same

    for email, name in PEOPLE.items():
        with_password(email, name=name)
    for person in OF_THE_DEMO:
        invited(person.email, person.name)


if __name__ == "__main__":
    sys.exit(_add())
