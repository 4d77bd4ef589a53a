"""What was read becomes a draft plan of the partnership."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.naming.names import key_of
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.operations.keeping import SourceFile
from oneplan.partnership.plans.operations.starting import import_plan
from oneplan.partnership.plans.queries.brought_in import brought_in_before
from oneplan.partnership.plans.queries.live import plans_of
from oneplan.vocabulary.findings import Finding
from oneplan.website.access import needs
from oneplan.website.components.severities import pen_count
from oneplan.website.jobs import readings
from oneplan.website.jobs.reading_files import ReadingFolder
from oneplan.website.open_imports import OpenImport, must_find, must_open_in
from oneplan.website.pages.home.values import what_it_holds
from oneplan.website.pages.importing.name_values import open_names
from oneplan.website.pages.importing.values import file_of
from oneplan.website.pages.partnership.form_page import getting_or_sending


@needs(Permission.IMPORT_PLANS)
@never_cache
@getting_or_sending
def draft(request: HttpRequest, member: Member, reading: str) -> HttpResponse:
    """What the plan would be, and the button that makes it a draft."""
    folder = must_find(member, reading)
    opened = must_open_in(member, folder)
    file = file_of(folder)
    errors: dict[str, str] = {}
    if request.method == "POST":
        try:
            return _made(request, member, folder, opened, file)
        except Refused as refused:
            errors = refused.errors
    plans = plans_of(member.partnership)
    of_the_file = _of_the_file(opened)
    context = {
        "plan": opened,
        "errors": errors,
        "holds": what_it_holds(opened),
        "pen": pen_count(each for each in opened.findings if each not in of_the_file),
        "of_the_file": len(of_the_file),
        "names": open_names(member, opened),
        "plans": plans,
        "before": brought_in_before(member.partnership, file.fingerprint),
        "of_its_title": [each for each in plans if key_of(each.title) == key_of(opened.plan.title)],
    }
    return render(request, "pages/importing/draft.html", context, status=422 if errors else 200)


def _of_the_file(opened: OpenImport) -> list[Finding]:
    """The findings about lines of the file that are no part of the plan, and so do not come along."""
    lines = "\n".join(line for each in opened.plan.findings for line in each.quotes)
    about_no_part = (each for each in opened.findings if each.subject is None and each.quotes)
    return [each for each in about_no_part if all(quote in lines for quote in each.quotes)]


def _made(
    request: HttpRequest,
    member: Member,
    folder: ReadingFolder,
    opened: OpenImport,
    file: SourceFile,
) -> HttpResponse:
    with transaction.atomic():
        begun = import_plan(document=opened.plan, file=file, by=member, at=timezone.now())
        transaction.on_commit(lambda: readings.delete(folder))
    messages.success(request, "The plan is here, as a draft. Everything in it can be changed.")
    return redirect("live:plan", partnership=member.partnership.slug, plan=begun.slug)
