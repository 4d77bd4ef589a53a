"""What stands in the columns of the spreadsheet: the same forms as on the pages, typed in cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from oneplan.exchange.sheets.book import Column
from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.parts.editing.fields import due_of
from oneplan.partnership.plans.parts.part import PLAN, Part, Sort
from oneplan.partnership.plans.parts.shapes import ABSENT, SHAPES
from oneplan.partnership.plans.parts.sheets.columns import Cells, Layout
from oneplan.website.components.fields import Form
from oneplan.website.pages.editing.sheets.all_sheets import SHEETS
from oneplan.website.pages.editing.sheets.of_actions import CATEGORIES
from oneplan.website.pages.editing.sheets.sheet import Sheet

_MONTH = re.compile(r"\d{4}-\d{2}")
_NUMBER = re.compile(r"[0-9]{1,15}(\.[0-9]{1,2})?")
_PLAIN_HEADING = "core"


def _typed(sort: Sort, name: str, header: str, width: int) -> Cells:
    """The column of a form that has one question."""
    sheet = SHEETS[sort][name]

    def shown(part: Part) -> str:
        return next(iter(sheet.shown(part).values()))

    def read(text: str, part: Part | None) -> Mapping[str, Any]:
        return _read(sheet, text, part or _blank(sort))

    return Cells(name, Column(header, width), shown, read)


def _read(sheet: Sheet, text: str, part: Part) -> Mapping[str, Any]:
    """What a form gives when this is typed.

    Raises:
        Refused: the form does not take it.
    """
    questions = sheet.questions(part)
    form = Form(questions, {questions[0].name: [text]}, sent=True)
    kept = sheet.read(form, part)
    if form.errors:
        raise Refused(form.errors)
    return kept


def _blank(sort: Sort) -> Part:
    return Part(
        sort, "new", PLAN, 0.0, {name: ABSENT[sort].get(name, "") for name in SHAPES[sort].fields}
    )


def _due() -> Cells:
    """By when: a cell that became a date of the spreadsheet's says the same as the words that it was."""
    typed = _typed("action", "due", "By when", 16)

    def read(text: str, part: Part | None) -> Mapping[str, Any]:
        return typed.read(_in_words(text), part)

    return Cells("due", typed.column, typed.shown, read, _in_words)


def _in_words(text: str) -> str:
    """A month as spreadsheets note it, in words; other texts as they are."""
    month = (due_of(text) or {}).get("month") if _MONTH.fullmatch(text) else None
    if month is None:
        return text
    year, number = month.split("-")
    return f"{_MONTHS[int(number) - 1]} {year}"


_MONTHS = (
    "January February March April May June July August September October November December".split()
)


def _money() -> Cells:
    """Money: a number of the spreadsheet's is pounds, as its cell shows it."""
    typed = _typed("action", "funding", "Money", 24)

    def read(text: str, part: Part | None) -> Mapping[str, Any]:
        return typed.read(_in_pounds(text), part)

    return Cells("funding", typed.column, typed.shown, read, _in_pounds)


def _in_pounds(text: str) -> str:
    """A bare number as a sum, "77000" as "£77,000"; other texts as they are."""
    if not _NUMBER.fullmatch(text):
        return text
    return f"£{Decimal(text):,}"


def _category() -> Cells:
    names = {value: "" if value == _PLAIN_HEADING else name for value, name in CATEGORIES.items()}
    values = {name.casefold(): value for value, name in names.items()}

    def read(text: str, part: Part | None) -> Mapping[str, Any]:  # noqa: ARG001 - as every column
        value = values.get(text.casefold())
        if value is None:
            known = ", ".join(f"“{name}”" for name in names.values() if name)
            raise Refused({"category": f"A heading is {known}, or empty"})
        return {"category": value}

    return Cells(
        "category", Column("Heading", 18), lambda part: names[part["category"]], read, str.casefold
    )


LAYOUT = Layout(
    actions=(
        _typed("action", "ref", "Reference", 11),
        _typed("action", "text", "What will be done", 50),
        _typed("action", "steps", "Steps", 40),
        _due(),
        _typed("action", "leads", "Led by", 26),
        _typed("action", "partners", "Partners", 26),
        _typed("action", "strategies", "Supports", 24),
        _typed("action", "groups", "For whom", 20),
        _typed("action", "places", "Where", 20),
        _money(),
        _typed("action", "status", "Status", 16),
        _category(),
        _typed("action", "links", "Points to", 16),
        _typed("action", "answers", "Answers", 20),
        _typed("action", "brought_forward_from", "Brought forward from", 14),
    ),
    measures=(_typed("measure", "text", "Measure, as a sentence", 80),),
)
"""The columns of both sheets. What is understood of a sentence or a sum follows from its words."""
