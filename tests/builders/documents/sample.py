"""A short plan of invented text as blocks, with everything that layouts differ in."""

from __future__ import annotations

from builders.documents.blocks_made import table
from oneplan.exchange.plan_readers.blocks import (
    Block,
    Cell,
    Heading,
    Line,
    ListItem,
    Paragraph,
    Row,
    Table,
)

HEADER = ("What we will do", "By when", "How we will know", "Money", "Partners and lead")


def sample_blocks() -> list[Block]:
    """Headings, prose, lists and two tables, one of them with merged cells."""
    return [
        Heading("Ponds and Woods Plan", 1),
        Paragraph(
            "The valley's ponds have silted up and its woods have been left to bramble for twenty "
            "years; this plan says who will clear, plant and look after them, and how everybody "
            "will see whether it worked."
        ),
        Heading("Priority 1: ponds that hold water", 2),
        Paragraph("What we want to see", bold=True),
        ListItem("More ponds that hold water all summer (VP12)."),
        ListItem("Fewer ponds lost to silt, litter and invasive plants."),
        Heading("Actions", 3),
        actions(),
        Paragraph("Progress is looked at each quarter by the valley board."),
        partners(),
    ]


def actions() -> Table:
    """A table of actions with lists, a category row and a cell of several lines."""
    return table(
        HEADER,
        (
            "VP 1.0 Clear silt from the twelve largest ponds.",
            "March 2031",
            ["•Ponds cleared rise from 3 in 2029 to 12 in 2031.", "•No pond is cleared in spring."],
            "£18,500",
            ["Wildlife Trust, Parish Councils", "Reserves Manager"],
        ),
        (Cell((Line("Actions for schools"),), 1, spans=5), "", "", "", "")[:1],
        (
            ["VP 1.1 Teach pond dipping by:", "•training ten leaders;", "•lending nets."],
            "July 2030",
            "Schools that dip: 40% to 65%.",
            "",
            ["Schools, Wildlife Trust", "Education Officer"],
        ),
    )


def partners() -> Table:
    """A table whose first column holds a cell that covers two rows."""
    rows = [
        ("Group", "Body", "Task"),
        ("Ponds", "Wildlife Trust", "Surveys each pond"),
        ("", "Parish Councils", "Mow the banks"),
        ("Woods", "Forest School", "Plants and coppices"),
    ]
    made = table(*rows)
    covered = Cell((), 1, covered=True)
    third = Row((covered, *made.rows[2].cells[1:]))
    return Table((*made.rows[:2], third, made.rows[3]), made.columns)
