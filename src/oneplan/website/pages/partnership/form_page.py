"""The page that every form of a partnership is shown on, and what comes after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.website.components.choosing import page_of_form
from oneplan.website.components.crumbs import Crumb
from oneplan.website.components.fields import Form
from oneplan.website.live_plans import OpenLivePlan
from oneplan.website.pages.partnership.addresses import LISTS, page_of, path_of, way_from, way_to

getting_or_sending = require_http_methods(["GET", "HEAD", "POST"])
CANCEL = "Cancel"
LEAVE = "Leave it as it is"
REMOVED = "It is removed. The history can undo that."
_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class FormPage:
    """What stands around a form: its heading, the way to it, its button, where one goes back to.

    ``leave`` are the words of the link that goes back with nothing done.
    """

    title: str
    button: str
    back: str
    here: str
    lead: str = ""
    way: list[Crumb] = field(default_factory=list)
    leave: str = LEAVE


def page_about(
    member: Member,
    thing: Thing,
    name: str,
    title: str,
    button: str = "Save",
    lead: str = "",
    leave: str = LEAVE,
) -> FormPage:
    """The page of a form about a thing that stands here."""
    way = way_from(member, thing, name, title)
    return FormPage(title, button, page_of(member, thing), LISTS[thing.sort][0], lead, way, leave)


def shown(
    request: HttpRequest, page: FormPage, form: Form, plan: OpenLivePlan | None = None
) -> HttpResponse:
    """The page with the form as it stands; 422 where something is wrong with what was sent.

    With a plan it stands among the plan's pages, and sends along the revision that was seen.
    """
    context = {"page": page, "plan": plan}
    return page_of_form(request, "pages/partnership/form.html", context, form)


def answered(
    request: HttpRequest,
    member: Member,
    page: FormPage,
    form: Form,
    operation: Callable[..., Any],
    given: Callable[[], dict[str, Any]],
    *,
    to: Callable[[Any], str] | None = None,
    said: str = "",
) -> HttpResponse:
    """The form, until the operation has been done with what is ``given``; then ``said`` on the next page.

    ``to`` gives that page's path from what the operation gave; without it one goes back.
    """
    done = form.sent and form.done(operation, **given(), by=member, at=timezone.now())
    if not done:
        return shown(request, page, form)
    if said:
        messages.success(request, said)
    return redirect(to(form.result) if to else page.back)


def added(
    request: HttpRequest,
    member: Member,
    sort: Sort,
    title: str,
    form: Form,
    operation: Callable[..., int],
    given: Callable[[], dict[str, Any]],
) -> HttpResponse:
    """The form that adds a thing of a sort, then the page of what was added."""
    name, _ = LISTS[sort]
    way = way_to(member, sort, Crumb(title))
    page = FormPage(title, "Add it", path_of(member, name), name, way=way, leave=CANCEL)
    return answered(
        request,
        member,
        page,
        form,
        operation,
        given,
        to=lambda number: page_of(member, Thing(sort, number)),
    )


def there(found: _Found | None) -> _Found:
    """What was found.

    Raises:
        Http404: nothing was.
    """
    if found is None:
        raise Http404("There is no such page.")
    return found
