"""What the names of a plan mean is settled: one by one, or all suggestions at once, and taken back."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.naming.settling import NameGroup
from oneplan.partnership.partners.operations.settling import settle_names, settle_suggestions
from oneplan.partnership.partners.operations.undoing import undo as undo_deed
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.queries.names import meanings
from oneplan.website import live_plans
from oneplan.website.access import needs
from oneplan.website.components.choosing import page_of_form
from oneplan.website.components.undone import tell_undone
from oneplan.website.open_imports import must_open
from oneplan.website.pages.importing.name_forms import NameForm, name_form
from oneplan.website.pages.importing.name_rows import Named, name_row, page_url
from oneplan.website.pages.importing.name_values import (
    SECTIONS,
    group_named,
    groups_of,
    names_of,
    names_page,
    way_to_names,
)
from oneplan.website.pages.partnership.form_page import getting_or_sending
from oneplan.website.wording import short

_NOTHING = "All that was suggested is settled already."


@needs(Permission.IMPORT_PLANS)
@never_cache
@require_safe
def names(request: HttpRequest, member: Member, reading: str) -> HttpResponse:
    """All names of a plan that is being brought in."""
    return all_names(request, member, must_open(member, reading))


@needs(Permission.EDIT_PARTNERS)
@never_cache
@getting_or_sending
def name(request: HttpRequest, member: Member, reading: str, name: str) -> HttpResponse:
    """One name of a plan that is being brought in."""
    return one_name(request, member, must_open(member, reading), name)


@needs(Permission.EDIT_PARTNERS)
@require_POST
def settle_all(request: HttpRequest, member: Member, reading: str) -> HttpResponse:
    """Settles all that is suggested."""
    return all_settled(request, member, must_open(member, reading))


@needs(Permission.EDIT_PARTNERS)
@require_POST
def undo(request: HttpRequest, member: Member, reading: str) -> HttpResponse:
    """Takes back what was settled at once."""
    return taken_back(request, member, must_open(member, reading))


@needs(Permission.SEE_PLANS)
@require_safe
def names_of_plan(request: HttpRequest, member: Member, plan: str) -> HttpResponse:
    """All names of a plan."""
    return all_names(request, member, live_plans.must_open(member, plan))


@needs(Permission.EDIT_PARTNERS)
@getting_or_sending
def name_of_plan(request: HttpRequest, member: Member, plan: str, name: str) -> HttpResponse:
    """One name of a plan."""
    return one_name(request, member, live_plans.must_open(member, plan), name)


@needs(Permission.EDIT_PARTNERS)
@require_POST
def settle_all_of_plan(request: HttpRequest, member: Member, plan: str) -> HttpResponse:
    """Settles all that is suggested for a plan."""
    return all_settled(request, member, live_plans.must_open(member, plan))


@needs(Permission.EDIT_PARTNERS)
@require_POST
def undo_of_plan(request: HttpRequest, member: Member, plan: str) -> HttpResponse:
    """Takes back what was settled at once for a plan."""
    return taken_back(request, member, live_plans.must_open(member, plan))


def all_names(request: HttpRequest, member: Member, opened: Named) -> HttpResponse:
    """The page of all names of a plan."""
    page = names_page(opened, groups_of(member, opened))
    context = {
        "plan": opened,
        "page": page,
        "may": member.may(Permission.EDIT_PARTNERS),
        "batch": request.GET.get("settled", ""),
        "among": request.GET.get("among", ""),
        "all_url": page_url(opened, "names-all"),
        "undo_url": page_url(opened, "names-undo"),
        "way": way_to_names(opened),
    }
    return render(request, "pages/importing/names.html", context)


def one_name(request: HttpRequest, member: Member, opened: Named, mark: str) -> HttpResponse:
    """The form that settles one name; what it sends; and what the buttons of the list send."""
    known = meanings(member.partnership)
    group = group_named(groups_of(member, opened, known), mark)
    if group is None:
        raise Http404("The plan prints no such name.")
    form = name_form(request, known, group)
    if form.sent and _settled(form, member, group):
        return _back(opened, form.batch, group.kind.value)
    context = {
        "plan": opened,
        "row": name_row(opened, group),
        "back": page_url(opened, "names"),
        "way": way_to_names(opened, short(group.spellings[0].text, 9)),
    }
    return page_of_form(request, "pages/importing/name.html", context, form)


def all_settled(request: HttpRequest, member: Member, opened: Named) -> HttpResponse:
    """Settles all suggestions that are sure, with ``new`` sent those names that are new as well.

    With ``among`` sent only those that stand in one place of the plan.
    """
    found, acronyms = names_of(opened)
    among = request.POST.get("among", "")
    batch = settle_suggestions(
        names=[each for each in found if among in ("", each.kind.value)],
        acronyms=acronyms,
        new=request.POST.get("new") == "yes",
        by=member,
        at=timezone.now(),
    )
    if not batch:
        messages.success(request, _NOTHING)
    return _back(opened, batch, among)


def taken_back(request: HttpRequest, member: Member, opened: Named) -> HttpResponse:
    """Takes back a batch."""
    batch = request.POST.get("batch", "")
    if batch:
        tell_undone(request, undo_deed(batch=batch, by=member, at=timezone.now()))
    return _back(opened, "")


def _settled(form: NameForm, member: Member, group: NameGroup) -> bool:
    choices = form.choices(group)
    return bool(choices) and form.done(settle_names, choices=choices, by=member, at=timezone.now())


def _back(opened: Named, batch: str, among: str = "") -> HttpResponseRedirect:
    """To the names, at those among which something was settled."""
    to = page_url(opened, "names")
    if not batch:
        return redirect(to)
    if among not in SECTIONS:
        return redirect(f"{to}?settled={batch}")
    return redirect(f"{to}?settled={batch}&among={among}#{among}")
