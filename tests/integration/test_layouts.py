"""The same plan, typed by many officers in many ways, reads to the same plan document."""

from __future__ import annotations

from random import Random

import pytest

from builders.documents.excel import write_xlsx
from builders.documents.layout import Layout as Written
from builders.documents.pdf import write_pdf
from builders.documents.web import write_html
from builders.documents.word import write_docx
from builders.layouts import Layout, in_layout_order, lay_out
from builders.plans import make_plan
from oneplan.document.schema import Action, Element, PlanDocument
from oneplan.exchange.plan_readers.reading import read_plan

LAYOUTS = 200
WHOLE_ROWS = Written(rows_break=False)
"""Rows that a page cuts in two are the layout's own; Typst also cuts before the action's name."""
WRITERS = {"docx": write_docx, "xlsx": write_xlsx, "html": write_html, "pdf": write_pdf}
"""Setting a PDF takes a second: every tenth layout is one."""
PDF_EVERY = 10


def _action(action: Action) -> dict[str, object]:
    figures = [
        (
            measure.text.rstrip("."),
            [(baseline.value, baseline.period) for baseline in measure.baselines],
            [(target.value, target.period) for target in measure.targets],
        )
        for measure in action.measures
    ]
    return {
        "ref": action.ref,
        "text": action.text.rstrip("."),
        "steps": [(step.text, step.month) for step in action.steps],
        "due": action.due and action.due.month,
        "category": action.category,
        "leads": action.leads,
        "partners": action.partners,
        "strategies": action.strategies,
        "groups": action.groups,
        "funding": [funding.amount for funding in action.funding],
        "measures": figures,
    }


def _element(element: Element) -> dict[str, object]:
    return {
        "title": element.title,
        "label": element.label,
        "code": element.code,
        "indicators": [(indicator.code, indicator.name) for indicator in element.indicators],
        "measures": [measure.text.rstrip(".") for measure in element.measures],
        "actions": [_action(action) for action in element.actions],
        "children": [_element(child) for child in element.children],
    }


def _content(plan: PlanDocument) -> dict[str, object]:
    return {"title": plan.title, "elements": [_element(element) for element in plan.elements]}


@pytest.mark.parametrize("seed", range(LAYOUTS))
def test_a_plan_reads_the_same_from_any_layout_and_format(seed: int) -> None:
    plan = in_layout_order(make_plan(seed))
    blocks = lay_out(plan, Layout.drawn(Random(seed)))
    formats = [name for name in WRITERS if name != "pdf" or seed % PDF_EVERY == 0]
    for name in formats:
        reading = read_plan(WRITERS[name](blocks, WHOLE_ROWS), f"plan.{name}")
        assert _content(reading.plan) == _content(plan), name
