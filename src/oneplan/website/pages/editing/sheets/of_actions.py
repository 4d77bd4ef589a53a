"""What can be changed of an action, form by form."""

from __future__ import annotations

import re
from typing import Any, get_args

from oneplan.document.phrases.pointers import find_cross_references
from oneplan.document.schema import ActionCategory
from oneplan.partnership.plans.parts.editing.fields import due_of, funding_of
from oneplan.partnership.plans.parts.part import Part
from oneplan.website.components.fields import Field, Form, Option
from oneplan.website.pages.editing.sheets.field_by_field import FIELD_BY_FIELD
from oneplan.website.pages.editing.sheets.sheet import Kept, Sheet, lines, names, one_text
from oneplan.website.pages.editing.sheets.understood import due_understood, funding_understood

CATEGORIES = {
    "core": "None: it is part of the main work",
    "narrow_the_gap": "To narrow the gap",
    "support_families": "To support families",
    "improve_access": "To improve access",
    "recommendation": "From a recommendation",
    "other": "Under another heading",
}
_REPORT = re.compile(
    r"(?P<report>.+?),?\s+(?:pages?|pp?\.)\s*(?P<page>\d[\d\s,–-]*)", re.IGNORECASE
)
_ARROW = "→"
DUE = Field(
    "due", "By when", hint="As the plan is to say it, such as “by March 2028” or “2027/28”."
)
STATUS = Field("status", "Status", hint="In the plan’s words, such as “On track” or “Complete”.")


def _category_question() -> Field:
    options = tuple(Option(value, CATEGORIES[value]) for value in get_args(ActionCategory))
    return Field("category", "Heading under which it stands", "choice", options=options)


CATEGORY = _category_question()


def _read_category(form: Form, part: Part) -> Kept:  # noqa: ARG001 - as every sheet reads
    chosen = form.text("category")
    if chosen not in CATEGORIES:
        form.errors["category"] = "Choose a heading from the list"
    return {"category": chosen}


def _shown_steps(part: Part) -> dict[str, str]:
    return {"steps": "\n".join(" ".join(step["text"].split()) for step in part["steps"])}


def _read_steps(form: Form, part: Part) -> Kept:
    before = {" ".join(step["text"].split()): step for step in part["steps"]}
    return {
        "steps": [before.get(line) or _step(line) for line in lines(form.text("steps"))],
    }


def _step(line: str) -> dict[str, Any]:
    month = (due_of(line) or {}).get("month")
    return {"text": line, "month": month} if month else {"text": line}


def _shown_money(part: Part) -> dict[str, str]:
    return {"funding": "\n".join(" ".join(sum_["text"].split()) for sum_ in part["funding"])}


def _read_money(form: Form, part: Part) -> Kept:
    before = {" ".join(sum_["text"].split()): sum_ for sum_ in part["funding"]}
    found: list[Any] = []
    for line in lines(form.text("funding")):
        found += [before[line]] if line in before else funding_of(line)
    return {"funding": found}


def _read_links(form: Form, part: Part) -> Kept:
    before: dict[str, list[Any]] = {}
    for link in part["cross_references"]:
        before.setdefault(_link(link), []).append(link)
    found: list[Any] = []
    for line in dict.fromkeys(lines(form.text("links"))):
        found += before.get(line) or _links(line)
    return {"cross_references": found}


def _links(line: str) -> list[dict[str, Any]]:
    text, arrow, target = (each.strip() for each in line.partition(_ARROW))
    if arrow and text:
        return [{"text": text, "target": target or None}]
    pointers = find_cross_references(line)
    if not pointers:
        return [{"text": line, "target": line}]
    return [each.model_dump(mode="json", exclude_defaults=True) for each in pointers]


def _link(link: dict[str, Any]) -> str:
    """A pointer as one types it: its words, and what they mean where they alone would be read otherwise."""
    alone = _links(link["text"]) if _ARROW not in link["text"] else []
    meant = [each.get("target") for each in alone]
    same = meant == [link.get("target")] or link.get("target") in meant
    return link["text"] if same else f"{link['text']} {_ARROW} {link.get('target') or ''}".strip()


def _shown_links(part: Part) -> dict[str, str]:
    texts = dict.fromkeys(map(_link, part["cross_references"]))
    return {"links": "\n".join(texts)}


def _shown_reports(part: Part) -> dict[str, str]:
    said = (
        f"{each['report']}, page {each['page']}" if each.get("page") else each["report"]
        for each in part["recommendations"]
    )
    return {"answers": "\n".join(said)}


def _read_reports(form: Form, part: Part) -> Kept:  # noqa: ARG001 - as every sheet reads
    return {"recommendations": [_report(line) for line in lines(form.text("answers"))]}


def _report(line: str) -> dict[str, Any]:
    found = _REPORT.fullmatch(line)
    if found is None:
        return {"report": line}
    return {"report": found["report"], "page": found["page"].strip()}


ACTION_SHEETS = (
    one_text("text", "what will be done", "What will be done", "Enter what will be done"),
    one_text("ref", "the reference", "Reference", hint="Such as “SA 1.2”. Empty for none."),
    Sheet(
        "steps",
        "the steps",
        frozenset({"steps"}),
        questions=lambda _: (
            Field("steps", "Steps", "long", hint="One on each line, with the month if it has one."),
        ),
        shown=_shown_steps,
        read=_read_steps,
    ),
    Sheet(
        "due",
        "by when",
        frozenset({"due"}),
        questions=lambda _: (DUE,),
        shown=lambda part: {"due": (part["due"] or {}).get("text", "")},
        read=lambda form, _: {"due": due_of(form.text("due"))},
        understood=due_understood,
    ),
    Sheet(
        "status",
        "the status",
        frozenset({"status"}),
        questions=lambda _: (STATUS,),
        shown=lambda part: {"status": part["status"] or ""},
        read=lambda form, _: {"status": form.text("status") or None},
    ),
    Sheet(
        "category",
        "the heading under which it stands",
        frozenset({"category"}),
        questions=lambda _: (CATEGORY,),
        shown=lambda part: {"category": part["category"]},
        read=_read_category,
    ),
    names(
        "leads",
        "who leads it",
        "Who leads it",
        "A post or a body on each line, whoever answers for it first.",
    ),
    names("partners", "the partners", "Partners", "A body on each line."),
    Sheet(
        "funding",
        "the money",
        frozenset({"funding"}),
        questions=lambda _: (
            Field(
                "funding",
                "Money",
                "long",
                hint="A sum or a fund on each line, such as “£80k from the pooled budget”.",
            ),
        ),
        shown=_shown_money,
        read=_read_money,
        understood=funding_understood,
    ),
    names("strategies", "what it supports", "Strategies that it supports"),
    names("groups", "for whom it is", "For whom it is", "A group of people on each line."),
    names("places", "where", "Where", "A place on each line."),
    Sheet(
        "links",
        "what it points to",
        frozenset({"cross_references"}),
        questions=lambda _: (
            Field(
                "links",
                "Actions and parts that it points to",
                "long",
                hint="A reference on each line, such as “BH 3.1” or “Priority 7”; after an arrow what other words mean: “the homes action → BH 3.1”.",
            ),
        ),
        shown=_shown_links,
        read=_read_links,
    ),
    Sheet(
        "answers",
        "the reports that it answers",
        frozenset({"recommendations"}),
        questions=lambda _: (
            Field(
                "answers",
                "Reports that it answers",
                "long",
                hint="One on each line, with its page.",
            ),
        ),
        shown=_shown_reports,
        read=_read_reports,
    ),
    *FIELD_BY_FIELD,
    one_text(
        "brought_forward_from",
        "where it was brought forward from",
        "Brought forward from",
        hint="The year or plan, such as “2025/26”. Empty for none.",
    ),
)
