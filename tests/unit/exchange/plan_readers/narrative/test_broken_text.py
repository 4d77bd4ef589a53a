"""Lines cut by pages and columns, page furniture, glossaries, summaries."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oneplan.exchange.plan_readers.narrative import read_glossary
from oneplan.exchange.plan_readers.narrative.furniture import Furniture
from oneplan.exchange.plan_readers.narrative.glossary import looks_like_glossary, read_term
from oneplan.exchange.plan_readers.narrative.joining import text_continues
from unit.exchange.plan_readers.narrative.documents import (
    every,
    of_kind,
    plan_of,
    said,
    source_of,
    the,
)


@pytest.mark.parametrize(
    ("before", "after", "is_item", "joined"),
    [
        ("Rules for taking part will be rewritten and", "agreed with every school.", False, True),
        ("Help parents to find their way back to", "paid work", True, True),
        ("Mend the bridge", "paint the door", True, False),
        ("reduce noise and", "plant trees", True, False),
        ("The first item ends here.", "and so on", False, False),
        ("Guidance for moving schools (also from the", "nursery class).", False, True),
        ("Early help", "children are helped", False, False),
    ],
)
def test_a_text_goes_on_only_in_mid_sentence(
    before: str, after: str, is_item: bool, joined: bool
) -> None:
    assert text_continues(before, after, is_item) is joined


@pytest.mark.parametrize(
    "text",
    [
        "Page 3 of 20",
        "17",
        "www.example.gov.uk/plan",
        "Tel: 01632 960000",
        "INSERT PHOTO HERE",
        "--",
    ],
)
def test_page_furniture_is_set_aside(text: str) -> None:
    furniture = Furniture()
    assert furniture.takes(text, "", "")
    assert furniture.findings()[0].quotes == (text,)


@pytest.mark.parametrize(
    "text", ["Homes for all", "Year 6", "Photographs help memory", "Reach 40 schools"]
)
def test_words_of_the_plan_are_no_furniture(text: str) -> None:
    assert not Furniture().takes(text, "", "Why is this important?")


def test_a_running_head_is_kept_once() -> None:
    pages = "\n\n".join(
        f"Wessex Council | Housing\n\nThe estate at number {number} needs new roofs before the winter comes again."
        for number in range(6)
    )
    plan = plan_of(f"# Wessex Roofs Plan\n\n{pages}\n")
    held = plan.model_dump_json()
    assert held.count("needs new roofs") == 6
    assert held.count("Wessex Council | Housing") <= 2


def test_a_summary_and_the_detail_of_an_outcome_are_one_element() -> None:
    plan = plan_of(
        "Melbury Youth Plan 2030 to 2033\n\nOur Priorities\n\nEvery teenager can get home at night\n\n"
        "Our areas of focus are:\n\n- later buses;\n- lit paths;\n- taxi tokens.\n\n"
        "Outcome:\n\nevery teenager can get home at night\n\nOur areas of focus are:\n\n- later buses;\n- lit paths.\n\n"
        "Why is this important?\n\n- The last bus leaves at six.\n\nHow will success be measured?\n\n"
        "- Reduce walks of over a mile after dark from 300 in 2029 to 100 in 2032.\n"
    )
    (outcome,) = of_kind(plan, "outcome")
    assert [area.title for area in outcome.children] == ["later buses;", "lit paths."]
    assert len(outcome.measures) == 1
    summary = the(plan, "Our Priorities")
    (listed,) = summary.children
    assert (listed.kind, len(listed.children)) == ("section", 3)


def test_an_outcome_that_points_elsewhere_for_its_focus_says_so() -> None:
    plan = plan_of(
        "Melbury Plan 2030 to 2033\n\nOutcome:\n\nchildren sleep well\n\n"
        "- Our areas of focus are as set out in the Sleep Strategy\n\nWhy is this important?\n\n- Tired pupils learn less.\n"
    )
    (outcome,) = of_kind(plan, "outcome")
    (area,) = outcome.children
    assert area.kind == "focus_area"
    assert said(outcome, "evidence") == ["Tired pupils learn less."]


def test_glossaries_are_read_from_tables_and_lines() -> None:
    html = (
        "<html><body><table><tr><td>ABC</td><td>Area Board Council</td></tr><tr><td>DEF</td><td>Deaf Families</td></tr>"
        "<tr><td>GHI</td><td>Good Health Index</td></tr></table></body></html>"
    )
    (table,) = source_of(html).tables()
    assert looks_like_glossary(table)
    assert [term.term for term in read_glossary(table)] == ["ABC", "DEF", "GHI"]
    term = read_term("JSNA – Joint Strategic Needs Assessment")
    assert term is not None
    assert (term.term, term.meaning) == ("JSNA", "Joint Strategic Needs Assessment")


_PRINTABLE = st.characters(exclude_categories=("C",))
_LINES = st.sampled_from(
    [
        "Outcome:",
        "Priority 2: Air",
        "Our Priorities",
        "We said...",
        "We achieved...",
        "Why is this important?",
        "By March 2031 we will have:",
        "- £3m saved",
        "- plant trees and",
        "Membership: A, B and C",
        "a\tb\tc",
        "Outcome measures\tKey actions",
        "\tmore",
        "## Heading",
        "(open",
        "Vision",
        "1. recommends that:",
        "Glossary",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(_LINES, st.text(_PRINTABLE, max_size=40)), max_size=25))
def test_any_lines_in_any_order_are_read(lines: list[str]) -> None:
    plan = plan_of("Plan 2030\n\nIt is so.\n\n" + "\n\n".join(lines))
    assert plan.title
    assert all(element.title.strip() for element in every(plan))


def test_a_vision_below_where_to_read_more_is_no_page_furniture() -> None:
    plan = plan_of(
        "# Riverside plan 2030 to 2032\n\nFind out more online:\n\nwww.example.gov.uk/river\n\n"
        "**Our vision is for Riverside to be clean enough for otters and for every bather.**\n\n"
        "## Priority 1: Cleaner water\n\nWhat we will do:\n\n- mend the sewers\n"
    )
    assert [told.text for told in plan.statements if told.kind == "vision"] == [
        "Our vision is for Riverside to be clean enough for otters and for every bather."
    ]
