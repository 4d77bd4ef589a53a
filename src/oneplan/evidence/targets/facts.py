"""What a judgement of a target rests on: the aim as a plan states it, and the results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from oneplan.evidence.benchmarks.rank import Band
from oneplan.evidence.definitions import Definition
from oneplan.evidence.observations.schema import Status
from oneplan.vocabulary.polarity import Polarity
from oneplan.vocabulary.relations import ChangeUnit, Direction, Relation

Comparison = Literal["better", "similar", "worse", "higher", "lower", "not_tested"]
Good = Literal["high", "low"]


@dataclass(frozen=True, slots=True)
class Aim:
    """A target: a value, a change from a baseline, or a relation to a comparator.

    ``change_by`` is signed, "10% fewer" is -10. ``due`` is the last day of the period by which it is
    to be met; None where the plan names none.
    """

    relation: Relation | None = None
    comparator: str | None = None
    value: float | None = None
    change_by: float | None = None
    change_unit: ChangeUnit | None = None
    direction: Direction | None = None
    baseline: float | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Benchmark:
    """What an area is compared with: its value, and the judgement of the comparison."""

    value: float | None
    comparison: Comparison = "not_tested"


@dataclass(frozen=True, slots=True)
class Result:
    """An area's result of one period; ``benchmarks`` by the comparator that a target may name."""

    period: str
    start: date
    end: date
    value: float | None
    status: Status = "ok"
    lower: float | None = None
    upper: float | None = None
    benchmarks: Mapping[str, Benchmark] = field(default_factory=dict)
    rank: int | None = None
    out_of: int | None = None
    band: Band | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """What is measured, as far as a judgement needs it."""

    polarity: Polarity | None = None
    unit: str | None = None
    decimals: int | None = None


def measured_by(definition: Definition) -> Measured:
    """What a judgement needs of a definition."""
    return Measured(definition.polarity, definition.unit, definition.decimals)


def good_way(measured: Measured, aim: Aim) -> Good | None:
    """Which way is good: what the definition says, or else which way the plan wants to go."""
    if measured.polarity is not None and measured.polarity != "none":
        return measured.polarity
    if aim.direction == "increase":
        return "high"
    return "low" if aim.direction == "decrease" else None
