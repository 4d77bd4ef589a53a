"""How what somebody types is understood, said back to them in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from oneplan.document.schema import Due, Funding, Measure
from oneplan.vocabulary.figures import figure_in_words
from oneplan.website.components.measures import RELATIONS
from oneplan.website.wording import due_in_words, period_in_words, pounds, sentence

_KINDS = {
    "quantified": "It has figures that can be followed.",
    "directional": "It says which way things should go, but no figure.",
    "deliverable": "It is something to be done, not a figure.",
    "reference": "It points to a measure that stands elsewhere.",
}
_DIRECTIONS = {
    "increase": "It should rise",
    "decrease": "It should fall",
    "maintain": "It should stay",
}


def due_understood(kept: dict[str, Any]) -> list[tuple[str, str]]:
    """By when, as one date; or that no date was found in the words."""
    if not kept["due"]:
        return [("By when", "No date")]
    due = Due.model_validate(kept["due"])
    if not (due.month or due.period):
        return [("By when", "No date could be found in these words. They are kept as they are.")]
    return [("By when", due_in_words(due))]


def funding_understood(kept: dict[str, Any]) -> list[tuple[str, str]]:
    """Each sum with what it is for, or that a line names no amount."""
    sums = [Funding.model_validate(each) for each in kept["funding"]]
    if not sums:
        return [("Money", "Nothing is said")]
    return [("Money", _sum(each)) for each in sums]


def _sum(each: Funding) -> str:
    if each.amount is None:
        return f"No amount: “{each.text}”"
    amount = pounds(each.amount, each.currency)
    return f"{amount}, {each.label}" if each.label else amount


def measure_understood(kept: dict[str, Any]) -> list[tuple[str, str]]:
    """What kind of measure it is, which way it should go, from where, to where and by when."""
    return list(_of_measure(Measure.model_validate(kept)))


def _of_measure(measure: Measure) -> Iterator[tuple[str, str]]:
    yield "Kind", _KINDS[measure.kind]
    if measure.indicator and (measure.indicator.code or measure.indicator.name):
        said = (measure.indicator.code, measure.indicator.name)
        yield "Indicator", " ".join(each for each in said if each)
    if measure.direction:
        yield "Direction", _DIRECTIONS.get(measure.direction, sentence(measure.direction))
    if measure.unit:
        yield "Unit", measure.unit
    for baseline in measure.baselines:
        figure = "To be set" if baseline.to_be_set else _figure(baseline.value, measure.unit)
        yield "Baseline", _when(figure or f"“{baseline.text}”", baseline.period)
    for target in measure.targets:
        yield "Target", _when(_target(target, measure.unit), target.period)
    for milestone in measure.milestones:
        yield "Milestone", _when(f"“{milestone.text}”", milestone.month)


def _target(target: Any, unit: str | None) -> str:
    if target.to_be_set:
        return "To be set"
    said = []
    if target.relation:
        said.append(RELATIONS[target.relation])
    if target.value is not None:
        said.append(figure_in_words(target.value, unit))
    if target.comparator:
        said.append(target.comparator.replace("_", " "))
    if target.change_by is not None:
        way = "up" if target.change_by > 0 else "down"
        said.append(
            f"{way} by {figure_in_words(abs(target.change_by), _change_unit(target, unit))}"
        )
    return sentence(" ".join(said)) or f"“{target.text}”"


def _figure(value: float | None, unit: str | None) -> str:
    return "" if value is None else figure_in_words(value, unit)


def _change_unit(target: Any, unit: str | None) -> str | None:
    return {"percent": "%", "points": "points"}.get(target.change_unit or "", unit)


def _when(said: str, period: str | None) -> str:
    return f"{said}, {period_in_words(period)}" if period else said
