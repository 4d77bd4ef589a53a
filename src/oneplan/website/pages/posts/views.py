"""Posts: the list, the page of each, and the forms about them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.operations.posts import add_post, change_post
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.queries.kept import kept_list, read_once
from oneplan.partnership.partners.queries.posts import (
    PostHere,
    post_here,
    posts,
    posts_counted,
    vacant_counted,
    vacant_posts,
)
from oneplan.partnership.partners.queries.seats import seats_of_post
from oneplan.website.access import needs
from oneplan.website.components.fields import DAY_HINT, Field, Form, form_of
from oneplan.website.components.pages import in_pages
from oneplan.website.pages.partnership.addresses import way_to
from oneplan.website.pages.partnership.form_page import (
    added,
    answered,
    getting_or_sending,
    page_about,
    there,
)
from oneplan.website.pages.posts.forms import ended_field, post_fields

_ROWS = 100
_RENAMED = "Plans that print its former title will still mean it."


@needs(Permission.SEE_PARTNERS)
@require_safe
def all_of_them(request: HttpRequest, member: Member) -> HttpResponse:
    """All posts with who holds them today or on another day, or only the vacant ones."""
    asked = Form(
        [Field("on", "", "day", DAY_HINT)], {"on": [request.GET.get("on", "")]}, sent=False
    )
    day = asked.day("on") or timezone.localdate()
    only_vacant = request.GET.get("vacant") == "yes"
    number = read_once(member, posts_counted)
    vacant = read_once(member, vacant_counted, day)
    rows = (
        kept_list(member, vacant, vacant_posts, day)
        if only_vacant
        else kept_list(member, number, posts, day)
    )
    query = [(name, request.GET[name]) for name in ("on", "vacant") if request.GET.get(name)]
    context = {
        "rows": in_pages(rows, request.GET.get("page", ""), _ROWS, query),
        "number": number,
        "vacant": vacant,
        "only_vacant": only_vacant,
        "day": day,
        "today": day == timezone.localdate(),
        "asked": asked,
    }
    return render(request, "pages/posts/posts.html", context)


@needs(Permission.SEE_PARTNERS)
@require_safe
def one(request: HttpRequest, member: Member, number: int) -> HttpResponse:
    """A post with all who held it, its seats and the names that plans print for it."""
    context = {
        "page": _here(member, number),
        "seats": read_once(member, seats_of_post, number, timezone.localdate()),
        "way": way_to(member, Sort.POST),
    }
    return render(request, "pages/posts/post.html", context)


@needs(Permission.EDIT_PARTNERS)
@getting_or_sending
def add(request: HttpRequest, member: Member) -> HttpResponse:
    """Adds a post; the address may name its body."""
    filled = {"organisation": request.GET.get("organisation")}
    form = form_of(request, post_fields(member), filled)
    return added(
        request,
        member,
        Sort.POST,
        "Add a post",
        form,
        add_post,
        lambda: {"title": form.text("title"), "organisation": form.number("organisation")},
    )


@needs(Permission.EDIT_PARTNERS)
@getting_or_sending
def change(request: HttpRequest, member: Member, number: int) -> HttpResponse:
    """Gives a post another title or body, or says when it was ended."""
    row = _here(member, number).row
    filled = {
        "title": row.title,
        "organisation": row.organisation.id if row.organisation else None,
        "ended": row.ended,
    }
    form = form_of(request, [*post_fields(member), ended_field()], filled)
    thing, title = Thing(Sort.POST, number), f"Change {row.title}"
    return answered(
        request,
        member,
        page_about(member, thing, row.title, title, lead=_RENAMED),
        form,
        change_post,
        lambda: {
            "post": number,
            "title": form.text("title"),
            "organisation": form.number("organisation"),
            "ended": form.day("ended"),
        },
        said="Saved.",
    )


def _here(member: Member, number: int) -> PostHere:
    return there(read_once(member, post_here, number, timezone.localdate()))
