"""The targets of a plan document as aims that can be judged from results."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from oneplan.document.periods import Months, months_of
from oneplan.document.schema import Baseline, Measure, Target
from oneplan.evidence.targets.facts import Aim
from oneplan.evidence.targets.progress import Start


def aim_of(measure: Measure, target: Target) -> Aim:
    """What a target of a measure asks, with the measure's latest baseline and the day it is due."""
    start = start_of(measure)
    return Aim(
        target.relation,
        target.comparator,
        target.value,
        target.change_by,
        target.change_unit,
        measure.direction,
        start.value if start else _latest_value(measure),
        last_day(months_of(target.period, target.year_kind)),
    )


def start_of(measure: Measure) -> Start | None:
    """Where the way to the measure's targets begins: its latest baseline with a value and a period."""
    dated = [
        (months.last, baseline.value, day)
        for baseline in measure.baselines
        if (months := _months(baseline))
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


def _months(baseline: Baseline) -> Months | None:
    return months_of(baseline.period, baseline.year_kind)


def _latest_value(measure: Measure) -> float | None:
    """The value of the last baseline printed, where none of them has a period."""
    values = [baseline.value for baseline in measure.baselines if baseline.value is not None]
    return values[-1] if values else None
