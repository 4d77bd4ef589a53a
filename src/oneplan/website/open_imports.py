"""Plans that are being brought into a partnership: read, not yet a plan, seen by nobody but who sent them."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial

from django.http import Http404
from django.urls import reverse

from oneplan.document.schema import PlanDocument
from oneplan.partnership.partners.access import Member
from oneplan.partnership.plans.queries.brought_in import plan_of_reading
from oneplan.vocabulary.findings import Finding
from oneplan.website.jobs import opened_readings, readings
from oneplan.website.jobs.reading_files import ReadingFolder
from oneplan.website.jobs.rooms import IMPORTS
from oneplan.website.moved import Moved
from oneplan.website.open_plan import OpenPlan
from oneplan.website.said_of_findings import Acceptances


@dataclass(frozen=True, slots=True)
class Step:
    """A step on the way to a draft plan; ``here`` is what its page says that it is."""

    name: str
    url: str
    here: str


class OpenImport(OpenPlan):
    """What was read of a file that is to become a plan of a partnership."""

    def __init__(
        self,
        partnership: str,
        name: str,
        plan: PlanDocument,
        findings: list[Finding],
        said: Acceptances | None,
    ) -> None:
        super().__init__("import", name, plan, findings, said)
        self.partnership = partnership

    def _path(self, page: str, parts: dict[str, str]) -> str:
        own = {"partnership": self.partnership, "plan": self.name}
        return reverse(f"import:{page}", kwargs=own | parts)

    def step_url(self, page: str, /, **parts: str) -> str:
        """The path of one of the pages on which it is brought in."""
        own = {"partnership": self.partnership, "reading": self.name}
        return reverse(page, kwargs=own | parts)

    @property
    def private(self) -> bool:
        """It belongs to a person, not to a browser."""
        return False

    @property
    def steps(self) -> list[Step]:
        """The steps in their order, once the file has been read."""
        return [
            Step("The reading", self.step_url("import-reading"), "reading"),
            Step("Names", self.step_url("import-names"), "names"),
            Step("Red pen", self.url("red-pen"), "red-pen"),
            Step("Draft plan", self.step_url("import-draft"), "draft"),
        ]


def owner(member: Member) -> str:
    """Whose an import is: a person's, in one partnership."""
    return f"{member.partnership.key} {member.actor.key}"


def held(member: Member) -> list[ReadingFolder]:
    """What the member has begun to bring in and not finished, the latest first."""
    return readings.held(owner(member), time.time(), IMPORTS)


def must_find(member: Member, name: str) -> ReadingFolder:
    """The member's import with this name.

    Raises:
        Moved: it has become a plan.
        Http404: there is none.
    """
    folder = readings.find(name, owner(member), time.time(), IMPORTS)
    if folder is None:
        raise _gone(member, name)
    return folder


def _gone(member: Member, name: str) -> Http404:
    """There is no such import, or not any more: then it leads to its plan."""
    slug = plan_of_reading(member, name)
    if slug is None:
        return Http404("There is no such import.")
    own = {"partnership": member.partnership.slug, "plan": slug}
    return Moved(
        "The file was brought in already. It is in this plan.", reverse("live:plan", kwargs=own)
    )


def must_open(member: Member, name: str) -> OpenImport:
    """What was read of the member's file.

    Raises:
        Moved: it has become a plan.
        Http404: there is none, or it has not been read.
    """
    return must_open_in(member, must_find(member, name))


def must_open_in(member: Member, folder: ReadingFolder) -> OpenImport:
    """What was read of the member's file in this folder of theirs.

    Raises:
        Moved: it has become a plan.
        Http404: it is gone, or has not been read.
    """
    end = folder.end()
    if end is None or end.how != "read":
        raise _gone(member, folder.name)
    try:
        return opened_readings.opened(folder, partial(OpenImport, member.partnership.slug))
    except OSError as error:  # deleted between two looks
        raise _gone(member, folder.name) from error
