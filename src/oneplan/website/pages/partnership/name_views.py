"""The names that were settled, and how one is forgotten."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.operations.settling import forget_name
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.queries.names import remembered_names
from oneplan.website.access import needs
from oneplan.website.components.pages import in_pages
from oneplan.website.pages.partnership.addresses import path_of
from oneplan.website.pages.partnership.values import name_rows

_ROWS = 100


@needs(Permission.SEE_PARTNERS)
@require_safe
def names(request: HttpRequest, member: Member) -> HttpResponse:
    """All printed names that were settled, with what they mean."""
    rows = name_rows(member, remembered_names(member.partnership))
    pages = in_pages(rows, request.GET.get("page", ""), _ROWS, ())
    return render(request, "pages/partnership/names.html", {"rows": pages})


@needs(Permission.EDIT_PARTNERS)
@require_POST
def forget(request: HttpRequest, member: Member, number: int) -> HttpResponse:
    """Lets a settled name mean nothing again, and goes back to where that was asked."""
    forget_name(alias=number, by=member, at=timezone.now())
    messages.success(
        request,
        "The name is forgotten. Plans that print it wait for it to be settled. The history can undo that.",
    )
    back = request.POST.get("back", "")
    own = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return redirect(back if own else path_of(member, "names"))
