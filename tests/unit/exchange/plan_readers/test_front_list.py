"""The plan's own list of its parts at the front, and parts that are worded otherwise than there."""

from __future__ import annotations

import pytest

from builders.composed import composed
from builders.documents.blocks_made import table
from oneplan.document.schema import Element
from oneplan.exchange.plan_readers.blocks import Block, ListItem, Paragraph

_HEADERS = ["Action", "Lead", "By when"]


def _read(priority: str) -> list[Element]:
    blocks: list[Block] = [
        Paragraph("Clean towns"),
        ListItem("Keep every street swept.", marker="1."),
        Paragraph("Good sleep"),
        ListItem("Quieten the lorries.", marker="2."),
        Paragraph("Fresh air"),
        ListItem("Plant trees along the ring road.", marker="3."),
        Paragraph("PEOPLE IN THIS COUNTY LIVE IN CLEAN TOWNS."),
        Paragraph(f"Priority 1: {priority}"),
        table(_HEADERS, ["Sweep the square", "Warden", "March 2024"]),
        Paragraph("PEOPLE IN THIS COUNTY SLEEP WELL."),
        Paragraph("Priority 2: quieten the lorries."),
        table(_HEADERS, ["Close the lane at night", "Roads Lead", "May 2024"]),
        Paragraph("PEOPLE IN THIS COUNTY BREATHE FRESH AIR."),
        Paragraph("Priority 3: plant trees along the ring road."),
        table(_HEADERS, ["Grow limes", "Parks Lead", "June 2024"]),
    ]
    return list(composed(*blocks).elements)


@pytest.mark.parametrize(
    "priority",
    ["keep every street swept.", "keep each of our streets well swept.", "nobody drops litter."],
)
def test_a_part_is_known_by_its_number_where_it_is_worded_otherwise(priority: str) -> None:
    assert [each.title for each in _read(priority)] == ["Clean towns", "Good sleep", "Fresh air"]


def test_the_heading_itself_is_kept_where_the_front_list_has_a_shorter_name() -> None:
    (said, *_) = _read("keep every street swept.")[1].statements
    assert said.text == "PEOPLE IN THIS COUNTY SLEEP WELL"
