"""What no longer counts is not kept: nobody does it, it is a matter of time."""

from __future__ import annotations

from datetime import datetime

from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction


@transaction.atomic
def forget_ended(*, at: datetime) -> None:
    """Deletes what is kept of sessions that have ended and of wrong attempts that no longer count."""
    alive = Session.objects.filter(expire_date__gt=at).values("session_key")
    UserSession.objects.exclude(session_key__in=alive).delete()
    AccessAttempt.objects.filter(attempt_time__lt=at - settings.AXES_COOLOFF_TIME).delete()
