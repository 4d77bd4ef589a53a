"""How the dates and sums of an action are understood, field by field, where their words are read wrongly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from oneplan.document.phrases.dates import find_periods
from oneplan.document.schema import FundingKind
from oneplan.partnership.plans.parts.part import Part
from oneplan.website.components.fields import Field, Form, Option
from oneplan.website.pages.editing.sheets.figures import figure_typed, read_figure
from oneplan.website.pages.editing.sheets.sheet import Kept, Sheet, Typed
from oneplan.website.wording import period_in_words

_KINDS: dict[FundingKind, str] = {
    "amount": "A sum",
    "fund_named": "A fund, without a sum",
    "within_existing": "Within existing money",
    "in_kind": "In kind",
    "not_known": "Not known yet",
    "reconfigured": "Money put to another use",
    "invested": "Invested",
    "saved": "Saved",
    "avoided": "Costs avoided",
    "returned": "Returned",
}
_CURRENCIES = ("GBP", "EUR", "USD")
_WHEN = Field(
    "when", "The month or year that is meant", hint="Such as “March 2028” or “2027/28”. Empty for none."
)  # fmt: skip


def _shown_due(part: Part) -> Typed:
    due = part["due"] or {}
    return {"when": period_in_words(due.get("month") or due.get("period"))}


def _read_due(form: Form, part: Part) -> Kept:
    typed, due = form.text("when"), part["due"]
    if typed == _shown_due(part)["when"]:
        return {"due": due}
    found = [each.period for each in find_periods(typed) if each.period]
    if typed and not found:
        form.errors["when"] = "Enter a month or year such as March 2028 or 2027/28"
        return {"due": due}
    words = {"text": (due or {}).get("text") or typed}
    if not found or not words["text"]:
        return {"due": words if words["text"] else None}
    return {"due": words | {"month" if _is_month(found[-1]) else "period": found[-1]}}


def _is_month(period: str) -> bool:
    return len(period) == len("2028-03") and period[4] == "-"


def _questions(part: Part) -> tuple[Field, ...]:
    return tuple(_rows(part))


def _rows(part: Part) -> Iterator[Field]:
    kinds = tuple(Option(value, _KINDS[value]) for value in get_args(FundingKind))
    signs = tuple(Option(value, value) for value in _CURRENCIES)
    for place, each in enumerate(part["funding"]):
        about = f"“{' '.join(each['text'].split())}”"
        yield Field(f"sum-{place}", f"{about}: amount", hint="Empty where none is printed.")
        yield Field(f"sum-{place}-currency", f"{about}: currency", "choice", options=signs)
        yield Field(f"sum-{place}-label", f"{about}: what it is for, or whose")
        yield Field(f"sum-{place}-kind", f"{about}: what it is", "choice", options=kinds)


def _shown_sums(part: Part) -> Typed:
    shown = {}
    for place, each in enumerate(part["funding"]):
        shown[f"sum-{place}"] = figure_typed({"value": each.get("amount")})
        for name in ("currency", "label", "kind"):
            shown[f"sum-{place}-{name}"] = each.get(name) or ""
    return shown


def _read_sums(form: Form, part: Part) -> Kept:
    before = _shown_sums(part)
    found = []
    for place, each in enumerate(part["funding"]):
        name = f"sum-{place}"
        asked = [name, *(f"{name}-{of}" for of in ("currency", "label", "kind"))]
        same = all(form.text(one) == before[one] for one in asked)
        found.append(each if same else _sum(form, name, each))
    return {"funding": found}


def _sum(form: Form, name: str, each: dict[str, Any]) -> dict[str, Any]:
    kept = {
        "text": each["text"],
        "amount": read_figure(form, name).get("value"),
        "currency": form.text(f"{name}-currency"),
        "label": form.text(f"{name}-label"),
        "kind": form.text(f"{name}-kind"),
    }
    for of, known in (("currency", _CURRENCIES), ("kind", _KINDS)):
        if kept[of] and kept[of] not in known and kept[of] != each.get(of):
            form.errors[f"{name}-{of}"] = "Choose one from the list"
    return {of: value for of, value in kept.items() if value not in ("", None)}


FIELD_BY_FIELD = (
    Sheet(
        "when",
        "which month or year is meant",
        frozenset({"due"}),
        questions=lambda _: (_WHEN,),
        shown=_shown_due,
        read=_read_due,
    ),
    Sheet(
        "sums",
        "how each sum is understood",
        frozenset({"funding"}),
        questions=_questions,
        shown=_shown_sums,
        read=_read_sums,
    ),
)
