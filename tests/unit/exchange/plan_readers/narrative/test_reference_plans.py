"""The narrative plans among the reference plans, counted by hand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from builders.shared import SEEDS, WITHOUT_SEEDS
from oneplan.document.schema import PlanDocument
from oneplan.exchange.plan_readers.narrative import read_narrative
from oneplan.exchange.plan_readers.source import read_source
from unit.exchange.plan_readers.narrative.documents import every, of_kind, said, the

pytestmark = pytest.mark.skipif(SEEDS is None, reason=WITHOUT_SEEDS)


def _read(number: str) -> PlanDocument:
    (path,) = Path(SEEDS or "").glob(f"{number}_*")
    return read_narrative(read_source(path.read_bytes(), path.name))


def _statements(plan: PlanDocument) -> Counter[str]:
    kinds = Counter(statement.kind for statement in plan.statements)
    for element in every(plan):
        kinds.update(statement.kind for statement in element.statements)
    return Counter(dict(kinds))


def test_a_plan_of_outcomes() -> None:
    plan = _read("000")
    outcomes = of_kind(plan, "outcome")
    assert len(outcomes) == 7
    assert sum(len(outcome.measures) for outcome in outcomes) == 32
    assert sum(len(outcome.children) for outcome in outcomes) == 18
    assert sum(len(listed.children) for listed in the(plan, "Our Priorities").children) == 19
    kinds = _statements(plan)
    assert [kinds[kind] for kind in ("evidence", "activity", "success")] == [39, 42, 31]
    assert [kinds[kind] for kind in ("said", "achieved")] == [5, 28]


def test_a_plan_of_partnerships() -> None:
    plan = _read("001")
    partnerships = of_kind(plan, "partnership")
    assert [len(body.members) for body in partnerships] == [21, 6, 13, 20]
    overview = [element for element in plan.elements if element.kind == "outcome"]
    assert sum(len(element.measures) for element in overview) == 16
    send = [partnerships[2], *partnerships[2].children]
    assert sum(len(element.measures) for element in send) == 41
    assert sum(len(element.actions) for element in every(plan)) == 70


def test_a_report_with_a_logic_model() -> None:
    plan = _read("002")
    assert [len(of_kind(plan, kind)) for kind in ("outcome", "priority")] == [4, 11]
    kinds = _statements(plan)
    assert [kinds[kind] for kind in ("activity", "recommendation", "scrutiny")] == [8, 4, 8]
    assert sum(len(element.measures) for element in every(plan)) == 9
    assert len(said(plan, "vision")) == 1


def test_headlines_with_commitments_and_money() -> None:
    plan = _read("004")
    priorities = of_kind(plan, "priority")
    assert [len(priority.actions) for priority in priorities] == [3, 7, 6, 7, 6, 6]
    sums = [
        money.kind for each in priorities for action in each.actions for money in action.funding
    ]
    assert len(sums) == 8
    assert {"reconfigured", "invested", "saved", "avoided", "returned"} <= set(sums)
    assert plan.version == "1.9"
    assert plan.partnership == "Herefordshire Children and Young People's Partnership"
