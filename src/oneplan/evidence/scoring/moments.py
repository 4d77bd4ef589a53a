"""Periods as trends need them: the month in which a single year begins."""

from __future__ import annotations

from oneplan.vocabulary.periods import Period

SINGLE_YEARS = ("academic", "financial", "calendar", "unstated", "reporting_day")
"""The kinds of which one figure a year is expected; a day in the year is one, too."""


def moment_of(period: Period) -> int | None:
    """The month, counted from year nought, in which a single year begins; None for other periods."""
    if period.years != 1 or period.kind not in SINGLE_YEARS:
        return None
    return period.start.year * 12 + period.start.month - 1
