"""Kinds of overlap, each by itself: releases, areas within areas, rates of published bases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from math import inf

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders.attacker import Attacker
from builders.counted import cell, page
from builders.county import UNDER_FIVE
from oneplan.evidence.disclosure.clearing import clear_together
from oneplan.evidence.disclosure.counted import CountedTable

Members = Mapping[str, Sequence[str]]
SEXES = ("Boys", "Girls")
DISTRICTS = ("Ashby", "Birch", "Copse", "Dale", "Elm")
COUNTIES = {"North": DISTRICTS[:2], "South": DISTRICTS[2:]}
WITHIN: Members = {**{one: (one,) for one in DISTRICTS}, **COUNTIES, "Region": DISTRICTS}


class Onlooker:
    """Somebody who notes what is shown, and which sums are withheld."""

    def __init__(self, attacker: Attacker) -> None:
        self._attacker = attacker
        self.withheld: list[np.ndarray] = []

    def sees(self, members: Members, shown: int | None, release: str = "") -> None:
        """A count, or the sign in its place."""
        sum_ = self._attacker.people(members, release)
        if shown is None:
            self.withheld.append(sum_)
        self._attacker.learns(sum_, *((1, inf) if shown is None else (shown, shown)))

    def narrows(self) -> int:
        """How many of the withheld counts can be told to fewer than four values."""
        return sum(len(self._attacker.values(sum_)) < 4 for sum_ in self.withheld)


@pytest.mark.parametrize("releases", [("first", "late"), ("z", "a")])
def test_late_returns_do_not_tell_first_ones_whatever_the_releases_are_called(
    releases: tuple[str, str],
) -> None:
    first, late = releases
    before = page("Before", cell(4, area="Ashby"), cell(30, area="Birch"), release=first)
    after = page("After", cell(5, area="Ashby"), cell(33, area="Birch"), cell(38), release=late)
    attacker = Attacker({"area": ["Ashby", "Birch"]}, releases)
    attacker.knows_that_returns_only_add(first, late)
    onlooker = Onlooker(attacker)
    for cleared in clear_together([after, before], UNDER_FIVE):
        for one in cleared.table:
            members = {name: [member] for name, member in one.key}
            onlooker.sees(members, one.count, cleared.table.release)
    assert onlooker.withheld
    assert onlooker.narrows() == 0


@given(st.lists(st.integers(0, 9), min_size=10, max_size=10))
@settings(max_examples=15, deadline=None)
def test_districts_counties_and_a_region_protect_each_other(counts: list[int]) -> None:
    people = dict(zip(product(DISTRICTS, SEXES), counts, strict=True))

    def areas(title: str, names: Sequence[str], sexes: Sequence[str]) -> CountedTable:
        cells = []
        for area, sex in product(names, sexes):
            of = [sex] if sex else SEXES
            count = sum(people[one] for one in product(WITHIN[area], of))
            cells.append(cell(count, area=area, **({"sex": sex} if sex else {})))
        return page(title, *cells, Region=("North", "South"), **COUNTIES)

    pages = [
        areas("Districts", DISTRICTS, [""]),
        areas("Boys", DISTRICTS, ["Boys"]),
        areas("Counties", ["North", "South"], ["", *SEXES]),
        areas("Region", ["Region"], ["", "Girls"]),
    ]
    onlooker = Onlooker(Attacker({"area": DISTRICTS, "sex": SEXES}))
    for cleared in clear_together(pages, UNDER_FIVE):
        assert not cleared.findings
        for one in cleared.table:
            members = {n: WITHIN[m] if n == "area" else [m] for n, m in one.key}
            onlooker.sees(members, one.count)
    assert onlooker.narrows() == 0


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 12)), min_size=6, max_size=6),
    st.booleans(),
)
@settings(max_examples=15, deadline=None)
def test_rates_with_published_bases_do_not_reveal_what_was_counted(
    counts: list[tuple[int, int]], bases_on_a_page: bool
) -> None:
    areas = DISTRICTS[:3]
    people = dict(zip(product(areas, SEXES), counts, strict=True))
    rates, bases = [], []
    for area, sex in product(("", *areas), ("", *SEXES)):
        inside = [
            people[one] for one in product([area] if area else areas, [sex] if sex else SEXES)
        ]
        members, others = (sum(group) for group in zip(*inside, strict=True))
        named = {name: one for name, one in (("area", area), ("sex", sex)) if one}
        rates.append(cell(members, members + others, **named))
        bases.append(cell(members + others, **named))
    pages = [page("Members of clubs", *rates)]
    if bases_on_a_page:
        pages.append(page("Children", *bases))
    shown, *of_bases = clear_together(pages, UNDER_FIVE)
    onlooker = Onlooker(Attacker({"area": areas, "sex": SEXES, "club": ["yes", "no"]}))
    for one in shown.table:
        members = {name: [member] for name, member in one.key}
        rate = one.share(1_000.0)
        worked_back = one.count if rate is None or not one.base else round(rate * one.base / 1_000)
        onlooker.sees({**members, "club": ["yes"]}, worked_back)
        onlooker.sees(members, one.base)
    for one in (one for cleared in of_bases for one in cleared.table):
        onlooker.sees({name: [member] for name, member in one.key}, one.count)
    assert onlooker.narrows() == 0
