"""Old states of live plans – frozen versions, and the plan as it stood – opened for the same pages.

An old state never changes, so what is kept of it between requests cannot grow stale. It is kept by the
mark of its history, which no other plan has, not by numbers that a database may give again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import cached_property
from threading import Lock

from django.urls import reverse

from oneplan.document.lint.lint import lint
from oneplan.document.schema import PlanDocument
from oneplan.partnership.partners.access import Member
from oneplan.partnership.plans.past import NeverWas
from oneplan.partnership.plans.queries.live import LivePlan, plan_named
from oneplan.partnership.plans.queries.past import mark_at, plan_at
from oneplan.partnership.plans.queries.versions import version_document, version_revision
from oneplan.website.open_plan import OpenPlan, Said
from oneplan.website.shelf import known

_MOST_KEPT = 20
_lock = Lock()
_kept: OrderedDict[tuple[str, ...], OpenPastPlan] = OrderedDict()


class OpenPastPlan(OpenPlan):
    """A live plan as it was: ``called`` says when in a sentence, ``own`` is what its addresses say."""

    def __init__(
        self, room: str, name: str, plan: PlanDocument, called: str, own: dict[str, str]
    ) -> None:
        super().__init__(room, name, plan)
        self.called = called
        self._own = own

    @cached_property
    def said(self) -> Said:
        """What the red pen says of this state; what people said of findings holds for today's alone."""
        return Said.of(lint(self.plan, known()), None)

    def _path(self, page: str, parts: dict[str, str]) -> str:
        return reverse(f"{self.room}:{page}", kwargs=self._own | parts)

    @property
    def now_url(self) -> str:
        """The path of the plan as it is now."""
        own = {name: self._own[name] for name in ("partnership", "plan")}
        return reverse("live:plan", kwargs=own)

    @property
    def private(self) -> bool:
        """It is no visitor's own reading."""
        return False


def open_version(member: Member, name: str, number: str) -> OpenPastPlan | None:
    """A version of a plan of the member's partnership, None where there is none."""
    live = plan_named(member.partnership, name)
    revision = version_revision(live, number) if live else None
    if live is None or revision is None:
        return None
    own = {"partnership": member.partnership.slug, "plan": live.slug, "number": number}
    called = f"This is version {number}."
    return _opened(live, revision, "version", called, own, lambda: version_document(live, number))


def open_revision(member: Member, name: str, revision: int) -> OpenPastPlan | None:
    """A plan of the member's partnership as it was at a revision, None where there is none."""
    live = plan_named(member.partnership, name)
    if live is None:
        return None
    own = {"partnership": member.partnership.slug, "plan": live.slug, "revision": str(revision)}
    called = f"This is the plan after change {revision}."
    return _opened(live, revision, "past", called, own, lambda: _document_at(live, revision))


def _document_at(live: LivePlan, revision: int) -> PlanDocument | None:
    try:
        return plan_at(live, revision).document
    except NeverWas:
        return None


def _opened(
    live: LivePlan,
    revision: int,
    room: str,
    called: str,
    own: dict[str, str],
    read: Callable[[], PlanDocument | None],
) -> OpenPastPlan | None:
    mark = mark_at(live, revision)
    if mark is None:
        return None
    key = (mark, *own.values())
    with _lock:
        held = _kept.get(key)
        if held is not None:
            _kept.move_to_end(key)
            return held
    document = read()
    if document is None:
        return None
    opened = OpenPastPlan(room, live.slug, document, called, own)
    with _lock:
        _kept[key] = opened
        while len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
    return opened
