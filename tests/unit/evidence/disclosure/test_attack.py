"""An attacker who sees everything published cannot tell a withheld count to fewer than four values."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders.attacker import Attacker
from builders.county import (
    AXES,
    MEMBERS,
    UNDER_FIVE,
    County,
    attacker_of,
    published_in_turn,
)
from oneplan.evidence.disclosure.clearing import Clearance, clear_together
from oneplan.evidence.disclosure.counted import Key
from oneplan.evidence.disclosure.findings import in_words


@cache
def _published(seed: int) -> list[Clearance]:
    return clear_together(County(seed).set_of_pages(), UNDER_FIVE)


def _narrowed(county: County, clearances: Sequence[Clearance]) -> list[tuple[str, Key]]:
    attacker, withheld = attacker_of(county, clearances)
    assert len(withheld) > 5
    return [(title, key) for title, key, sum_ in withheld if len(attacker.values(sum_)) < 4]


@pytest.mark.parametrize("seed", range(1, 9))
def test_a_set_of_overlapping_pages_and_releases_leaves_four_values_to_every_withheld_count(
    seed: int,
) -> None:
    clearances = _published(seed)
    assert not any(clearance.findings for clearance in clearances)
    assert all(clearance.publication for clearance in clearances)
    assert _narrowed(County(seed), clearances) == []


@pytest.mark.parametrize("seed", [3, 5])
def test_pages_that_come_one_after_another_leave_four_values_too(seed: int) -> None:
    county = County(seed)
    boys, _, _, pooled, by_sex, by_need, _ = county.pages()
    assert _narrowed(county, published_in_turn([boys, pooled, by_sex, by_need])) == []


def test_a_page_that_would_narrow_what_was_withheld_before_is_held_back() -> None:
    boys, _, _, pooled, by_sex, by_need, _ = County(5).pages()
    *before, last = published_in_turn([boys, pooled, by_sex, by_need])
    assert all(clearance.publication for clearance in before)
    assert last.publication is None
    assert all(cell.is_withheld for cell in last.table)
    assert {finding.rule for finding in last.findings} == {"table-held-back"}
    together = clear_together([boys, pooled, by_sex, by_need], UNDER_FIVE)
    assert all(clearance.publication for clearance in together)


def test_a_count_that_earlier_pages_gave_away_before_it_was_asked_for_is_told() -> None:
    county = County(9)
    _, _, _, pooled, _, by_need, district = county.pages()
    clearances = published_in_turn([district, by_need, pooled])
    narrowed = _narrowed(county, clearances)
    told = [finding.where for clearance in clearances for finding in clearance.findings]
    assert told == [in_words(key) for _, key in narrowed] != []
    attacker, _ = attacker_of(county, clearances[:2])
    for _, key in narrowed:
        members = {name: MEMBERS[name][member] for name, member in key}
        assert len(attacker.values(attacker.people(members, "first"))) < 4


def test_children_who_are_in_no_table_but_in_a_difference_are_not_given_away() -> None:
    county = County(1)
    clearances = clear_together(county.pages()[:2], UNDER_FIVE)
    attacker, _ = attacker_of(county, clearances)
    for area in ("Ashby", "Birch", "Copse", "Dale"):
        for year in ("2022", "2023", "2024"):
            key = (("area", area), ("sex", "Girls"), ("year", year))
            if 0 < county.count("first", key) < 5:
                girls = attacker.people({"area": [area], "sex": ["Girls"], "year": [year]}, "first")
                assert len(attacker.values(girls)) >= 4


def test_without_secondary_suppression_the_attacker_succeeds() -> None:
    attacker, withheld = attacker_of(County(1), _published(1), only_small_withheld=True)
    assert any(len(attacker.values(sum_)) == 1 for _, _, sum_ in withheld)


def test_tables_looked_at_each_by_itself_are_given_back() -> None:
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
@settings(max_examples=5, deadline=None)
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
