"""Comparison with England, the region or neighbours in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from oneplan.evidence.observations.schema import Status
from oneplan.evidence.sentences.subject import (
    ABSENT,
    Subject,
    comparator_in_words,
    joined,
    possessive,
)
from oneplan.evidence.targets.facts import Comparison

_WHY_NOT = {
    "not_for_counts": "because counts grow with the size of an area",
    "no_interval": "because the source gives no counts to test it with",
    "benchmark_without_interval": "because the averages of others have no interval",
}
"""Why a difference is not tested, by the rule of a result."""

_NO_BENCHMARK = {
    "no_region": "it lies in no region that is known",
    "no_neighbours": "no neighbours of it are known",
    "no_benchmark": "{other} has no figure for that period",
}


@dataclass(frozen=True, slots=True)
class Compared:
    """A value beside another: the comparator by its name, the judgement and the rule that gave it."""

    period: str
    value: float | None
    comparator: str
    benchmark: float | None
    comparison: Comparison
    rule: str
    status: Status = "ok"


def comparison_sentence(subject: Subject, compared: Compared) -> str:
    """How an area compares, and whether the difference may be chance."""
    start = f"{subject.opening}in {compared.period} "
    other = comparator_in_words(compared.comparator)
    if compared.value is None:
        return joined(start, f"the figure for {subject.area} {ABSENT[compared.status]}")
    had = f"{start}{subject.area} had {subject.figure(compared.value)}"
    if compared.rule == "itself":
        return joined(had, f"; {other} is what others are compared with")
    if compared.benchmark is None:
        why = _NO_BENCHMARK.get(compared.rule, _NO_BENCHMARK["no_benchmark"]).format(other=other)
        return joined(had, f"; it is not compared with {other}, because {why}")
    beside = f"{possessive(other)} {subject.figure(compared.benchmark)}"
    if other.startswith("the average"):
        beside = f"{other} ({subject.figure(compared.benchmark)})"
    return joined(had, _judged(compared, beside))


def _judged(compared: Compared, beside: str) -> str:
    comparison, value, benchmark = compared.comparison, compared.value or 0.0, compared.benchmark
    if comparison == "not_tested":
        why = _WHY_NOT.get(compared.rule, _WHY_NOT["no_interval"])
        return f" against {beside}; whether the difference is more than chance is not tested, {why}"
    if comparison == "similar":
        return f" against {beside}; a difference of this size may be chance"
    if comparison in ("higher", "lower"):
        return (
            f", {comparison} than {beside} by more than chance would explain; "
            "neither high nor low is good"
        )
    side = "higher" if value > (benchmark or 0.0) else "lower"
    return f", {side} and {comparison} than {beside} by more than chance would explain"
