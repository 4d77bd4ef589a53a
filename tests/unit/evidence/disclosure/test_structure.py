"""Ages, dimensions, blocks of tables and rules: what the equations are made of."""

from __future__ import annotations

from math import inf

import pytest

from oneplan.evidence.disclosure.ages import age_span, age_spans
from oneplan.evidence.disclosure.blocks import blocks_of
from oneplan.evidence.disclosure.counted import Structure
from oneplan.evidence.disclosure.dimension import dimension
from oneplan.evidence.disclosure.rule import SuppressionRule
from oneplan.evidence.disclosure.rule_file import UnreadableRule, read_rule


@pytest.mark.parametrize(
    ("label", "span"),
    [
        ("0 to 4", (0, 5)),
        ("Aged 5-9 years", (5, 10)),
        ("under 5", (0, 5)),
        ("<15 yrs", (0, 15)),
        ("16+", (16, inf)),
        ("16 and over", (16, inf)),
        ("over 15", (16, inf)),
        ("7", (7, 8)),
        ("up to 4", (0, 5)),
        ("Reception", None),
        ("9 to 5", None),
    ],
)
def test_a_band_of_ages_is_a_stretch_of_years(label: str, span: tuple[float, float] | None) -> None:
    assert age_span(label) == span


def test_bands_are_ages_only_where_all_of_them_are() -> None:
    assert age_spans(["0 to 4", "Reception"]) == {}


def test_overlapping_bands_are_cut_where_any_of_them_ends() -> None:
    made = dimension("age", ["0 to 4", "3 to 7"], Structure(), frozenset())
    assert made.groups == ("0 to 3", "3 to 5", "5 to 8")
    assert made.members == {"0 to 4": (0, 1), "3 to 7": (1, 2)}
    assert made.unlisted == (0, 1, 2)


def test_a_county_is_its_districts_and_what_no_district_holds() -> None:
    structure = Structure(parts={"area": {"Thornshire": ("Ashby", "Birch")}})
    made = dimension("area", ["Thornshire", "Ashby", "Birch"], structure, frozenset({"Thornshire"}))
    assert made.groups == ("Ashby", "Birch", "the rest of Thornshire")
    assert made.members["Thornshire"] == (0, 1, 2)
    assert made.unlisted == (2,)


def test_an_area_that_is_a_part_of_itself_is_refused() -> None:
    ring = b'name="a"\nsource="b"\nhide_under=5\n[parts.area]\nA=["B"]\nB=["A"]\n'
    with pytest.raises(UnreadableRule, match="part of itself"):
        read_rule(ring)


def test_tables_that_hang_together_as_a_tree_stay_apart() -> None:
    blocks = blocks_of(
        [frozenset({"area", "sex"}), frozenset({"area", "age"}), frozenset({"area"})]
    )
    assert blocks.dimensions == (("age", "area"), ("area", "sex"))
    assert [join.shared for join in blocks.joins] == [("area",)]


def test_three_tables_in_a_ring_are_one_block() -> None:
    ring = [frozenset(pair) for pair in ({"area", "sex"}, {"area", "age"}, {"age", "sex"})]
    assert blocks_of(ring).dimensions == (("age", "area", "sex"),)


@pytest.mark.parametrize(
    ("count", "shown", "low", "high"),
    [(7, 5, 5, 7), (8, 10, 8, 12), (0, 0, 0, 0), (12, 10, 8, 12), (13, 15, 13, 17)],
)
def test_a_rounded_count_tells_only_the_counts_that_round_to_it(
    count: int, shown: int, low: int, high: int
) -> None:
    rule = SuppressionRule("Rounded to five", "A made-up source", 5, round_to=5)
    assert rule.rounded(count) == shown
    assert rule.range_of_shown(count) == (low, high)


def test_who_knows_that_a_count_is_small_knows_no_more_than_that() -> None:
    assert SuppressionRule("Under six", "a", 6).range_of_small == (1, 5)
    assert SuppressionRule("Under six", "a", 6).range_of_others == (6, None)
    assert SuppressionRule("Under three", "a", 3).range_of_small == (1, None)


def test_a_rule_says_how_members_lie_in_each_other() -> None:
    read = read_rule(
        b"""
        name = "Under six"
        source = "A made-up source"
        hide_under = 6
        apart = ["period"]
        [parts.area]
        Thornshire = ["Ashby", "Birch"]
        [everyone]
        ward = ["Town"]
        """
    )
    assert read.structure.parts == {"area": {"Thornshire": ("Ashby", "Birch")}}
    assert read.structure.apart == {"period"}
    assert read.structure.everyone == {"ward": ("Town",)}
