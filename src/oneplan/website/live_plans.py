"""Plans that the partners work on, opened for the same pages as the plans on the shelf.

What is kept between requests is the same for all who may see the plan, and is asked for by the plan's
state, which the database says anew at every request: nothing stale, and nothing of somebody else's.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse

from oneplan.document.lint.lint import lint
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.plans.queries.live import LivePlan, plan_named
from oneplan.website.access import needs
from oneplan.website.open_plan import OpenPlan
from oneplan.website.shelf import known

_MOST_KEPT = 40
_lock = Lock()
_kept: OrderedDict[int, OpenLivePlan] = OrderedDict()


class OpenLivePlan(OpenPlan):
    """A live plan at one state, with what the red pen says of it."""

    def __init__(self, partnership: str, live: LivePlan) -> None:
        super().__init__("live", live.slug, live.document, lint(live.document, known()))
        self.partnership = partnership
        self.live = live

    def url(self, page: str, /, **parts: str) -> str:
        """The path of one of the plan's pages in its partnership."""
        own = {"partnership": self.partnership, "plan": self.name}
        return reverse(f"live:{page}", kwargs=own | parts)

    @property
    def private(self) -> bool:
        """It is no visitor's own reading."""
        return False


def open_plan(member: Member, name: str) -> OpenLivePlan | None:
    """The plan with this address in the member's partnership; None where there is none."""
    live = plan_named(member.partnership, name)
    if live is None:
        return None
    with _lock:
        held = _kept.get(live.id)
        if held is not None and held.live.kept is live.kept:
            _kept.move_to_end(live.id)
            return held
    opened = OpenLivePlan(member.partnership.slug, live)
    with _lock:
        _kept[live.id] = opened
        while len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
    return opened


def in_a_partnership(page: URLPattern) -> URLPattern:
    """The same page of a plan for those who may see the plans of its partnership."""
    view: Callable[..., HttpResponse] = page.callback

    @needs(Permission.SEE_PLANS)
    def of_members(request: HttpRequest, member: Member, *args: Any, **kwargs: Any) -> HttpResponse:
        setattr(request, "member", member)  # noqa: B010 - Django's request has no such name
        return view(request, *args, **kwargs)

    return path(str(page.pattern), of_members, name=page.name)
