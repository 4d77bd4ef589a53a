"""The red pen against the planting kit: faults that are found where they were put, and none beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from random import Random
from zlib import crc32

import pytest

from builders.plans import make_plan
from builders.planting import PLANTS
from builders.planting.plant import Plant, Planted
from oneplan.document.files import from_yaml
from oneplan.document.identity import with_ids
from oneplan.document.lint.facts import PlanFacts
from oneplan.document.lint.lint import lint
from oneplan.document.lint.measures import MEASURE_RULES
from oneplan.document.lint.rule_list import RULES
from oneplan.document.phrases.measures import read_measure
from oneplan.document.schema import PlanDocument
from oneplan.exchange.known import load_known
from oneplan.vocabulary.findings import Finding

_GENERATED = 14
_RULES = {rule.name: rule for rule in RULES}
_GRAVE = [rule for rule in RULES if rule.severity == "error"]
"""The rules that can report an error at all."""


@dataclass(frozen=True)
class Ground:
    """A plan to plant in, and what the red pen says of it before."""

    name: str
    plan: PlanDocument
    errors: Counter[str]


@cache
def _examples() -> tuple[tuple[str, PlanDocument], ...]:
    folder = files("oneplan.examples")
    names = sorted(f.name for f in folder.iterdir() if f.name.endswith(".yaml"))
    return tuple(
        (name, with_ids(from_yaml((folder / name).read_text(encoding="utf-8")))) for name in names
    )


@cache
def _grounds() -> tuple[Ground, ...]:
    plans = [(f"seed {seed}", make_plan(seed)) for seed in range(_GENERATED)]
    return tuple(
        Ground(name, plan, Counter(map(_mark, _errors(plan))))
        for name, plan in (*plans, *_examples())
    )


def _errors(plan: PlanDocument) -> list[Finding]:
    return [f for f in lint(plan, load_known(), _GRAVE) if f.severity == "error"]


def _mark(finding: Finding) -> str:
    return f"{finding.rule} | {finding.where} | {finding.quotes}"


def _sown(plant: Plant) -> Iterator[tuple[Ground, Planted]]:
    for ground in _grounds():
        planted = plant.plant(ground.plan, _random(plant, ground))
        if planted is not None:
            yield ground, planted


def _random(plant: Plant, ground: Ground) -> Random:
    return Random(crc32(f"{plant.rule} {ground.name}".encode()))


def _found(plant: Plant, ground: Ground, planted: Planted) -> bool:
    rule = [_RULES[plant.rule]]
    before = Counter(map(_mark, lint(ground.plan, load_known(), rule)))
    after = lint(planted.plan, load_known(), rule)
    new = [f for f in after if not before[_mark(f)]]
    return any(f.where in planted.where and _quoted(f, planted.words) for f in new)


def _quoted(finding: Finding, words: str) -> bool:
    quotes = finding.quotes
    return not words or any(words in quote or quote.rstrip(" …") in words for quote in quotes)


def test_over_a_thousand_plants_are_found_by_the_right_rule_at_the_right_place() -> None:
    missed = []
    sown: Counter[str] = Counter()
    for plant in PLANTS:
        for ground, planted in _sown(plant):
            sown[plant.rule] += 1
            if not _found(plant, ground, planted):
                missed.append(
                    f"{plant.rule} in {ground.name}: {planted.words!r} at {planted.where}"
                )
    assert sown.total() > 1_000
    assert len(missed) <= 0.05 * sown.total(), "\n".join(missed)
    by_rule = Counter(line.split()[0] for line in missed)
    half_missed = {rule for rule, count in by_rule.items() if count > 0.2 * sown[rule]}
    assert not half_missed, "\n".join(missed)


_MEASURE_RULES = {rule.name for rule in MEASURE_RULES}


def test_the_words_of_a_planted_measure_are_enough() -> None:
    """Read again by the grammar of plan sentences, as a reader would have read them."""
    missed, sown = [], 0
    grounds = [replace(g, plan=_read_again(g.plan)) for g in _grounds()[:6]]
    for plant in (plant for plant in PLANTS if plant.rule in _MEASURE_RULES):
        for ground in grounds:
            planted = plant.plant(ground.plan, _random(plant, ground))
            if planted is None:
                continue
            sown += 1
            planted = replace(planted, plan=_read_again(planted.plan))
            if not _found(plant, ground, planted):
                missed.append(f"{plant.rule} in {ground.name}: {planted.words!r}")
    assert sown > 100
    assert len(missed) <= 0.05 * sown, "\n".join(missed)


def _read_again(plan: PlanDocument) -> PlanDocument:
    again = plan.model_copy(deep=True)
    for placed in PlanFacts(again).measures:
        measure, read = placed.measure, read_measure(placed.measure.text)
        measure.kind, measure.direction, measure.unit = read.kind, read.direction, read.unit
        measure.baselines, measure.targets = read.baselines, read.targets
        measure.milestones = read.milestones
    return again


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.rule)
def test_no_clean_twin_gets_an_error(plant: Plant) -> None:
    wrong = []
    for ground in _grounds():
        twin = plant.clean_twin(ground.plan, _random(plant, ground))
        new = [f for f in _errors(twin) if not ground.errors[_mark(f)]]
        wrong += [f"{ground.name}: {f.rule}, {f.where}: {f.message} {f.quotes}" for f in new]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("seed", range(40))
def test_a_plan_without_a_fault_gets_no_error(seed: int) -> None:
    assert _errors(make_plan(seed)) == []


def test_the_same_seed_gives_the_same_plan() -> None:
    assert make_plan(7) == make_plan(7)
    assert make_plan(7) != make_plan(11)


def test_every_plant_is_for_a_rule_that_exists() -> None:
    assert {plant.rule for plant in PLANTS} <= set(_RULES)
