"""What was done with bodies, posts, boards, strategies and names, undone from the history."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.operations.undoing import undo
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import Refused
from oneplan.website.access import needs
from oneplan.website.components.undone import tell_undone
from oneplan.website.pages.partnership.addresses import path_of


@needs(Permission.EDIT_PARTNERS)
@require_POST
def undo_deed(request: HttpRequest, member: Member, batch: str) -> HttpResponse:
    """Undoes what one operation did, and says what of it stays since something else was done with it."""
    try:
        undone = undo(batch=batch, by=member, at=timezone.now())
    except Refused as refused:
        messages.error(request, f"It cannot be undone. {refused}.")
        return redirect(path_of(member, "history"))
    tell_undone(request, undone)
    return redirect(path_of(member, "history"))
