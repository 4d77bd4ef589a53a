"""Who holds a post: added, changed, taken back."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
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
from oneplan.partnership.partners.queries.posts import Holder, holding_here, post_here
from oneplan.partnership.partners.queries.reference import Reference
from oneplan.website.access import needs
from oneplan.website.components.fields import form_of
from oneplan.website.pages.partnership.addresses import page_of, way_from
from oneplan.website.pages.partnership.form_page import FormPage, getting_or_sending, shown
from oneplan.website.pages.posts.forms import holding_fields, time_fields


@needs(Permission.EDIT_PARTNERS)
@getting_or_sending
def add(request: HttpRequest, member: Member, number: int) -> HttpResponse:
    """Says that somebody holds or held a post."""
    post = post_here(member.partnership, number, timezone.localdate())
    if post is None:
        raise Http404("There is no such page.")
    form = form_of(request, holding_fields(member))
    if form.sent and form.done(
        add_holding,
        post=number,
        person=form.number("person"),
        name=form.text("name"),
        start=form.day("start"),
        end=form.day("end"),
        by=member,
        at=timezone.now(),
    ):
        return redirect(page_of(member, Thing(Sort.POST, number)))
    asked = Reference(post.row.title, number)
    return shown(request, _page(member, asked, "Who holds the post?", "Add them"), form)


@needs(Permission.EDIT_PARTNERS)
@getting_or_sending
def change(request: HttpRequest, member: Member, holding: int) -> HttpResponse:
    """Says from when to when somebody held a post."""
    post, holder = _here(member, holding)
    filled = {"start": holder.start, "end": holder.end}
    form = form_of(request, time_fields("In the post"), filled)
    if form.sent and form.done(
        change_holding,
        holding=holding,
        start=form.day("start"),
        end=form.day("end"),
        by=member,
        at=timezone.now(),
    ):
        messages.success(request, "Saved.")
        return redirect(page_of(member, Thing(Sort.POST, post.id)))
    title = f"When was {holder.name} in the post?"
    return shown(request, _page(member, post, title, "Save"), form)


@needs(Permission.EDIT_PARTNERS)
@require_POST
def take_away(request: HttpRequest, member: Member, holding: int) -> HttpResponse:
    """Takes back that somebody held a post."""
    post, _ = _here(member, holding)
    remove_holding(holding=holding, by=member, at=timezone.now())
    messages.success(request, "It is removed.")
    return redirect(page_of(member, Thing(Sort.POST, post.id)))


def _here(member: Member, holding: int) -> tuple[Reference, Holder]:
    found = holding_here(member.partnership, holding)
    if found is None:
        raise Http404("There is no such page.")
    return found


def _page(member: Member, post: Reference, title: str, button: str) -> FormPage:
    thing = Thing(Sort.POST, post.id)
    way = way_from(member, thing, post.name, title)
    return FormPage(title, button, page_of(member, thing), "posts", way=way)
