"""Findings are accepted with a reason, given to somebody, and opened again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.plans.operations.judging import (
    accept_findings,
    give_findings,
    reopen_findings,
)
from oneplan.website.access import needs
from oneplan.website.components.choosing import page_of_form
from oneplan.website.components.crumbs import Crumb, crumbs
from oneplan.website.components.fields import Form, form_of
from oneplan.website.live_plans import OpenLivePlan, must_open
from oneplan.website.pages.judging import values
from oneplan.website.pages.partnership.form_page import getting_or_sending
from oneplan.website.said_of_findings import Receiver
from oneplan.website.wording import counted

_TO_NOBODY = "nobody"


@needs(Permission.ACCEPT_FINDINGS)
@getting_or_sending
def accept(request: HttpRequest, member: Member, plan: str) -> HttpResponse:
    """Lets the chosen findings be as they are, with a reason."""
    opened = must_open(member, plan)
    chosen = values.chosen(opened, _marks(request))
    form = form_of(request, [values.reason_field()])
    given = {"reason": form.text("reason")}
    if form.sent and _done(form, accept_findings, member, opened, chosen, given):
        messages.success(request, f"{counted(len(chosen.named), 'finding')} accepted.")
        return redirect(opened.url("red-pen"))
    return _page(request, opened, chosen, form, "Accept with a reason", "Accept", [])


@needs(Permission.ASSIGN_FINDINGS)
@getting_or_sending
def give(request: HttpRequest, member: Member, plan: str) -> HttpResponse:
    """Gives the chosen findings to a member to settle."""
    opened = must_open(member, plan)
    chosen = values.chosen(opened, _marks(request))
    given = opened.given
    has_it = [given[each.fingerprint] for each in chosen.named if each.fingerprint in given]
    having = [each.person for each in given.values()]
    form = form_of(request, [values.person_field(member, having)])
    to = _receiver(request, form)
    if form.sent and _done(form, give_findings, member, opened, chosen, {"to": to}):
        messages.success(request, f"{counted(len(chosen.named), 'finding')} given.")
        return redirect(opened.url("red-pen"))
    return _page(request, opened, chosen, form, "Give to somebody", "Give", has_it)


@needs(Permission.ACCEPT_FINDINGS)
@require_POST
def open_again(request: HttpRequest, member: Member, plan: str) -> HttpResponse:
    """Takes back that a finding was accepted."""
    reopen_findings(plan=plan, fingerprints=_marks(request), by=member, at=timezone.now())
    messages.success(request, "It is open again.")
    return redirect(must_open(member, plan).url("red-pen"))


def _done(
    form: Form,
    operation: Callable[..., None],
    member: Member,
    opened: OpenLivePlan,
    chosen: values.Chosen,
    given: dict[str, Any],
) -> bool:
    return form.done(
        operation,
        plan=opened.name,
        findings=chosen.named,
        by=member,
        at=timezone.now(),
        **given,
    )


def _receiver(request: HttpRequest, form: Form) -> int | None:
    """Whom it is given to; None for nobody, which is a button, and where nobody is chosen, which is wrong."""
    if _TO_NOBODY in request.POST:
        form.errors.clear()
        return None
    found = form.number("to")
    if form.sent and found is None:
        form.errors.setdefault("to", "Choose somebody")
    return found


def _marks(request: HttpRequest) -> list[str]:
    given = request.POST if request.method == "POST" else request.GET
    return [str(mark) for mark in given.getlist("finding")]


def _page(
    request: HttpRequest,
    opened: OpenLivePlan,
    chosen: values.Chosen,
    form: Form,
    title: str,
    button: str,
    has_it: list[Receiver],
) -> HttpResponse:
    context = {
        "plan": opened,
        "chosen": chosen,
        "title": title,
        "button": button,
        "has_it": sorted({each.name for each in has_it}),
        "way": [*crumbs(opened), Crumb("Red pen", opened.url("red-pen")), Crumb(title)],
    }
    return page_of_form(request, "pages/judging/judge.html", context, form)
