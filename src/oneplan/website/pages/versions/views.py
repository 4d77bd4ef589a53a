"""Versions: the list, freezing one, comparing two, going back; the plan as it stood on a day."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from oneplan.exchange.reports.changes_report import changes_report
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.plans.operations.keeping import freeze_version, go_back
from oneplan.partnership.plans.operations.locked import ChangedSince
from oneplan.partnership.plans.past import NeverWas
from oneplan.partnership.plans.queries.comparing import compare
from oneplan.partnership.plans.queries.past import revision_on
from oneplan.website.access import needs
from oneplan.website.components.crumbs import Crumb, crumbs
from oneplan.website.components.fields import Form, form_of
from oneplan.website.live_plans import OpenLivePlan, must_open
from oneplan.website.pages.compare.values import differences_page
from oneplan.website.pages.partnership.form_page import FormPage, getting_or_sending, shown
from oneplan.website.pages.versions import values

_MOVED_ON = (
    "Somebody has changed the plan since you opened this page. "
    "Look at it again, or say that it may be frozen as it stands"
)


@needs(Permission.SEE_HISTORY)
@require_safe
def versions(request: HttpRequest, member: Member, plan: str) -> HttpResponse:
    """All versions of a plan."""
    opened = must_open(member, plan)
    page = opened.once(values.versions_page)
    return render(request, "pages/versions/versions.html", {"plan": opened, "page": page})


@needs(Permission.FREEZE_VERSIONS)
@getting_or_sending
def freeze(request: HttpRequest, member: Member, plan: str) -> HttpResponse:
    """Keeps the plan as it stands under a number, for good."""
    opened = must_open(member, plan)
    moved_on = values.AS_IT_STANDS in request.POST
    form = form_of(request, values.freeze_fields(values.latest(opened), moved_on=moved_on))
    if form.sent and _froze(form, request, member, opened):
        messages.success(request, f"Version {form.text('number')} is frozen.")
        return redirect(opened.url("versions"))
    page = FormPage(
        "Freeze a version",
        "Freeze it",
        opened.url("versions"),
        "versions",
        lead="It keeps the plan as it stands now, word for word. The plan itself can be changed on.",
        way=_way(opened, "Freeze"),
    )
    return shown(request, page, form, opened)


def _froze(form: Form, request: HttpRequest, member: Member, opened: OpenLivePlan) -> bool:
    try:
        return form.done(
            freeze_version,
            plan=opened.name,
            number=form.text("number"),
            note=form.text("note"),
            seen=None if form.texts(values.AS_IT_STANDS) else _seen(request),
            by=member,
            at=timezone.now(),
        )
    except ChangedSince:
        form.fields = values.freeze_fields(values.latest(opened), moved_on=True)
        form.errors[values.AS_IT_STANDS] = _MOVED_ON
        return False


@needs(Permission.SEE_HISTORY)
@require_safe
def differences(request: HttpRequest, member: Member, plan: str) -> HttpResponse:
    """What differs between two versions, or a version and the plan as it is; the latest where none is chosen."""
    opened = must_open(member, plan)
    old, new = _chosen(request, "old", values.latest(opened)), _chosen(request, "new", None)
    compared = compare(opened.live, old, new)
    if compared is None:
        raise Http404("The plan has no such version.")
    report = changes_report(compared.changes, values.name_of(old), values.name_of(new), opened.plan)
    context = {
        "plan": opened,
        "heading": values.heading_of(compared),
        "page": differences_page(report, request.GET.get("page", ""), _query(request)),
        "way": _way(opened, "Compare"),
    }
    return render(request, "pages/versions/differences.html", context)


@needs(Permission.EDIT_PLANS)
@getting_or_sending
def back_to(request: HttpRequest, member: Member, plan: str, number: str) -> HttpResponse:
    """Makes the plan what it was in a version, after saying what that changes."""
    opened = must_open(member, plan)
    compared = compare(opened.live, None, number)
    if compared is None:
        raise Http404("The plan has no such version.")
    if request.method == "POST":
        return _went_back(request, member, opened, number)
    report = changes_report(compared.changes, "the plan now", f"version {number}", opened.plan)
    context = {
        "plan": opened,
        "number": number,
        "page": differences_page(report, request.GET.get("page", ""), ()),
        "way": _way(opened, f"Go back to {number}"),
    }
    return render(request, "pages/versions/go_back.html", context)


def _went_back(
    request: HttpRequest, member: Member, opened: OpenLivePlan, number: str
) -> HttpResponse:
    try:
        done = go_back(
            plan=opened.name, number=number, seen=_seen(request), by=member, at=timezone.now()
        )
    except NeverWas:
        done = None
    if done is None or done.conflicts:
        messages.error(
            request,
            "Nothing has been changed: somebody else has changed the same since you looked.",
        )
        return redirect(opened.url("go-back", number=number))
    messages.success(request, f"The plan is what it was in version {number}.")
    return redirect(opened.url("plan"))


@needs(Permission.SEE_HISTORY)
@require_safe
def as_it_stood(request: HttpRequest, member: Member, plan: str) -> HttpResponse:
    """Leads to the plan as it stood at the end of a day; asks for the day where none is given."""
    opened = must_open(member, plan)
    form = Form((), {"day": [request.GET.get("day", "")]}, sent="day" in request.GET)
    day = form.day("day")
    revision = revision_on(opened.live, values.end_of(day)) if day else None
    if revision is not None:
        return redirect(opened.past_url(revision))
    if day is not None:
        form.errors["day"] = "The plan was not here yet on that day. Enter a later one"
    elif form.sent:
        form.errors["day"] = "Enter a day like 31 March 2024"
    context = {"plan": opened, "errors": form.errors, "day": form.text("day")}
    status = 422 if form.errors else 200
    return render(request, "pages/versions/as_it_stood.html", context, status=status)


def _way(opened: OpenLivePlan, here: str) -> list[Crumb]:
    return [*crumbs(opened), Crumb("Versions", opened.url("versions")), Crumb(here)]


def _seen(request: HttpRequest) -> int:
    given = request.POST.get("seen", "")
    return int(given) if given.isdecimal() and len(given) < 10 else -1


def _chosen(request: HttpRequest, name: str, usual: str | None) -> str | None:
    given = request.GET.get(name, usual)
    return None if given == values.NOW else given


def _query(request: HttpRequest) -> list[tuple[str, str]]:
    return [(name, request.GET[name]) for name in ("old", "new") if name in request.GET]
