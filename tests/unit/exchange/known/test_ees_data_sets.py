"""Data sets of the department, known by their titles where they have the columns."""

from __future__ import annotations

import pytest

from oneplan.evidence.catalogue import load_catalogue
from oneplan.exchange.known.ees_data_sets import TITLES, known_data_set


def columns_of(name: str) -> list[str]:
    codes = [
        code
        for definition in load_catalogue()
        for series in definition.series
        for code in (series.code, series.numerator, series.denominator)
        if code and code.startswith(f"{name}/")
    ]
    return sorted({code.partition("/")[2].upper() for code in codes})


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Absence by geographic level, full year", "absence_la"),
        ("Key stage 2 attainment by region and local authority", "ks2_la"),
        ("KS4 performance - local authority data", "ks4_la"),
        ("CLA number and rate per 10,000 children", "cla_number_and_rate_per_10k_children"),
        ("Placement stability of children in care", "la_cla_placement_stability"),
        ("C1 Referrals and re-referrals", "c1_children_in_need_referrals_and_rereferrals"),
        ("D3 Second or subsequent child protection plans", "d3_cpps_subsequent_plan"),
        ("NEET and not known: LA scorecard", "ud_neetnk_la_dashboard"),
    ],
)
def test_a_title_with_the_columns_is_known(title: str, name: str) -> None:
    assert known_data_set(title, [*columns_of(name), "another"]) == name
    assert known_data_set(title, columns_of(name)[1:]) is None


@pytest.mark.parametrize(
    "title",
    [
        "Absence by local authority, autumn term",
        "Absence in pupil referral units by local authority",
        "Suspensions by local authority",
    ],
)
def test_figures_of_a_part_or_of_something_else_are_not(title: str) -> None:
    assert known_data_set(title, columns_of("absence_la")) is None


def test_every_name_is_one_that_the_catalogue_reads() -> None:
    assert all(columns_of(name) for name in TITLES)
