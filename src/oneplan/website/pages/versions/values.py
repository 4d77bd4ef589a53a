"""What the pages of versions show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from oneplan.partnership.plans.queries.comparing import Comparison
from oneplan.partnership.plans.queries.history import history
from oneplan.partnership.plans.queries.live import LivePlan
from oneplan.partnership.plans.queries.versions import (
    ImportLine,
    VersionLine,
    imports,
    versions,
)
from oneplan.website.components.fields import Field, Option
from oneplan.website.live_plans import OpenLivePlan
from oneplan.website.wording import counted

NOW = "now"
"""What stands for the plan as it is, where a version may be chosen."""


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version in the list."""

    number: str
    note: str
    who: str
    at: datetime
    since: str
    url: str
    json_url: str
    yaml_url: str
    back_url: str


@dataclass(frozen=True, slots=True)
class VersionsPage:
    """The list of versions, and how far the plan has moved on since the last."""

    heading: str
    lead: str
    rows: list[VersionRow]
    imports: list[ImportLine]


def versions_page(opened: OpenLivePlan) -> VersionsPage:
    """The versions that a plan had at the state in which it was opened, the latest first."""
    found = versions(opened.live)
    if not found:
        heading = "No version has been frozen yet"
        lead = "A version keeps the plan word for word, for good: freeze one when a board is to agree it."
    else:
        edits, more = _edits_since(opened.live, found[0].revision)
        heading = f"Version {found[0].number} is the latest"
        have = "has" if edits == 1 else "have"
        lead = (
            f"Since then there {have} been {'at least ' if more else ''}{counted(edits, 'change')}."
            if edits
            else "Nothing has been changed since."
        )
    return VersionsPage(heading, lead, [_row(opened, line) for line in found], imports(opened.live))


def latest(opened: OpenLivePlan) -> str | None:
    """The number of the latest version; None where there is none."""
    return next((row.number for row in opened.once(versions_page).rows), None)


def _edits_since(plan: LivePlan, revision: int) -> tuple[int, bool]:
    """How often what the plan says was changed after a revision, and whether there may have been more.

    What else is told of a plan (a version, a link, where it stands) does not count.
    """
    page = history(plan)
    later = (done for done in page.done if done.revision > revision)
    edits = sum(any(told.change for told in done.told) for done in later)
    return edits, page.older is not None and page.older > revision


def _row(opened: OpenLivePlan, line: VersionLine) -> VersionRow:
    pages = {"number": line.number}
    moved = opened.live.revision - line.revision
    return VersionRow(
        number=line.number,
        note=line.note,
        who=line.who,
        at=line.at,
        since=counted(moved, "change") if moved else "",
        url=opened.version_url(line.number),
        json_url=opened.version_url(line.number, "json"),
        yaml_url=opened.version_url(line.number, "yaml"),
        back_url=opened.url("go-back", **pages),
    )


AS_IT_STANDS = "as-it-stands"


def freeze_fields(latest: str | None, *, moved_on: bool = False) -> list[Field]:
    """The form that freezes a version; where others have changed the plan meanwhile, it asks whether to do so."""
    hint = "For example, 1.0 for the first that is agreed, or 1.1 for a correction."
    if latest:
        hint = f"The latest is {latest}."
    yes = Option("yes", "Freeze it as it stands, with what others change until then")
    asked = Field(AS_IT_STANDS, "The plan is being changed", "ticks", options=(yes,))
    return [
        Field("number", "Number of the version", hint=hint),
        Field("note", "What it is", "long", hint="Why it is kept: who agreed it, or what for."),
        *([asked] if moved_on else []),
    ]


def name_of(number: str | None) -> str:
    """A version as it is called in a sentence; None for the plan as it is."""
    return "the plan now" if number is None else f"version {number}"


def heading_of(compared: Comparison) -> str:
    """What a comparison found, in a sentence without a full stop."""
    count = len(compared.changes)
    two = f"{name_of(compared.old)} and {name_of(compared.new)}"
    if count == 0:
        return f"Nothing differs between {two}"
    return f"{counted(count, 'thing')} {'differs' if count == 1 else 'differ'} between {two}"


def end_of(day: date) -> datetime:
    """The last moment of a day where the site stands."""
    return timezone.make_aware(datetime.combine(day, time.max))
