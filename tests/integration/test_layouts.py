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
WRITERS = {"docx": write_docx, "xlsx": write_xlsx, "html": write_html, "pdf": write_pdf}


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


def _pages(random: Random) -> Written:
    """The pages of the PDF: where they end depends on their shape, the type size and the header."""
    return Written(
        landscape=random.random() < 0.8,
        text_size=random.choice((7.5, 8.0, 9.0, 10.0)),
        rows_break=random.random() < 0.8,
        running_header=random.choice(("", "Partnership plan")),
        bold_headings=random.random() < 0.2,
    )


@pytest.mark.parametrize("seed", range(LAYOUTS))
def test_a_plan_reads_the_same_from_any_layout_and_format(seed: int) -> None:
    plan = in_layout_order(make_plan(seed))
    blocks = lay_out(plan, Layout.drawn(Random(seed)))
    pages = _pages(Random(f"pages of {seed}"))
    for name, write in WRITERS.items():
        written = write(blocks, pages) if name == "pdf" else write(blocks)
        reading = read_plan(written, f"plan.{name}")
        assert _content(reading.plan) == _content(plan), name
