"""Figures and periods as they are typed, one by one."""

from __future__ import annotations

import math
import re
from typing import Any

from oneplan.document.phrases.dates import find_periods
from oneplan.website.components.fields import Form
from oneplan.website.wording import period_in_words

_FIGURE = re.compile(r"[£€$]?\s?(?P<sign>[-−–]?)\s?(?P<digits>[0-9][0-9,\s]*(?:\.[0-9]+)?)\s?%?")
_CHANGE = re.compile(
    r"(?P<sign>[-−–+]?)\s?(?P<digits>[0-9][0-9,\s]*(?:\.[0-9]+)?)(?P<unit>\s?%|\s?(?:percentage )?points?)?"
)
_MINUS = ("-", "−", "–")
_UNITS = {"percent": "%", "points": " points"}
_TO_BE_SET = re.compile(r"(?:to be (?:set|agreed|confirmed)|tb[acd])\.?", re.IGNORECASE)
_YEAR = re.compile(r"[0-9]{4}(?:/[0-9]{2})?")
_LONGEST = 30


def figure_typed(kept: dict[str, Any]) -> str:
    """A baseline's or target's figure as one types it: "61.5", "to be set", or "" where it has none."""
    if kept.get("to_be_set"):
        return "to be set"
    value = kept.get("value")
    if value is None:
        return ""
    return _plain(value)


def _plain(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else str(value)


def read_figure(form: Form, name: str) -> dict[str, Any]:
    """The figure that was typed; empty for nothing; what is no figure is wrong."""
    text = form.text(name)
    if not text:
        return {}
    if _TO_BE_SET.fullmatch(text):
        return {"to_be_set": True}
    found = _FIGURE.fullmatch(text) if len(text) <= _LONGEST else None
    value = float(re.sub(r"[,\s]", "", found["digits"])) if found else math.inf
    if found is None or not math.isfinite(value):
        form.errors[name] = "Enter a figure such as 61.5, or “to be set”"
        return {}
    return {"value": -value if found["sign"] else value}


def change_typed(kept: dict[str, Any]) -> str:
    """A target's change as one types it: "-10%", "5 points", or "" where it has none."""
    value = kept.get("change_by")
    if value is None:
        return ""
    return f"{_plain(value)}{_UNITS.get(kept.get('change_unit') or '', '')}"


def read_change(form: Form, name: str) -> dict[str, Any]:
    """The change that was typed, with its unit; empty for nothing; what is none is wrong."""
    text = form.text(name)
    if not text:
        return {}
    found = _CHANGE.fullmatch(text) if len(text) <= _LONGEST else None
    if found is None:
        form.errors[name] = "Enter a change such as −10%, 5 points or 40"
        return {}
    value = float(re.sub(r"[,\s]", "", found["digits"]))
    unit = {"%": "percent", "": "number"}.get((found["unit"] or "").strip(), "points")
    return {"change_by": -value if found["sign"] in _MINUS else value, "change_unit": unit}


def period_typed(kept: dict[str, Any]) -> str:
    """A baseline's or target's period as one types it: "March 2028", "academic year 2027/28"."""
    period, kind = kept.get("period") or "", kept.get("year_kind")
    words = period_in_words(period)
    of_a_year = _YEAR.fullmatch(period)
    return f"{kind} year {words}" if kind and of_a_year else words


def read_period(form: Form, name: str) -> dict[str, Any]:
    """The period that was typed, with its kind of year; empty for nothing; what is none is wrong."""
    text = form.text(name)
    if not text:
        return {}
    found = [each for each in find_periods(text) if each.period]
    if not found:
        form.errors[name] = "Enter a month or year such as March 2028 or 2027/28"
        return {}
    kind = found[-1].year_kind
    return {"period": found[-1].period} | ({"year_kind": kind} if kind else {})
