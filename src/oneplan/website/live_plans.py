"""Plans that the partners work on, opened for the same pages as the plans on the shelf.

What is kept between requests is the same for all who may see the plan, and is asked for by the plan's
state, which the database says anew at every request: nothing stale, and nothing of somebody else's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse

from oneplan.document.lint.red_pen import RedPen
from oneplan.partnership.last_used import LastUsed
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.plans.kept import MOST_PARTS
from oneplan.partnership.plans.queries.judgements import acceptances, given
from oneplan.partnership.plans.queries.live import LivePlan, plan_named
from oneplan.vocabulary.findings import Finding
from oneplan.website.access import needs
from oneplan.website.open_plan import OpenPlan
from oneplan.website.said_of_findings import Acceptances, Receiver, Said
from oneplan.website.shelf import known

_OF_THE_PAST = frozenset({"number", "revision"})
"""What addresses of old states say beside the plan; the opening of the plan reads it, its pages do not."""


class OpenLivePlan(OpenPlan):
    """A live plan at one state, with what the red pen says of it.

    ``pen`` is the one that read the state before, which reads anew only what was edited.
    """

    def __init__(self, partnership: str, live: LivePlan, pen: RedPen) -> None:
        super().__init__("live", live.slug, live.document)
        self.partnership = partnership
        self.live = live
        self.pen = pen

    @cached_property
    def said(self) -> Said:
        """What the red pen says of this state, and people of that."""
        findings = self.pen.lint(self.plan)
        return Said.of(findings, _accepted(self.live, findings))

    @property
    def given(self) -> Mapping[str, Receiver]:
        """Whom findings were given to; asked anew each time, since people change their names."""
        return given(self.live)

    def _path(self, page: str, parts: dict[str, str]) -> str:
        own = {"partnership": self.partnership, "plan": self.name}
        return reverse(f"live:{page}", kwargs=own | parts)

    @property
    def private(self) -> bool:
        """It is no visitor's own reading."""
        return False

    def version_url(self, number: str, page: str = "plan") -> str:
        """The path of a page of one of its versions."""
        own = {"partnership": self.partnership, "plan": self.name, "number": number}
        return reverse(f"version:{page}", kwargs=own)

    def past_url(self, revision: int) -> str:
        """The path of the plan as it was at one of its revisions."""
        own = {"partnership": self.partnership, "plan": self.name, "revision": revision}
        return reverse("past:plan", kwargs=own)


def _size(opened: OpenLivePlan) -> int:
    return len(opened.live.parts)


_OPENED: LastUsed[int, OpenLivePlan] = LastUsed(MOST_PARTS, _size)
"""The plans that were opened last, whatever their number no larger together than those that are kept."""


def _accepted(live: LivePlan, findings: list[Finding]) -> Acceptances:
    """What people accepted of these findings; what is no longer found waits in case it comes again."""
    here = {finding.fingerprint for finding in findings}
    entries = [each for each in acceptances(live) if each.fingerprint in here]
    return Acceptances("the plan", entries, [])


def open_plan(member: Member, name: str) -> OpenLivePlan | None:
    """The plan with this address in the member's partnership; None where there is none."""
    live = plan_named(member.partnership, name)
    if live is None:
        return None
    held = _OPENED.get(live.id)
    if held is not None and held.live.kept is live.kept:
        return held
    with _OPENED.alone(live.id):
        return _opened(member, live)


def _opened(member: Member, live: LivePlan) -> OpenLivePlan:
    """The plan opened, by one of those who ask for it at once."""
    held = _OPENED.get(live.id)
    if held is not None and held.live.kept is live.kept:
        return held
    pen = held.pen if held else RedPen(known())
    opened = OpenLivePlan(member.partnership.slug, live, pen)
    _OPENED.keep(live.id, opened)
    return opened


def must_open(member: Member, name: str) -> OpenLivePlan:
    """The plan with this address in the member's partnership.

    Raises:
        Http404: there is none.
    """
    opened = open_plan(member, name)
    if opened is None:
        raise Http404("There is no such plan.")
    return opened


def in_a_partnership(page: URLPattern, permission: Permission) -> URLPattern:
    """The same page of a plan for those whose roles in its partnership allow it."""
    view: Callable[..., HttpResponse] = page.callback

    @needs(permission)
    def of_members(
        request: HttpRequest, _member: Member, /, plan: str, **parts: Any
    ) -> HttpResponse:
        parts = {name: value for name, value in parts.items() if name not in _OF_THE_PAST}
        return view(request, plan=plan, **parts)

    return path(str(page.pattern), of_members, name=page.name)
