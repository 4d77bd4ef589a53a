from __future__ import annotations

import pytest

from oneplan.document.schema import Action, Element
from oneplan.exchange.plan_readers.blocks import Cell, Heading, Line, Paragraph, Row, Table
from oneplan.exchange.plan_readers.reading import read_plan
from oneplan.exchange.plan_readers.tables.headed_tables import with_actions_of_cards


def card(*pairs: tuple[str, str]) -> Table:
    return Table(
        tuple(
            Row(tuple(Cell((Line(text),), at) for at, text in enumerate(pair, 1))) for pair in pairs
        ),
        2,
    )


CARD = card(("Lead", "Rangers"), ("By when", "May 2031"), ("Success measure", "Twelve ponds"))


def test_the_heading_above_a_card_is_its_action() -> None:
    dig, fill = Heading("1.1 Dig ponds", 3), Heading("1.2 Fill ponds", 3)
    first, second = with_actions_of_cards([dig, CARD, fill, CARD])
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert [cell.text for cell in first.rows[0].cells] == ["Action", "1.1 Dig ponds"]
    assert second.rows[0].cells[1].text == "1.2 Fill ponds"
    assert second.rows[1:] == CARD.rows


@pytest.mark.parametrize(
    "blocks",
    [
        (Heading("Dig", 3), CARD),
        (Paragraph("Dig"), CARD, Paragraph("Fill"), CARD),
        (Heading("Dig", 3), card(("Action", "x"), ("Lead", "y"), ("When", "z"))) * 2,
        (Heading("Terms", 3), card(("CAMHS", "a service"), ("JSNA", "a review"))) * 2,
    ],
    ids=["one card", "no headings", "cards that name their action", "a glossary"],
)
def test_other_tables_are_left_alone(blocks: tuple[Heading | Paragraph | Table, ...]) -> None:
    assert with_actions_of_cards(blocks) == blocks


def _actions(parts: list[Element]) -> list[Action]:
    return [a for part in parts for a in (*part.actions, *_actions(part.children))]


def test_a_web_page_of_summary_lists_reads_to_its_actions() -> None:
    def summary(lead: str, when: str) -> str:
        return (
            f'<dl class="govuk-summary-list"><div><dt>Lead</dt><dd>{lead}</dd></div>'
            f"<div><dt>By when</dt><dd>{when}</dd></div></dl>"
        )

    page = (
        "<html><body><h1>Ponds plan 2031</h1><h2>Priority 1: Clean water</h2>"
        f"<h3>1.1 Dig a pond at every school</h3>{summary('Head of Parks', 'May 2031')}"
        f"<h3>1.2 Train forty wardens</h3>{summary('Rangers', 'June 2031')}</body></html>"
    )
    plan = read_plan(page.encode(), "plan.html").plan
    assert [part.title for part in plan.elements] == ["Clean water"]
    assert [(a.ref, a.text, a.leads, a.due and a.due.month) for a in _actions(plan.elements)] == [
        ("1.1", "Dig a pond at every school", ["Head of Parks"], "2031-05"),
        ("1.2", "Train forty wardens", ["Rangers"], "2031-06"),
    ]
