"""Quarters without a year ("Q2", "by the end of quarter 3") under a financial year that the plan names."""

from __future__ import annotations

import re

from oneplan.document.phrases.dates import find_periods
from oneplan.document.schema import Action, Element, Period, PlanDocument

_QUARTER = re.compile(
    r"^(?:(?:by|at|in)\s+)?(?:the\s+)?(?:end\s+(?:of\s+)?)?(?:q|qtr|quarter)\s?(?P<number>[1-4])(?=\W|$)",
    re.IGNORECASE,
)
_MONTHS_OF_A_YEAR = 12


def date_quarters(plan: PlanDocument) -> None:
    """Give milestones and by-whens that name only a quarter its last month, where their year is known.

    It is the one year that a heading above them names ("What we will deliver in 2031/32"), else the
    year of the plan.
    """
    pending = [(element, _april(plan.period)) for element in plan.elements]
    while pending:
        element, first = pending.pop()
        named = _year_named(element.title)
        first = first if named is None else named
        pending.extend((child, first) for child in element.children)
        if first is not None:
            _date(element, first)


def _year_named(title: str) -> int | None:
    """The first calendar year of the one financial year in a heading, None where it names none."""
    found = [period for period in find_periods(title) if period.period]
    if len(found) != 1 or found[0].first is not None or found[0].year_kind == "academic":
        return None
    period = found[0].period or ""
    return int(period[:4]) if period[4:5] == "/" else None


def _april(period: Period | None) -> int | None:
    """The year in whose April a plan of one financial year begins, None for any other plan."""
    if period is None or not period.start or not period.end or not period.start.endswith("-04"):
        return None
    first = int(period.start[:4])
    return first if period.end == f"{first + 1}-03" else None


def _date(element: Element, first: int) -> None:
    measures = [*element.measures, *(part for each in element.actions for part in each.measures)]
    for measure in measures:
        for milestone in measure.milestones:
            milestone.month = milestone.month or _last_month(milestone.text, first)
    for action in element.actions:
        _date_due(action, first)


def _date_due(action: Action, first: int) -> None:
    if action.due is not None and not action.due.month and not action.due.period:
        action.due.month = _last_month(action.due.text, first)


def _last_month(text: str, first: int) -> str | None:
    quarter = _QUARTER.match(text)
    if quarter is None:
        return None
    month = 3 * int(quarter["number"]) + 3
    year = first + (month > _MONTHS_OF_A_YEAR)
    return f"{year}-{(month - 1) % _MONTHS_OF_A_YEAR + 1:02d}"
