"""Title, partnership, period, version and vision of the first pages."""

from __future__ import annotations

import pytest

from oneplan.document.schema import Period
from oneplan.exchange.plan_readers.narrative import read_front_matter
from oneplan.exchange.plan_readers.narrative.plan_period import read_plan_period, years_alone
from unit.exchange.plan_readers.narrative.documents import source_of, word_like


@pytest.mark.parametrize(
    ("title", "start", "end"),
    [
        ("Strategy April 2024 to March 2027", "2024-04", "2027-03"),
        ("Plan September – December 2025", "2025-09", "2025-12"),
        ("Plan 2023/24", "2023-04", "2024-03"),
        ("Plan 2023/24 to 2025/26", "2023-04", "2026-03"),
        ("Plan 2020-21", "2020-04", "2021-03"),
        ("Plan 2022 – 2025", "2022-01", "2025-12"),
        ("Plan 2022 to 2026", "2022-01", "2026-12"),
    ],
)
def test_the_title_gives_the_period(title: str, start: str, end: str) -> None:
    assert read_plan_period(title, []) == Period(start=start, end=end)


@pytest.mark.parametrize("title", ["Plan", "Plan 2025", "Plan 2027-2021", "Plan 1901 to 2020"])
def test_a_title_without_a_span_gives_no_period(title: str) -> None:
    assert read_plan_period(title, []) is None


def test_two_following_years_are_financial_where_the_plan_dates_its_figures_so() -> None:
    texts = ["It went up in 2018/19.", "It fell again in 2019/20."]
    assert read_plan_period("Plan 2019-2020", texts) == Period(start="2019-04", end="2020-03")
    assert read_plan_period("Plan 2019-2020", []) == Period(start="2019-01", end="2020-12")


def test_a_line_of_years_is_told_from_a_line_with_words() -> None:
    assert years_alone("2014 to 2017")
    assert years_alone("April 2024 – March 2026")
    assert not years_alone("2,014 people answered")


def test_the_years_below_a_title_belong_to_it() -> None:
    front = read_front_matter(
        source_of("Wessex\n\nWessex Carers Strategy\n\n2026 to 2029\n").blocks
    )
    assert front.title == "Wessex Carers Strategy 2026 to 2029"
    assert front.period == Period(start="2026-01", end="2029-12")


def test_a_date_that_runs_into_the_title_is_set_apart() -> None:
    front = read_front_matter(source_of("CABINET\n5 MAY 2031AIR QUALITY PLAN 2031-2034\n").blocks)
    assert front.title == "AIR QUALITY PLAN 2031-2034"


def test_an_action_plan_is_named_before_the_plan_that_it_carries_out() -> None:
    text = "Sherton Housing Plan 2018-2022\n\nSherton Housing Plan Action Plan 2019-2020.\n"
    assert (
        read_front_matter(source_of(text).blocks).title
        == "Sherton Housing Plan Action Plan 2019-2020"
    )


def test_without_a_title_the_file_gives_its_name() -> None:
    blocks = word_like(
        (("p", "It rained for most of the summer and the river rose above its banks twice."),)
    ).blocks
    assert read_front_matter(blocks, "flood_notes.docx").title == "flood notes"


@pytest.mark.parametrize(
    ("line", "version"),
    [("Version 1.9", "1.9"), ("VERSION: 3", "3"), ("Flood Plan v2.4", "2.4"), ("Consultation draft", "Consultation draft")],
)  # fmt: skip
def test_a_version_is_read(line: str, version: str) -> None:
    assert read_front_matter(source_of(f"Flood Plan\n\n{line}\n").blocks).version == version


def test_the_partnership_that_is_responsible_is_the_plans_own() -> None:
    text = (
        "# Overcombe Water Plan 2030-2034\n\nThe Rivers Forum advises farmers.\n\n"
        "The Overcombe Water Partnership (OWP) is responsible for delivering the plan and meets each quarter.\n"
    )
    assert read_front_matter(source_of(text).blocks).partnership == "Overcombe Water Partnership"


def test_a_vision_in_a_sentence_of_its_own_is_found() -> None:
    text = "# Overcombe Plan\n\nOur vision is for Overcombe to be a place where every river is fit to swim in.\n"
    vision = read_front_matter(source_of(text).blocks).vision
    assert vision is not None
    assert vision.kind == "vision"
