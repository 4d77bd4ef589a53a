"""What can be changed of elements, statements, terms, places, bodies and the plan itself."""

from __future__ import annotations

from typing import Any, get_args

from oneplan.document.phrases.dates import find_periods
from oneplan.document.phrases.indicators import read_indicator
from oneplan.document.phrases.periods import first_month, last_month
from oneplan.document.schema import ElementKind, StatementKind
from oneplan.partnership.plans.parts.part import Part
from oneplan.website.components.fields import Field, Form, Option
from oneplan.website.pages.editing.sheets.sheet import (
    Kept,
    Sheet,
    Typed,
    lines,
    names,
    one_text,
    tidy,
)
from oneplan.website.wording import month_in_words

STATEMENT_KINDS: dict[StatementKind, str] = {
    "vision": "The vision",
    "value": "A value",
    "approach": "How it will be done",
    "context": "Why this matters",
    "evidence": "What is known",
    "activity": "What will be done",
    "success": "What success looks like",
    "said": "What we said",
    "achieved": "What we achieved",
    "recommendation": "A recommendation",
    "scrutiny": "A point from scrutiny",
    "other": "Something else",
}
ELEMENT_KINDS: dict[ElementKind, str] = {
    "outcome": "Outcome",
    "priority": "Priority",
    "focus_area": "Area of focus",
    "workstream": "Workstream",
    "partnership": "Partnership",
    "section": "Section",
}


def _choice(name: str, label: str, known: dict[Any, str], every: Any) -> Field:
    options = tuple(Option(value, known[value]) for value in get_args(every))
    return Field(name, label, "choice", options=options)


def _words(name: str, title: str, questions: tuple[Field, ...], /, **missing: str) -> Sheet:
    """A form of plain texts and choices, each named as its field; those ``missing`` must be given."""
    optional = [each.name for each in questions if each.name not in missing]

    def read(form: Form, part: Part) -> Kept:  # noqa: ARG001 - as every sheet reads
        form.errors |= {each: said for each, said in missing.items() if not form.text(each)}
        for each in questions:
            if each.options and form.text(each.name) not in {one.value for one in each.options}:
                form.errors[each.name] = "Choose one from the list"
        kept = {each.name: tidy(form.text(each.name)) for each in questions}
        return kept | {each: kept[each] or None for each in optional}

    return Sheet(
        name,
        title,
        frozenset(each.name for each in questions),
        questions=lambda _: questions,
        shown=lambda part: {each.name: part[each.name] or "" for each in questions},
        read=read,
    )


def _read_indicators(form: Form, part: Part) -> Kept:
    before = dict(zip(lines(_indicators(part)["indicators"]), _said(part), strict=False))
    return {
        "indicators": [
            before.get(line) or read_indicator(line).model_dump(mode="json", exclude_defaults=True)
            for line in lines(form.text("indicators"))
        ]
    }


def _said(part: Part) -> list[Any]:
    return [each for each in part["indicators"] if _indicator(each)]


def _indicator(each: dict[str, Any]) -> str:
    code_and_name = " ".join(filter(None, (each.get("code"), each.get("name"))))
    return " ".join((code_and_name or each.get("text") or "").split())


def _indicators(part: Part) -> Typed:
    return {"indicators": "\n".join(_indicator(each) for each in _said(part))}


def _period(part: Part) -> Typed:
    period = part["period"] or {}
    return {end: month_in_words(period.get(end) or "") for end in ("start", "end")}


def _read_period(form: Form, part: Part) -> Kept:  # noqa: ARG001 - as every sheet reads
    months = {"start": _month(form, "start"), "end": _month(form, "end")}
    start, end = months["start"], months["end"]
    if start and end and end < start:
        form.errors["end"] = "Enter a month that is not before the first"
    return {"period": {end: month for end, month in months.items() if month} or None}


def _month(form: Form, name: str) -> str | None:
    text = form.text(name)
    found = [each for each in find_periods(text) if each.period]
    if text and not found:
        form.errors[name] = "Enter a month and year such as April 2026"
    if not found or found[0].period is None:
        return None
    of = first_month if name == "start" else last_month
    return of(found[0].period, found[0].year_kind)


ELEMENT_SHEETS = (
    _words("title", "the title", (Field("title", "Title", "long"),), title="Enter a title"),
    _words(
        "level",
        "its level and number",
        (
            _choice("kind", "What it is", ELEMENT_KINDS, ElementKind),
            Field(
                "label", "The plan’s own word for it", hint="Such as “Ambition”. Empty for none."
            ),
            Field("code", "Number", hint="Such as “3” or “2.1”. Empty for none."),
        ),
        kind="Choose what it is",
    ),
    Sheet(
        "indicators",
        "the indicators to watch",
        frozenset({"indicators"}),
        questions=lambda _: (
            Field(
                "indicators", "Indicators to watch", "long", hint="One on each line, with its code."
            ),
        ),
        shown=_indicators,
        read=_read_indicators,
    ),
    names("members", "the members", "Members", "A body on each line."),
)
_STATEMENT = (
    Field("text", "What it says", "long"),
    _choice("kind", "What it is for", STATEMENT_KINDS, StatementKind),
)
STATEMENT_SHEETS = (
    _words("text", "this statement", _STATEMENT, text="Enter what it says", kind="Choose what it is for"),
)  # fmt: skip
TERM_SHEETS = (
    _words(
        "term",
        "this term",
        (Field("term", "Term"), Field("meaning", "What it means", "long")),
        term="Enter the term",
        meaning="Enter what it means",
    ),
)
PLACE_SHEETS = (
    _words(
        "name",
        "this place",
        (
            Field("name", "Name"),
            Field("kind", "What it is", hint="Such as “ward” or “school”."),
            Field("note", "What the plan says of it", "long"),
        ),
        name="Enter the name of the place",
    ),
)
BODY_SHEETS = (
    _words("name", "the name of this body", (Field("name", "Name"),), name="Enter its name"),
    names("aliases", "its other names", "Other names that the plan uses for it"),
)
PLAN_SHEETS = (
    one_text("title", "the title of the plan", "Title", "Enter the title of the plan"),
    one_text(
        "version",
        "what version it calls itself",
        "Version",
        hint="Such as “2.1” or “draft”. Empty for none.",
    ),
    one_text("partnership", "whose plan it is", "Partnership, as the plan names it"),
    Sheet(
        "period",
        "the period of the plan",
        frozenset({"period"}),
        questions=lambda _: (
            Field("start", "From", hint="Such as April 2026."),
            Field("end", "To", hint="Such as March 2029."),
        ),
        shown=_period,
        read=_read_period,
    ),
)
