"""One rule for each relation: whether a result stands in it.

A value counts as printed: 79.96 with one decimal is 80.0 and meets 80. What only a test can tell is
not told without one, except where the value lies plainly on the good side.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import ceil, isfinite
from typing import Literal

from oneplan.evidence.targets.facts import Aim, Benchmark, Good, Measured, Result, good_way
from oneplan.vocabulary.relations import Relation

Answer = Literal["met", "not_met", "not_tested", "not_known"]
Reason = Literal[
    "no_value",
    "withheld",
    "no_target",
    "no_comparator",
    "comparator_without_value",
    "no_polarity",
    "no_baseline",
    "percent_or_points",
    "not_ranked",
    "no_test",
]
_TOO_LARGE_TO_ROUND = 1e15


@dataclass(frozen=True, slots=True)
class Ruled:
    """The answer with its rule, what the value was held against, and why there is no answer."""

    answer: Answer
    rule: str
    against: float | None = None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One aim and one result with a value."""

    aim: Aim
    result: Result
    measured: Measured
    baseline: float | None

    @property
    def good(self) -> Good | None:
        """Which way is good."""
        return good_way(self.measured, self.aim)

    @property
    def value(self) -> float:
        """The value as printed."""
        return as_printed(self.result.value or 0.0, self.measured.decimals)


def as_printed(value: float, decimals: int | None) -> float:
    """The value rounded as the definition prints it, halves away from nought."""
    if decimals is None or not isfinite(value) or abs(value) >= _TOO_LARGE_TO_ROUND:
        return value
    return float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


def ruled(case: Case) -> Ruled:
    """The rule of the aim's relation applied to the result."""
    aim = case.aim
    if aim.change_by is not None and aim.relation not in _COMPARED and aim.value is None:
        return _change(case)
    return _RULES[aim.relation or _plain_relation(case)](case)


def _plain_relation(case: Case) -> Relation:
    """What a bare value asks: at least or at most, by the way that the plan wants to go."""
    aim = case.aim
    if aim.value is None and aim.comparator is not None:
        return "in_line_with"
    if aim.direction == "decrease":
        return "at_most"
    if aim.direction == "increase" or case.good == "high":
        return "at_least"
    return "at_most" if case.good == "low" else "equals"


def _met(answer: bool, rule: str, against: float | None) -> Ruled:
    return Ruled("met" if answer else "not_met", rule, against)


def _unknown(rule: str, reason: Reason) -> Ruled:
    return Ruled("not_known", rule, None, reason)


def _bound(case: Case, rule: str) -> float | Ruled:
    """The number that the value is held against: the aim's, or the comparator's."""
    if case.aim.value is not None:
        return as_printed(case.aim.value, case.measured.decimals)
    if case.aim.comparator is None:
        return _unknown(rule, "no_target")
    found = _benchmark(case)
    if found is None or found.value is None:
        return _unknown(rule, "comparator_without_value" if found else "no_comparator")
    return as_printed(found.value, case.measured.decimals)


def _benchmark(case: Case) -> Benchmark | None:
    return case.result.benchmarks.get(case.aim.comparator or "")


def _at_least(case: Case) -> Ruled:
    bound = _bound(case, "at_least")
    return bound if isinstance(bound, Ruled) else _met(case.value >= bound, "at_least", bound)


def _at_most(case: Case) -> Ruled:
    bound = _bound(case, "at_most")
    return bound if isinstance(bound, Ruled) else _met(case.value <= bound, "at_most", bound)


def _equals(case: Case) -> Ruled:
    bound = _bound(case, "equals")
    return bound if isinstance(bound, Ruled) else _met(case.value == bound, "equals", bound)


def _change(case: Case) -> Ruled:
    aim, change = case.aim, case.aim.change_by or 0.0
    if case.baseline is None:
        return _unknown("change", "no_baseline")
    if aim.change_unit is None and case.measured.unit in ("%", "percent", None):
        return _unknown("change", "percent_or_points")
    percent = aim.change_unit == "percent" or (
        aim.change_unit is None and case.measured.unit not in ("%", "percent")
    )
    bound = case.baseline * (1 + change / 100) if percent else case.baseline + change
    bound = as_printed(float(f"{bound:.12g}"), case.measured.decimals)
    rises = change > 0 or (change == 0 and case.good != "low")
    return _met(case.value >= bound if rises else case.value <= bound, "change", bound)


def _compared(case: Case, rule: str) -> tuple[float, Benchmark, Good] | Ruled:
    """The comparator's value, the comparator and the good way; or what is missing."""
    benchmark, good = _benchmark(case), case.good
    if case.aim.comparator is None and case.aim.value is None:
        return _unknown(rule, "no_comparator")
    stated = Benchmark(case.aim.value)
    if benchmark is None or benchmark.value is None:
        if case.aim.value is None or rule == "gap_at_most":
            return _unknown(rule, "comparator_without_value" if benchmark else "no_comparator")
        benchmark = stated  # the plan's own figure of the comparator
    if good is None:
        return _unknown(rule, "no_polarity")
    return as_printed(benchmark.value or 0.0, case.measured.decimals), benchmark, good


def _ahead(case: Case, against: float, good: Good) -> float:
    """How far the value lies on the good side."""
    return case.value - against if good == "high" else against - case.value


def _better_than(case: Case) -> Ruled:
    found = _compared(case, "better_than")
    if isinstance(found, Ruled):
        return found
    against, _, good = found
    return _met(_ahead(case, against, good) > 0, "better_than", against)


def _at_or_better_than(case: Case) -> Ruled:
    found = _compared(case, "at_or_better_than")
    if isinstance(found, Ruled):
        return found
    against, _, good = found
    return _met(_ahead(case, against, good) >= 0, "at_or_better_than", against)


def _gap_at_most(case: Case) -> Ruled:
    if case.aim.value is None:
        return _unknown("gap_at_most", "no_target")
    benchmark = _benchmark(case)
    if benchmark is None or benchmark.value is None:
        return _unknown("gap_at_most", "comparator_without_value" if benchmark else "no_comparator")
    against = as_printed(benchmark.value, case.measured.decimals)
    gap = -_ahead(case, against, case.good) if case.good else abs(case.value - against)
    gap = as_printed(
        gap, 10
    )  # the difference of two printed figures, without the noise of binary ones
    return _met(gap <= case.aim.value, "gap_at_most", against)


def _tested(case: Case, rule: str) -> Ruled:
    """In line, or not significantly worse: similar or better by the test, or plainly at or better."""
    found = _compared(case, rule)
    if isinstance(found, Ruled):
        return found if found.reason != "no_polarity" else _either_side(case, rule)
    against, benchmark, good = found
    if benchmark.comparison in ("better", "similar"):
        return _met(True, rule, against)
    if benchmark.comparison in ("higher", "lower"):
        return _met((benchmark.comparison == "higher") == (good == "high"), rule, against)
    if benchmark.comparison == "worse":
        return _met(False, rule, against)
    if _ahead(case, against, good) >= 0:
        return _met(True, rule, against)
    return Ruled("not_tested", rule, against, "no_test")


def _either_side(case: Case, rule: str) -> Ruled:
    """Without a good way only "similar" or the same value is in line."""
    bound = _bound(case, rule) if case.aim.value is None else case.aim.value
    benchmark = _benchmark(case)
    if isinstance(bound, Ruled):
        return bound
    comparison = benchmark.comparison if benchmark else "not_tested"
    if comparison == "not_tested" and case.value != bound:
        return Ruled("not_tested", rule, bound, "no_test")
    return _met(comparison in ("similar", "not_tested"), rule, bound)


def _in_line_with(case: Case) -> Ruled:
    return _tested(case, "in_line_with")


def _not_different(case: Case) -> Ruled:
    return _tested(case, "not_significantly_different_from")


def _not_worse(case: Case) -> Ruled:
    return _tested(case, "not_significantly_worse_than")


def _top_quartile(case: Case) -> Ruled:
    result = case.result
    if case.good is None:
        return _unknown("top_quartile", "no_polarity")
    if result.band is not None:
        return _met(result.band == "A", "top_quartile", None)
    if result.rank is None or not result.out_of:
        return _unknown("top_quartile", "not_ranked")
    return _met(result.rank <= ceil(result.out_of / 4), "top_quartile_by_rank", None)


_RULES: dict[Relation, Callable[[Case], Ruled]] = {
    "at_least": _at_least,
    "at_most": _at_most,
    "equals": _equals,
    "in_line_with": _in_line_with,
    "better_than": _better_than,
    "at_or_better_than": _at_or_better_than,
    "gap_at_most": _gap_at_most,
    "top_quartile": _top_quartile,
    "not_significantly_different_from": _not_different,
    "not_significantly_worse_than": _not_worse,
}
_COMPARED = frozenset(_RULES) - {"at_least", "at_most", "equals"}
"""Relations that a change of the value beside them does not replace."""
