"""The machine's reading of a printed plan beside a careful person's, field by field.

The person's reading is the Worcestershire example: its sentences are retold, its references, dates,
names, sums and figures are those of the print.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable

import pytest

from builders.shared import SEEDS, WITHOUT_SEEDS
from oneplan.document.files import from_yaml
from oneplan.document.lint.facts import PlanFacts
from oneplan.document.schema import Action, PlanDocument
from oneplan.examples import example_plans
from oneplan.exchange.plan_readers.reading import read_plan

Facts = Callable[[Action], Iterable[Hashable]]

_PRINTED = "003_*.txt"
_EXAMPLE = "worcestershire-2009-10.yaml"
_NOT_LETTERS = re.compile(r"[^a-z0-9&+]+")


@pytest.fixture(scope="module")
def by_machine() -> list[Action]:
    if SEEDS is None:
        pytest.skip(WITHOUT_SEEDS)
    file = next(SEEDS.glob(_PRINTED))
    return actions_of(read_plan(file.read_bytes(), file.name).plan)


@pytest.fixture(scope="module")
def by_hand() -> list[Action]:
    file = next(file for file in example_plans() if file.name == _EXAMPLE)
    return actions_of(from_yaml(file.read_bytes()))


def actions_of(plan: PlanDocument) -> list[Action]:
    return [placed.action for placed in PlanFacts(plan).actions]


def names(*fields: str) -> Facts:
    def found(action: Action) -> Iterable[Hashable]:
        return [
            (field, _NOT_LETTERS.sub(" ", name.casefold()).strip())
            for field in fields
            for name in getattr(action, field)
        ]

    return found


def due(action: Action) -> Iterable[Hashable]:
    return [(action.due.month, action.due.period)] if action.due else []


def category(action: Action) -> Iterable[Hashable]:
    return [action.category]


def money(action: Action) -> Iterable[Hashable]:
    return [(part.amount, part.currency) for part in action.funding if part.amount is not None]


def pointers(action: Action) -> Iterable[Hashable]:
    yield from (part.target for part in action.cross_references)
    yield from ((part.report, part.page) for part in action.recommendations)
    if action.brought_forward_from:
        yield action.brought_forward_from


def baselines(action: Action) -> Iterable[Hashable]:
    return [
        (part.value, part.period, part.to_be_set)
        for measure in action.measures
        for part in measure.baselines
    ]


def targets(action: Action) -> Iterable[Hashable]:
    return [
        (part.value, part.change_by, part.relation, part.comparator, part.period, part.to_be_set)
        for measure in action.measures
        for part in measure.targets
    ]


def agreement(facts: Facts, ours: list[Action], theirs: list[Action]) -> float:
    """How many in 100 facts are right: one found wrong, missed or invented counts once."""
    right = all_told = 0
    for one, other in zip(ours, theirs, strict=True):
        here, there = Counter(facts(one)), Counter(facts(other))
        right += (here & there).total()
        all_told += max(here.total(), there.total())
    return 100 * right / all_told


def test_the_machine_finds_the_same_actions_in_the_same_order(
    by_machine: list[Action], by_hand: list[Action]
) -> None:
    assert [action.ref for action in by_machine] == [action.ref for action in by_hand]


@pytest.mark.parametrize("facts", [due, category, names("places"), money, pointers])
def test_at_least_97_in_100_dates_categories_places_sums_and_pointers_are_right(
    facts: Facts, by_machine: list[Action], by_hand: list[Action]
) -> None:
    assert agreement(facts, by_machine, by_hand) >= 97


def test_at_least_97_in_100_names_are_right(
    by_machine: list[Action], by_hand: list[Action]
) -> None:
    facts = names("leads", "partners", "strategies", "groups")
    assert agreement(facts, by_machine, by_hand) >= 97


@pytest.mark.parametrize("facts", [baselines, targets])
def test_at_least_98_in_100_baselines_and_targets_are_right(
    facts: Facts, by_machine: list[Action], by_hand: list[Action]
) -> None:
    assert agreement(facts, by_machine, by_hand) >= 98


def test_about_as_many_measures_are_found(by_machine: list[Action], by_hand: list[Action]) -> None:
    found = [len(action.measures) for action in by_machine]
    counted = [len(action.measures) for action in by_hand]
    assert abs(sum(found) - sum(counted)) <= 5
    assert sum(a == b for a, b in zip(found, counted, strict=True)) >= 130
