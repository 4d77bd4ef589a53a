"""Bodies that an action names and that were followed, with those that answer for them today."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone

from oneplan.document.schema import Action
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.queries.answering import AnsweredFor, answered_for


def bodies_today(request: HttpRequest, action: Action) -> tuple[AnsweredFor, ...]:
    """Those of the action's leads and partners; none where the plan is in no partnership."""
    visitor: Member | None = getattr(request, "member", None)
    if visitor is None:
        return ()
    here, today = visitor.partnership, timezone.localdate()
    return answered_for(here, action.leads, action.partners, today)
