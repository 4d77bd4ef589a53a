"""The catalogue beside the published files: its series are there, and are what it says."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pyarrow.compute as pc
import pytest

from builders.shared import DATA, WITHOUT_DATA
from oneplan.evidence.catalogue import load_catalogue
from oneplan.evidence.definitions import Definition
from oneplan.exchange.data_readers.data_files import read_observations
from oneplan.exchange.data_readers.lait_dictionary import read_dictionary

pytestmark = pytest.mark.skipif(DATA is None, reason=WITHOUT_DATA)

FILES = (
    "dfe_ees/EYFSP_APS_GLD_ELG_underlying_data_2013_2018.csv",
    "dfe_ees/absence_la.csv",
    "dfe_ees/c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv",
    "dfe_ees/cla_number_and_rate_per_10k_children.csv",
    "dfe_ees/d3_cpps_subsequent_plan_2013_to_2025.csv",
    "dfe_ees/ks2_la.csv",
    "dfe_ees/ks4_la.csv",
    "dfe_ees/la_cla_placement_stability.csv",
    "dfe_neet/UD_NEETNK_LA_dashboard_2025.csv",
    "ons_els/children-in-relative-poverty.csv",
    "ons_els/early-years.csv",
    "ons_els/pupils-at-expected-standards-by-end-of-primary-school.csv",
)
OTHERS = ("lait", "fingertips")

OUR_OWN_JUDGEMENT = {"missing-from-care": "the dictionary judges neither way"}
"""Where the catalogue says which way is good and the dictionary of the source does not."""


@cache
def series_in_files() -> frozenset[tuple[str, str]]:
    assert DATA is not None
    found: set[tuple[str, str]] = set()
    for name in FILES:
        path = DATA / name
        companion = path.with_name(f"{path.stem}.meta.csv")
        beside = {companion.name: companion.read_bytes()} if companion.exists() else {}
        observations = read_observations(path.read_bytes(), path.name, beside).observations
        codes, groups = (
            observations[column].cast("string").combine_chunks()
            for column in ("indicator", "group")
        )
        pairs = pc.unique(pc.binary_join_element_wise(codes, groups, "\x1f")).to_pylist()
        found |= {(pair.partition("\x1f")[0], pair.partition("\x1f")[2]) for pair in pairs}
    return frozenset(found)


@cache
def lait_measures() -> dict[str, Definition]:
    assert DATA is not None
    path = DATA / "dfe_lait" / "lait_data_dictionary.csv"
    dictionary = read_dictionary(path.read_bytes(), path.name)
    assert dictionary is not None
    return dictionary.measures


def of_lait() -> list[tuple[Definition, Definition]]:
    return [
        (definition, lait_measures()[series.code])
        for definition in load_catalogue()
        for series in definition.series
        if series.format == "lait"
    ]


def test_the_series_and_their_counts_are_in_the_published_files() -> None:
    for definition in load_catalogue():
        for series in definition.series:
            if series.format in OTHERS:
                continue
            for code in (series.code, series.numerator, series.denominator):
                assert code is None or (code, series.group) in series_in_files(), definition.code


def test_every_measure_of_the_interactive_tool_is_in_its_dictionary() -> None:
    assert len(of_lait()) > 90


def test_which_way_is_good_is_what_the_dictionary_says() -> None:
    differing = {
        ours.code
        for ours, theirs in of_lait()
        if theirs.polarity is not None and ours.polarity != theirs.polarity
    }
    assert differing == OUR_OWN_JUDGEMENT.keys()


def test_the_kind_of_year_is_what_the_dictionary_says() -> None:
    differing = {
        (ours.code, ours.year_kind, theirs.year_kind)
        for ours, theirs in of_lait()
        if theirs.year_kind is not None and ours.year_kind != theirs.year_kind
    }
    assert differing == set()


def test_the_group_of_the_fingertips_file_is_the_one_that_is_named() -> None:
    assert DATA is not None
    path: Path = DATA / "fingertips" / "la_hospital_admissions_2324.csv"
    observations = read_observations(path.read_bytes(), path.name).observations
    (series,) = (
        series
        for definition in load_catalogue()
        for series in definition.series
        if series.code == "fingertips/90284"
    )
    assert series.group in pc.unique(observations["group"].cast("string")).to_pylist()
