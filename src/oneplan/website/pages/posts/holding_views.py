"""Who holds a post: added, changed, taken back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.operations.posts import (
    add_holding,
    change_holding,
    remove_holding,
)
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.queries.posts import holding_here, post_here
from oneplan.website.access import needs
from oneplan.website.components.fields import form_of
from oneplan.website.pages.partnership.addresses import page_of
from oneplan.website.pages.partnership.form_page import (
    CANCEL,
    REMOVED,
    answered,
    getting_or_sending,
    page_about,
    there,
)
from oneplan.website.pages.posts.forms import holding_fields, time_fields


@needs(Permission.EDIT_PARTNERS)
@getting_or_sending
def add(request: HttpRequest, member: Member, number: int) -> HttpResponse:
    """Says that somebody holds or held a post."""
    post = there(post_here(member.partnership, number, timezone.localdate())).row
    form = form_of(request, holding_fields(member))
    thing = Thing(Sort.POST, number)
    return answered(
        request,
        member,
        page_about(member, thing, post.title, "Who holds the post?", "Add them", leave=CANCEL),
        form,
        add_holding,
        lambda: {
            "post": number,
            "person": form.number("person"),
            "name": form.text("name"),
            "start": form.day("start"),
            "end": form.day("end"),
        },
    )


@needs(Permission.EDIT_PARTNERS)
@getting_or_sending
def change(request: HttpRequest, member: Member, holding: int) -> HttpResponse:
    """Says from when to when somebody held a post."""
    post, holder = there(holding_here(member.partnership, holding))
    filled = {"start": holder.start, "end": holder.end}
    form = form_of(request, time_fields("In the post"), filled)
    thing, title = Thing(Sort.POST, post.id), f"When was {holder.name} in the post?"
    return answered(
        request,
        member,
        page_about(member, thing, post.name, title),
        form,
        change_holding,
        lambda: {"holding": holding, "start": form.day("start"), "end": form.day("end")},
        said="Saved.",
    )


@needs(Permission.EDIT_PARTNERS)
@require_POST
def take_away(request: HttpRequest, member: Member, holding: int) -> HttpResponse:
    """Takes back that somebody held a post."""
    post, _ = there(holding_here(member.partnership, holding))
    remove_holding(holding=holding, by=member, at=timezone.now())
    messages.success(request, REMOVED)
    return redirect(page_of(member, Thing(Sort.POST, post.id)))
