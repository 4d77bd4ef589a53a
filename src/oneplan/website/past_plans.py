"""Old states of live plans – frozen versions, and the plan as it stood – opened for the same pages.

An old state never changes, so what is kept of it between requests cannot grow stale. It is kept by the
mark of its history, which no other plan has, not by numbers that a database may give again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from django.urls import reverse
from django.utils.timezone import localtime

from oneplan.document.lint.lint import lint
from oneplan.document.schema import PlanDocument
from oneplan.partnership.last_used import LastUsed
from oneplan.partnership.partners.access import Member
from oneplan.partnership.plans.past import NeverWas
from oneplan.partnership.plans.queries.live import plan_named
from oneplan.partnership.plans.queries.past import OldState, plan_at, state_at, version_states
from oneplan.partnership.plans.queries.versions import version_document
from oneplan.website.open_plan import OpenPlan
from oneplan.website.said_of_findings import Said
from oneplan.website.shelf import known
from oneplan.website.wording import moment

_MOST_PARTS = 10_000
"""Elements and actions of all old states that are kept, together."""


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


def _size(opened: OpenPastPlan) -> int:
    return len(opened.elements) + len(opened.actions)


_OPENED: LastUsed[tuple[str, ...], OpenPastPlan] = LastUsed(_MOST_PARTS, _size)


def open_version(member: Member, name: str, number: str) -> OpenPastPlan | None:
    """A version of a plan of the member's partnership, None where there is none."""
    state = version_states(member.partnership.pk, name, number).get(number)
    if state is None:
        return None
    own = {"partnership": member.partnership.slug, "plan": name, "number": number}
    called = f"This is version {number}."
    return _opened(state, "version", called, own, lambda: version_document(state.plan, number))


def open_revision(member: Member, name: str, revision: int) -> OpenPastPlan | None:
    """A plan of the member's partnership as it was at a revision, None where there is none."""
    state = state_at(member.partnership.pk, name, revision)
    if state is None:
        return None
    own = {"partnership": member.partnership.slug, "plan": name, "revision": str(revision)}
    since = f" of {moment(localtime(state.since))}" if state.since else f" {revision}"
    called = f"This is the plan as it stood after the change{since}."
    return _opened(state, "past", called, own, lambda: _document_at(member, state))


def _document_at(member: Member, state: OldState) -> PlanDocument | None:
    live = plan_named(member.partnership, state.slug)
    try:
        return plan_at(live, state.revision).document if live else None
    except NeverWas:
        return None


def _opened(
    state: OldState,
    room: str,
    called: str,
    own: dict[str, str],
    read: Callable[[], PlanDocument | None],
) -> OpenPastPlan | None:
    def make() -> OpenPastPlan | None:
        document = read()
        return OpenPastPlan(room, state.slug, document, called, own) if document else None

    return _OPENED.made((state.mark, *own.values()), make)
