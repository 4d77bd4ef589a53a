"""An attacker who sees everything published cannot tell a withheld count to fewer than four values."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders.attacker import Attacker
from builders.county import AXES, County, attacker_of, published_in_turn
from oneplan.evidence.disclosure.clearing import Clearance
from oneplan.evidence.disclosure.findings import in_words


@cache
def _published(seed: int) -> list[Clearance]:
    return published_in_turn(County(seed).pages())


@pytest.mark.parametrize("seed", [1, 3])
def test_pages_of_overlapping_tables_and_releases_leave_four_values_to_every_withheld_count(
    seed: int,
) -> None:
    county = County(seed)
    clearances = _published(seed)
    attacker, withheld = attacker_of(county, clearances)
    assert not any(clearance.findings for clearance in clearances)
    assert len(withheld) > 20
    narrowed = [(title, key) for title, key, sum_ in withheld if len(attacker.values(sum_)) < 4]
    assert narrowed == []


def test_what_earlier_pages_gave_away_before_anyone_withheld_it_is_told_count_by_count() -> None:
    county = County(9)
    clearances = published_in_turn(county.pages()[::-1])
    attacker, withheld = attacker_of(county, clearances)
    told = {finding.where for clearance in clearances for finding in clearance.findings}
    narrowed = {in_words(key) for _, key, sum_ in withheld if len(attacker.values(sum_)) < 4}
    assert narrowed
    assert narrowed <= told


def test_children_who_are_in_no_table_but_in_a_difference_are_not_given_away() -> None:
    county = County(1)
    clearances = _published(1)[:2]
    attacker, _ = attacker_of(county, clearances)
    for area in ("Ashby", "Birch", "Copse", "Dale"):
        for year in ("2022", "2023", "2024"):
            key = (("area", area), ("sex", "Girls"), ("year", year))
            if 0 < county.count("first", key) < 5:
                girls = attacker.people({"area": [area], "sex": ["Girls"], "year": [year]}, "first")
                assert len(attacker.values(girls)) >= 4


def test_without_secondary_suppression_the_attacker_succeeds() -> None:
    county = County(1)
    clearances = _published(1)
    attacker, withheld = attacker_of(county, clearances, only_small_withheld=True)
    assert any(len(attacker.values(sum_)) == 1 for _, _, sum_ in withheld)


def test_a_table_looked_at_without_the_earlier_ones_is_given_back() -> None:
    county = County(1)
    alone = [published_in_turn([table])[0] for table in county.pages()]
    attacker, withheld = attacker_of(county, alone)
    assert any(len(attacker.values(sum_)) < 4 for _, _, sum_ in withheld)


def test_the_attacker_finds_a_count_that_is_left_over() -> None:
    attacker = Attacker({"sex": ["Boys", "Girls"]})
    attacker.learns(attacker.people({}), 10, 10)
    attacker.learns(attacker.people({"sex": ["Boys"]}), 8, 8)
    assert attacker.values(attacker.people({"sex": ["Girls"]})) == {2}


@given(st.integers(0, 10_000), st.permutations(range(4)))
@settings(max_examples=6, deadline=None)
def test_linked_tables_in_any_order_leave_four_values_or_say_which_they_could_not(
    seed: int, order: list[int]
) -> None:
    county = County(seed, size=1.0)
    year = ["2024"]
    areas, sexes, needs = (AXES[name] for name in ("area", "sex", "need"))
    pages = [
        county.table("By sex", "first", area=areas, sex=sexes, year=year),
        county.table("By need", "first", area=areas, need=needs, year=year),
        county.table("Sex and need", "first", sex=sexes, need=needs, year=year),
        county.table("Late, by need", "late", area=areas, need=needs, year=year),
    ]
    clearances = published_in_turn([pages[place] for place in order])
    attacker, withheld = attacker_of(county, clearances)
    told = {finding.where for clearance in clearances for finding in clearance.findings}
    narrowed = {in_words(key) for _, key, sum_ in withheld if len(attacker.values(sum_)) < 4}
    assert narrowed <= told
