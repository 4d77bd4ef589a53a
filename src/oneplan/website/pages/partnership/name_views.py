"""The names that were settled, and how one is forgotten."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.naming.names import Printed
from oneplan.partnership.partners.operations.settling import forget_name
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.queries.kept import kept_list, read_once
from oneplan.partnership.partners.queries.names_found import all_names, names_counted, names_found
from oneplan.website.access import needs
from oneplan.website.components.pages import in_pages
from oneplan.website.pages.partnership.addresses import path_of
from oneplan.website.pages.partnership.values import STANDING, name_rows

_ROWS = 100


@needs(Permission.SEE_PARTNERS)
@require_safe
def names(request: HttpRequest, member: Member) -> HttpResponse:
    """The printed names that were settled, with what they mean: all, or those that are looked for."""
    words, kind = request.GET.get("words", "").strip(), request.GET.get("kind", "")
    query = [(name, text) for name, text in (("words", words), ("kind", kind)) if text]
    chosen = Printed(kind) if kind in set(Printed) else None
    found = (
        names_found(member.partnership, words, chosen)
        if words or chosen
        else kept_list(member, read_once(member, names_counted), all_names)
    )
    pages = in_pages(found, request.GET.get("page", ""), _ROWS, query)
    context = {
        "rows": pages,
        "names": name_rows(member, pages.items),
        "words": words,
        "kind": chosen,
        "kinds": STANDING,
    }
    return render(request, "pages/partnership/names.html", context)


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
    own = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return redirect(back if own else path_of(member, "names"))
