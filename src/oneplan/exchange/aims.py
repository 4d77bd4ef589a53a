"""The targets of a plan document as aims that can be judged from results."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Literal

from oneplan.document.periods import Months, months_of
from oneplan.document.schema import Baseline, Measure, Target
from oneplan.evidence.targets.facts import Aim
from oneplan.evidence.targets.progress import Start
from oneplan.vocabulary.periods import YearKind


def aim_of(measure: Measure, target: Target, years: YearKind | None = None) -> Aim:
    """What a target of a measure asks, with the measure's latest baseline and the day it is due.

    ``years`` is the kind of year of what is measured, for periods that do not say theirs.
    """
    start = start_of(measure, years)
    return Aim(
        target.relation,
        target.comparator,
        target.value,
        target.change_by,
        target.change_unit,
        measure.direction,
        start.value if start else _latest_value(measure),
        last_day(months_of(target.period, target.year_kind or _split(years))),
    )


def start_of(measure: Measure, years: YearKind | None = None) -> Start | None:
    """Where the way to the measure's targets begins: its latest baseline with a value and a period."""
    dated = [
        (months.last, baseline.value, day)
        for baseline in measure.baselines
        if (months := _months(baseline, years))
        and (day := last_day(months))
        and baseline.value is not None
    ]
    if not dated:
        return None
    _, value, day = max(dated)
    return Start(value, day)


def last_day(months: Months | None) -> date | None:
    """The last day of a period's months; None without a period or with a year that is none."""
    if months is None:
        return None
    year, month = divmod(months.last, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, monthrange(year, month + 1)[1])


def _months(baseline: Baseline, years: YearKind | None) -> Months | None:
    return months_of(baseline.period, baseline.year_kind or _split(years))


def _split(years: YearKind | None) -> Literal["academic", "financial"] | None:
    """The kinds of year that a label across two may mean."""
    return years if years in ("academic", "financial") else None


def _latest_value(measure: Measure) -> float | None:
    """The value of the last baseline printed, where none of them has a period."""
    values = [baseline.value for baseline in measure.baselines if baseline.value is not None]
    return values[-1] if values else None
