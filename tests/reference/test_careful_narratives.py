"""The machine's reading of narrative plans beside a careful person's: four plans of other shapes.

The person's readings are the examples: sentences retold, titles, names, figures and sums as printed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

import pytest

from builders.shared import SEEDS, WITHOUT_SEEDS
from oneplan.document.files import from_yaml
from oneplan.document.lint.facts import PlanFacts
from oneplan.document.schema import Element, Measure, StatementKind
from oneplan.examples import example_plans
from oneplan.exchange.plan_readers.reading import read_plan

Facts = Callable[[PlanFacts], Iterable[Hashable]]

_PRINTED = {
    "worcestershire-2014-17": "000_*.txt",
    "worcestershire-2022-24": "001_*.txt",
    "worcestershire-2017-21-cabinet-report": "002_*.txt",
    "herefordshire-headlines-1-9": "004_*.txt",
}
_TOLD_APART: tuple[StatementKind, ...] = (
    "value",
    "activity",
    "success",
    "said",
    "achieved",
    "recommendation",
    "scrutiny",
)


@dataclass(frozen=True, slots=True)
class Readings:
    """One plan read twice."""

    machine: PlanFacts
    hand: PlanFacts


def _readings(name: str) -> Readings:
    if SEEDS is None:
        pytest.skip(WITHOUT_SEEDS)
    printed = next(SEEDS.glob(_PRINTED[name]))
    (example,) = [file for file in example_plans() if file.name == f"{name}.yaml"]
    return Readings(
        machine=PlanFacts(read_plan(printed.read_bytes(), printed.name).plan),
        hand=PlanFacts(from_yaml(example.read_bytes())),
    )


@pytest.fixture(scope="module")
def everything() -> list[Readings]:
    return [_readings(name) for name in _PRINTED]


@pytest.fixture(params=list(_PRINTED), scope="module")
def readings(request: pytest.FixtureRequest) -> Readings:
    return _readings(request.param)


def _title(element: Element) -> str:
    return element.title.casefold().strip(" .;…")


def _agreement(facts: Facts, plans: Iterable[Readings]) -> float:
    """How many in 100 facts are right: one found wrong, missed or invented counts once."""
    right = all_told = 0
    for plan in plans:
        machine, hand = Counter(facts(plan.machine)), Counter(facts(plan.hand))
        right += (machine & hand).total()
        all_told += max(machine.total(), hand.total())
    return 100 * right / all_told


def test_outcomes_priorities_and_partnerships_stand_in_the_same_order(readings: Readings) -> None:
    machine, hand = (
        [
            (placed.element.kind, _title(placed.element))
            for placed in facts.elements
            if placed.element.kind not in ("section", "focus_area")
        ]
        for facts in (readings.machine, readings.hand)
    )
    assert machine == hand


def test_each_element_has_as_many_areas_of_focus(readings: Readings) -> None:
    machine, hand = (
        Counter(
            _title(placed.path[-1])
            for placed in facts.elements
            if placed.element.kind == "focus_area"
        )
        for facts in (readings.machine, readings.hand)
    )
    assert machine == hand


def test_members_are_the_same_bodies_in_the_same_order(readings: Readings) -> None:
    machine, hand = (
        [placed.element.members for placed in facts.elements if placed.element.members]
        for facts in (readings.machine, readings.hand)
    )
    assert machine == hand


def test_statements_have_the_same_roles_in_the_same_elements(readings: Readings) -> None:
    machine, hand = (
        Counter(
            (placed.statement.kind, _title(placed.path[-1]) if placed.path else "")
            for placed in facts.statements
            if placed.statement.kind in _TOLD_APART
        )
        for facts in (readings.machine, readings.hand)
    )
    assert machine == hand


def test_commitments_have_the_same_dates_and_sums(readings: Readings) -> None:
    machine, hand = (
        [
            (
                action.due and (action.due.month, action.due.period),
                [(part.amount, part.currency, part.kind) for part in action.funding],
            )
            for action in (placed.action for placed in facts.actions)
        ]
        for facts in (readings.machine, readings.hand)
    )
    assert machine == hand


def test_title_page_and_version_are_read(readings: Readings) -> None:
    machine, hand = readings.machine.plan, readings.hand.plan
    assert machine.title.casefold() in hand.title.casefold()
    assert (machine.partnership, machine.period, machine.version) == (
        hand.partnership,
        hand.period,
        hand.version,
    )


def _measures(about: Callable[[Measure], Iterable[Hashable]]) -> Facts:
    def found(facts: PlanFacts) -> Iterable[Hashable]:
        return [
            (_title(placed.path[-1]), fact)
            for placed in facts.measures
            for fact in about(placed.measure)
        ]

    return found


def _baselines(measure: Measure) -> Iterable[Hashable]:
    return [(part.value, part.period, part.to_be_set) for part in measure.baselines]


def _targets(measure: Measure) -> Iterable[Hashable]:
    return [
        (part.value, part.relation, part.comparator, part.period, part.year_kind, part.to_be_set)
        for part in measure.targets
    ]


def _direction_and_kind(measure: Measure) -> Iterable[Hashable]:
    return [(measure.kind, measure.direction)]


def test_at_least_97_in_100_measures_and_baselines_are_right(everything: list[Readings]) -> None:
    assert _agreement(_measures(lambda _: ["a measure"]), everything) >= 97
    assert _agreement(_measures(_baselines), everything) >= 97


def test_at_least_97_in_100_targets_are_right(everything: list[Readings]) -> None:
    assert _agreement(_measures(_targets), everything) >= 97


def test_at_least_97_in_100_measures_are_of_the_right_kind_and_direction(
    everything: list[Readings],
) -> None:
    assert _agreement(_measures(_direction_and_kind), everything) >= 97


def test_actions_stand_under_the_element_that_they_serve(everything: list[Readings]) -> None:
    def places(facts: PlanFacts) -> Iterable[Hashable]:
        return [_title(placed.path[-1]) for placed in facts.actions]

    assert _agreement(places, everything) >= 99


def test_at_least_97_in_100_statements_of_any_kind_stand_in_the_right_place(
    everything: list[Readings],
) -> None:
    def statements(facts: PlanFacts) -> Iterable[Hashable]:
        return [
            (placed.statement.kind, _title(placed.path[-1]) if placed.path else "")
            for placed in facts.statements
        ]

    assert _agreement(statements, everything) >= 97
