"""Quarters without a year ("Q2", "by the end of quarter 3") in a plan that runs for one financial year."""

from __future__ import annotations

import re

from oneplan.document.schema import Action, Element, Period, PlanDocument

_QUARTER = re.compile(
    r"^(?:(?:by|at|in)\s+)?(?:the\s+)?(?:end\s+(?:of\s+)?)?(?:q|qtr|quarter)\s?(?P<number>[1-4])(?=\W|$)",
    re.IGNORECASE,
)
_MONTHS_OF_A_YEAR = 12


def date_quarters(plan: PlanDocument) -> None:
    """Give milestones and by-whens that name only a quarter its last month, where the plan's year is known."""
    first = _april(plan.period)
    if first is None:
        return
    pending = list(plan.elements)
    while pending:
        element = pending.pop()
        pending.extend(element.children)
        _date(element, first)


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
