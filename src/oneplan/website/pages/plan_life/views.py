"""Starting an empty plan, saying whether it is agreed or over, taking it out of the lists and back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.plans.operations.starting import (
    remove_plan,
    restore_plan,
    set_stage,
    start_plan,
)
from oneplan.partnership.plans.queries.live import removed_plans
from oneplan.partnership.plans.stages import Stage
from oneplan.website.access import needs
from oneplan.website.components.crumbs import Crumb, crumbs
from oneplan.website.components.fields import Field, Form, Option, form_of
from oneplan.website.live_plans import must_open
from oneplan.website.pages.partnership.addresses import path_of
from oneplan.website.pages.partnership.form_page import FormPage, getting_or_sending, shown
from oneplan.website.wording import STAGES, sentence, spelled_count

_TITLE = Field("title", "What is the plan called?", hint="You can change it later.")
_STAGE = Field(
    "stage",
    "Where does the plan stand?",
    "choice",
    options=tuple(Option(stage.value, words) for stage, words in STAGES.items()),
)


@needs(Permission.EDIT_PLANS)
@getting_or_sending
def start(request: HttpRequest, member: Member) -> HttpResponse:
    """An empty plan, to be written here."""
    form = form_of(request, [_TITLE])
    if form.sent and form.done(start_plan, title=form.text("title"), by=member, at=timezone.now()):
        messages.success(request, "The plan is begun.")
        own = {"partnership": member.partnership.slug, "plan": form.result.slug}
        return redirect(reverse("live:plan", kwargs=own))
    back = path_of(member, "partnership")
    page = FormPage(
        "Start an empty plan",
        "Start it",
        back,
        "partnership",
        lead="It is written here, part by part. To start from a document, bring a plan in instead.",
        way=[Crumb(member.partnership.name, back), Crumb("Start a plan")],
    )
    return shown(request, page, form)


@needs(Permission.EDIT_PLANS)
@getting_or_sending
def stage(request: HttpRequest, member: Member, plan: str) -> HttpResponse:
    """Says that a plan is being written, agreed or over."""
    opened = must_open(member, plan)
    form = form_of(request, [_STAGE], {"stage": opened.live.stage.value})
    chosen = _stage_of(form)
    if chosen:
        set_stage(plan=plan, stage=chosen, by=member, at=timezone.now())
        messages.success(request, f"The plan is {STAGES[chosen].lower()} now.")
        return redirect(opened.url("plan"))
    page = FormPage(
        "Where does the plan stand?",
        "Save",
        opened.url("plan"),
        "plan",
        lead="It can be changed at every stage: the history tells what was changed when.",
        way=[*crumbs(opened), Crumb("Stage")],
    )
    return shown(request, page, form, opened)


def _stage_of(form: Form) -> Stage | None:
    """The stage that was sent; what is none is wrong."""
    if not form.sent:
        return None
    given = form.text("stage")
    if given in tuple(Stage):
        return Stage(given)
    form.errors["stage"] = "Choose one"
    return None


@needs(Permission.EDIT_PLANS)
@getting_or_sending
def remove(request: HttpRequest, member: Member, plan: str) -> HttpResponse:
    """Takes a plan out of all lists, after saying what that means."""
    opened = must_open(member, plan)
    if request.method == "POST":
        remove_plan(plan=plan, by=member, at=timezone.now())
        messages.success(request, f"“{opened.live.title}” is removed. It can be brought back.")
        return redirect(path_of(member, "removed-plans"))
    context = {"plan": opened, "way": [*crumbs(opened), Crumb("Remove")]}
    return render(request, "pages/plan_life/remove.html", context)


@needs(Permission.EDIT_PLANS)
@require_safe
def removed(request: HttpRequest, member: Member) -> HttpResponse:
    """The plans that were removed, each to be brought back."""
    gone = removed_plans(member.partnership)
    heading = f"{sentence(spelled_count(len(gone), 'plan was', 'plans were'))} removed"
    way = [Crumb(member.partnership.name, path_of(member, "partnership")), Crumb("Removed plans")]
    context = {"gone": gone, "heading": heading, "way": way}
    return render(request, "pages/plan_life/removed.html", context)


@needs(Permission.EDIT_PLANS)
@require_POST
def bring_back(request: HttpRequest, member: Member, plan: str) -> HttpResponse:
    """Brings a plan back as it was."""
    restore_plan(plan=plan, by=member, at=timezone.now())
    messages.success(request, "The plan is back, as it was.")
    own = {"partnership": member.partnership.slug, "plan": plan}
    return redirect(reverse("live:plan", kwargs=own))
