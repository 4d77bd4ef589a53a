"""What a plan says of itself and for itself: title, period, vision, words, places and bodies."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.plans.parts.part import PLAN, Part
from oneplan.website.access import needs
from oneplan.website.components.crumbs import Crumb, crumbs
from oneplan.website.pages.editing.affordances import editing, plan_to_edit
from oneplan.website.pages.editing.sheets.of_the_rest import STATEMENT_KINDS
from oneplan.website.pages.editing.ways import Ways, ways
from oneplan.website.wording import month_in_words, sentence


@dataclass(frozen=True, slots=True)
class Item:
    """Something of a list: its key, what it says, what stands beside it, and the form that changes it."""

    key: str
    words: str
    note: str
    sheet: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of the plan under its heading; ``missing`` where it is empty."""

    name: str
    heading: str
    missing: str
    items: list[Item]


@dataclass(frozen=True, slots=True)
class ParticularsPage:
    """The whole page."""

    title: str
    crumbs: list[Crumb]
    facts: list[tuple[str, str, str]]
    lists: list[Listed]
    ways: Ways


@needs(Permission.SEE_PLANS)
@require_safe
def particulars(request: HttpRequest, member: Member, plan: str) -> HttpResponse:
    """What the plan says of itself."""
    seen = plan_to_edit(member, plan)
    edit = editing(request, seen.opened)
    parts = seen.parts
    page = ParticularsPage(
        title=seen.opened.plan.title,
        crumbs=crumbs(seen.opened, here="What the plan says of itself"),
        facts=_facts(parts.plan),
        lists=[
            Listed("statements", "What it says before its parts", "No vision, values or preface.",
                   [_statement(each) for each in parts.children(PLAN, "statement")]),
            Listed("terms", "Its own words", "No words are explained.",
                   [Item(each.key, each["term"], each["meaning"], "term") for each in parts.of_sort("term")]),
            Listed("places", "Its places", "No places are listed.",
                   [_place(each) for each in parts.of_sort("place")]),
            Listed("bodies", "Who takes part, as it names them", "Nobody is listed.",
                   [_body(each) for each in parts.of_sort("body")]),
        ],
        ways=ways(edit, PLAN),
    )  # fmt: skip
    context = {"plan": seen.opened, "page": page, "edit": edit}
    return render(request, "pages/editing/particulars.html", context)


def _facts(plan: Part) -> list[tuple[str, str, str]]:
    period = plan["period"] or {}
    months = [month_in_words(period[end]) for end in ("start", "end") if period.get(end)]
    return [
        ("Title", plan["title"], "title"),
        ("Partnership", plan["partnership"] or "Not said", "partnership"),
        ("Period", " to ".join(months) or "Not said", "period"),
        ("Version", plan["version"] or "None yet", "version"),
    ]


def _statement(part: Part) -> Item:
    return Item(part.key, part["text"], STATEMENT_KINDS[part["kind"]], "text")


def _place(part: Part) -> Item:
    said = (part["kind"], part["note"])
    return Item(part.key, part["name"], sentence(": ".join(each for each in said if each)), "name")


def _body(part: Part) -> Item:
    return Item(part.key, part["name"], "; ".join(part["aliases"]), "name")
