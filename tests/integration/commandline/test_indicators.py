from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from builders.typed_commands import Typed
from oneplan.evidence.catalogue import load_catalogue


@pytest.fixture
def indicators(typed: Typed) -> Typed:
    return partial(typed, "indicators")


def test_all_indicators_are_listed_by_theme(indicators: Typed) -> None:
    status, out, err = indicators()
    assert (status, err) == (0, "")
    assert "Youth justice\n  first-time-entrants " in out
    assert sum(line.startswith("  ") for line in out.splitlines()) == len(load_catalogue())


def test_one_is_explained_with_its_series_and_breaks(indicators: Typed) -> None:
    status, out, _ = indicators("persistent-absence")
    assert status == 0
    assert out.startswith("persistent-absence – Pupils who are persistently absent\n")
    assert "lait/TotPerAbNew" in out
    assert "Break        1 September 2015: " in out


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("NI 70", ["injuries-under-15", "injuries-15-to-24"]),
        ("ni70", ["injuries-under-15", "injuries-15-to-24"]),
        ("obese", ["obesity-reception", "obesity-year-6", "excess-weight-reception"]),
        ("lait/ReReferral", ["repeat-referrals"]),
        ("custody children", ["sentenced-to-custody"]),
    ],
)
def test_old_codes_series_and_words_find_it(
    indicators: Typed, words: str, codes: list[str]
) -> None:
    status, out, _ = indicators(words)
    assert status == 0
    assert all(code in out for code in codes)


def test_a_slip_in_the_code_is_answered_with_the_nearest(indicators: Typed) -> None:
    status, out, err = indicators("persistant-absense")
    assert (status, out) == (2, "")
    assert "Did you mean persistent-absence?" in err


def test_ones_own_definitions_are_checked(indicators: Typed, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        '[[indicator]]\ncode = "kites"\nname = "Kites flown"\nkind = "count"\n', encoding="utf-8"
    )
    status, out, err = indicators("--file", own)
    assert (status, out) == (0, "  kites  Kites flown\n")
    assert "1 indicators, nothing wrong" not in err
    assert "1 indicator, nothing wrong" in err
    with own.open("a", encoding="utf-8") as file:
        file.write('polarity = "up"\n')
    status, out, err = indicators("kites", "--file", own)
    assert status == 1
    assert "must be one of high, low, none" in err
    assert "own.toml:5: " in err


def test_a_file_that_holds_none_is_refused(indicators: Typed, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("kites = [", encoding="utf-8")
    status, _, err = indicators("--file", own)
    assert status == 2
    assert "not TOML" in err
