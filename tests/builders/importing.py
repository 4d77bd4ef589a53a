"""A person who brings plans into a partnership through its pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from builders.documents.blocks_made import table
from builders.documents.plain import write_text
from builders.partnerships import started
from builders.site_waiting import finished
from builders.standing_cast import signed_in
from oneplan.exchange.plan_readers.blocks import Heading
from oneplan.partnership.partners.access import Member

PRINTED = write_text(
    [
        Heading("Outcome 1: Dry feet in Fenshire", 1),
        table(
            ["Ref", "Action", "By when", "Partners", "Lead officer"],
            [
                "DF 1.1",
                "Clear the ditches beside every lane",
                "March 2027",
                "Fenshire Council; Fen Rivers Trust",
                "Head of Drains",
            ],
            [
                "DF 1.2",
                "Lend pumps to whoever asks",
                "June 2027",
                "Fenshire  council; The Fen Rivers Trust",
                "Head of Pumps",
            ],
        ),
    ]
)
"""A plan as a text file, two of its partners printed in two ways."""


@dataclass(slots=True)
class Importer:
    """A browser in which a member of a partnership is signed in."""

    member: Member
    client: Client

    @property
    def home(self) -> str:
        """The address of the partnership."""
        return f"/partnerships/{self.member.partnership.slug}/"

    def send(self, content: bytes = PRINTED, name: str = "ditches.txt") -> Any:
        """What is answered to a file."""
        return self.client.post(f"{self.home}import/", {"plan": SimpleUploadedFile(name, content)})

    def read(self, content: bytes = PRINTED, name: str = "ditches.txt") -> str:
        """The address of an import whose file has been read."""
        answer = self.send(content, name)
        assert answer.status_code == 302, answer.content.decode()[:2000]
        address = str(answer.headers["Location"])
        finished(self.client, address)
        return address

    def page(self, address: str) -> str:
        """What stands on a page."""
        answer: Any = self.client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        return str(answer.content.decode())

    def post(self, address: str, **sent: Any) -> str:
        """Where a form leads."""
        answer: Any = self.client.post(address, sent)
        assert answer.status_code == 302, answer.content.decode()[:2000]
        return str(answer.headers["Location"])

    def settle(self, page: str, printed: str, /, **sent: Any) -> str:
        """Where settling a name leads, as the page of names offers it."""
        return self.post(self.place_of(page, printed), **sent)

    def place_of(self, page: str, text: str) -> str:
        """The address of the form about a name on the page of names."""
        for row in rows_of_names(page):
            if f"“{text}”" in row:
                return re.findall(r'formaction="([^"]+)"', row)[0]
        raise AssertionError(f"“{text}” does not stand among the names")


def rows_of_names(page: str) -> list[str]:
    """The rows of the page of names that are to be settled."""
    return [row[0] for row in re.findall(r"(<(tr|li) id=.*?</\2>)", page, re.DOTALL)]


def importer(partnership: str = "Fenshire Partnership", who: str = "Ash") -> Importer:
    """The administrator of a new partnership."""
    member = started(partnership, who)
    return Importer(member, signed_in(member))
