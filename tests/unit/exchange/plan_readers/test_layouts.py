"""The same plan in two hundred layouts reads to the same plan."""

from random import Random
from typing import Any

import pytest

from builders.composed import composed, placed_actions
from builders.layouts import Layout, in_layout_order, lay_out
from builders.plans import make_plan
from oneplan.document.schema import Action


def _said(path: tuple[str, ...], action: Action) -> dict[str, Any]:
    return {
        "path": path,
        "ref": action.ref,
        "due": action.due,
        "category": action.category,
        "leads": action.leads,
        "partners": action.partners,
        "strategies": action.strategies,
        "groups": action.groups,
        "funding": [(known.amount, known.currency) for known in action.funding],
        "steps": [step.text for step in action.steps],
        "measures": [measure.text for measure in action.measures],
    }


@pytest.mark.parametrize("tens", range(20))
def test_a_plan_reads_alike_in_every_layout(tens: int) -> None:
    differing: dict[str, int] = {}
    compared = 0
    for seed in range(tens * 10, tens * 10 + 10):
        plan = in_layout_order(make_plan(seed))
        read = composed(*lay_out(plan, Layout.drawn(Random(seed))))
        wanted = [_said(path, action) for path, action in placed_actions(plan.elements)]
        found = [_said(path, action) for path, action in placed_actions(read.elements)]
        assert [action["ref"] for action in found] == [action["ref"] for action in wanted]
        for expected, got in zip(wanted, found, strict=True):
            for name, value in expected.items():
                compared += 1
                if got[name] != value:
                    differing[name] = differing.get(name, 0) + 1
    assert sum(differing.values()) <= compared * 0.01, differing
