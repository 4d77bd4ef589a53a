from __future__ import annotations

from collections import Counter
from datetime import date
from importlib.resources import files

import pytest

from oneplan.evidence.catalogue import THEMES, load_catalogue, successors_of
from oneplan.evidence.definition_file import read_definitions
from oneplan.evidence.definitions import Definition, by_series_and_group, scale_of_unit
from oneplan.exchange.known import load_known

ALL = load_catalogue()
NAMED = pytest.mark.parametrize("definition", ALL, ids=[each.code for each in ALL])


def test_there_are_enough_indicators_of_every_theme() -> None:
    themes = Counter(definition.theme for definition in ALL)
    assert len(ALL) >= 60
    assert len(themes) == len(THEMES)
    assert min(themes.values()) >= 5


def test_every_file_reads_without_a_finding_and_is_listed() -> None:
    folder = files("oneplan.evidence.catalogue")
    assert {f"{theme}.toml" for theme in THEMES} == {
        file.name for file in folder.iterdir() if file.name.endswith(".toml")
    }
    for theme in THEMES:
        read = read_definitions(folder.joinpath(f"{theme}.toml").read_bytes(), theme)
        assert not read.findings
        assert {each.theme for each in read.definitions} == {theme.replace("_", " ")}


def test_codes_names_and_series_stand_once() -> None:
    assert len({definition.code for definition in ALL}) == len(ALL)
    assert len({definition.name for definition in ALL}) == len(ALL)
    claimed = [(series.code, series.group) for each in ALL for series in each.series]
    assert len(set(claimed)) == len(claimed) == len(by_series_and_group(ALL))


@NAMED
def test_nothing_that_a_reader_needs_is_left_open(definition: Definition) -> None:
    for said in (
        definition.kind,
        definition.unit,
        definition.polarity,
        definition.year_kind,
        definition.decimals,
        definition.numerator,
        definition.denominator,
        definition.source,
        definition.suppression,
        definition.suppress_below,
    ):
        assert said is not None


@NAMED
def test_shares_and_rates_say_what_they_are_multiplied_by(definition: Definition) -> None:
    if definition.kind in ("proportion", "rate", "standardised_rate"):
        assert definition.multiplier == scale_of_unit(definition.unit)
    else:
        assert definition.multiplier is None


@NAMED
def test_sentences_are_whole_and_codes_plain(definition: Definition) -> None:
    assert definition.code == definition.code.casefold().strip()
    assert set(definition.code) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    sentences = [definition.suppression, definition.caveat]
    sentences += [each.reason for each in definition.breaks]
    sentences += [each.caveat for each in definition.succeeds]
    assert all(sentence[-1] == "." for sentence in sentences if sentence)
    assert definition.name[-1] != "."


@NAMED
def test_breaks_are_in_order_and_not_in_the_future(definition: Definition) -> None:
    days = [each.on for each in definition.breaks]
    assert days == sorted(set(days))
    assert all(date(2008, 1, 1) <= day <= date(2026, 12, 31) for day in days)


def test_old_national_indicators_lead_to_those_of_today_with_a_caveat() -> None:
    (found,) = successors_of("ni72")
    assert found.code == "good-level-of-development"
    assert {each.code for each in successors_of("NI 70")} == {
        "injuries-under-15",
        "injuries-15-to-24",
    }
    assert successors_of("NI 999") == ()


def test_the_old_indicators_that_are_named_existed() -> None:
    known = load_known().indicators
    named = {each.code for definition in ALL for each in definition.succeeds}
    assert named <= known.keys()
    assert len(named) >= 50


def test_those_who_read_a_figure_in_the_data_find_its_definition() -> None:
    found = by_series_and_group(ALL)
    code = "cla_number_and_rate_per_10k_children/rate_per_10000"
    start = "population type=Children starting to be looked after each year"
    assert found[code, start].code == "entering-care"
    assert found["lait/LAC", ""].code == "children-in-care"
