"""Methods that look at one row at a time."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

from oneplan.evidence.benchmarks.compare import Compared, Comparison, Polarity, Rule, compare
from oneplan.evidence.calculations.cells import Cells, Row, figure, multiplier_of, number, word
from oneplan.evidence.statistics.gap import gap_of_proportions, gap_of_rates
from oneplan.evidence.statistics.proportion import proportion
from oneplan.evidence.statistics.rate import rate
from oneplan.evidence.statistics.target import Good, outlook
from oneplan.vocabulary.estimates import Estimate

RULES = ("single_95", "single_95_998", "double_95", "control_limits_95")
POLARITIES = ("high_is_good", "low_is_good", "no_judgement", "not_applicable")
_BETWEEN = re.compile(r",?[\s;|]+")


def of_estimate(
    method: Callable[[float | None, float | None, float | None, float], Estimate], row: Row
) -> Cells:
    """Value, limits and method of a numerator and a denominator."""
    found = method(
        figure(row, "numerator"),
        figure(row, "denominator"),
        figure(row, "confidence"),
        multiplier_of(row),
    )
    return {
        "value": found.value,
        "lower": found.lower,
        "upper": found.upper,
        "method": found.method,
    }


def proportion_row(row: Row) -> Cells:
    """A proportion with its Wilson interval."""
    return of_estimate(proportion, row)


def rate_row(row: Row) -> Cells:
    """A rate with its exact or Byar's interval."""
    return of_estimate(rate, row)


def compare_row(row: Row) -> Cells:
    """The comparison with a benchmark."""
    rule = cast(Rule, word(row, "rule", RULES, "single_95"))
    polarity = cast(Polarity, word(row, "polarity", POLARITIES, "no_judgement"))
    figures = Compared(
        value=figure(row, "value"),
        lower95=figure(row, "lower95"),
        upper95=figure(row, "upper95"),
        lower998=figure(row, "lower998"),
        upper998=figure(row, "upper998"),
        denominator=figure(row, "denominator"),
        comparator=figure(row, "comparator"),
        comparator_lower95=figure(row, "comparator_lower95"),
        comparator_upper95=figure(row, "comparator_upper95"),
    )
    found: Comparison = compare(figures, rule, polarity)
    return {"comparison": found}


def gap_row(row: Row) -> Cells:
    """The absolute and relative gap between two groups; empty where a figure is missing."""
    kind = word(row, "kind", ("proportion", "rate"), "proportion")
    x1, n1, x2, n2 = (figure(row, name) for name in ("x1", "n1", "x2", "n2"))
    if x1 is None or n1 is None or x2 is None or n2 is None:
        return {}
    gap = (gap_of_proportions if kind == "proportion" else gap_of_rates)(x1, n1, x2, n2)
    return {
        "abs_gap": gap.absolute.value,
        "abs_lower": gap.absolute.lower,
        "abs_upper": gap.absolute.upper,
        "rel_gap": gap.relative.value,
        "rel_lower": gap.relative.lower,
        "rel_upper": gap.relative.upper,
    }


def target_row(row: Row) -> Cells:
    """The outlook of a series for its target; what rests on a missing target or time is empty."""
    good = cast(Good, word(row, "good_is", ("high", "low"), "high"))
    values = [_value(text) for text in _BETWEEN.split((row.get("values") or "").strip())]
    time, target = figure(row, "target_t"), figure(row, "target")
    found = outlook(values, len(values) if time is None else time, target or 0.0, good)
    ahead = {
        "forecast": found.forecast.value,
        "forecast_lower": found.forecast.lower,
        "forecast_upper": found.forecast.upper,
    }
    judged = {"chance": found.chance, "needed_pace": found.needed_pace}
    return {
        **({} if time is None else ahead),
        **({} if time is None or target is None else judged),
        "pace": found.pace,
    }


def _value(text: str) -> float | None:
    return None if text in ("-", ".") else number(text, "the value")
