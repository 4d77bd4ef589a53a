from __future__ import annotations

import csv
from functools import partial
from io import StringIO
from pathlib import Path

import pytest

from builders import data_files
from builders.typed_commands import Typed


@pytest.fixture
def observations(typed: Typed) -> Typed:
    return partial(typed, "observations")


@pytest.fixture
def clubs(tmp_path: Path) -> Path:
    path = tmp_path / "clubs_2024.csv"
    rows = [[*data_files.county(), "12", "c"], [*data_files.england(), "4000", "33.5"]]
    path.write_bytes(data_files.ees(["members", "pt_members"], rows))
    return path


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def test_a_file_comes_in_is_listed_and_shown(
    observations: Typed, clubs: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    status, out, err = observations("add", clubs, "--store", store)
    assert (status, err) == (0, "")
    assert "4 value cells, 4 observations of 2 indicators (ees)" in out
    (listed,) = rows_of(observations("list", "--store", store)[1])
    assert (listed["dataset"], listed["observations"]) == ("clubs", "4")
    status, out, _ = observations(
        "show", "--store", store, "--indicator", "clubs/pt_members", "--area", "E10000034"
    )
    (shown,) = rows_of(out)
    assert (status, shown["value"], shown["status"]) == (0, "", "suppressed")


def test_the_same_file_again_changes_nothing(
    observations: Typed, clubs: Path, tmp_path: Path
) -> None:
    observations("add", clubs, "--store", tmp_path / "store")
    status, out, _ = observations("add", clubs, "--store", tmp_path / "store")
    assert status == 0
    assert "held already" in out
    assert len(rows_of(observations("list", "--store", tmp_path / "store")[1])) == 1


def test_a_withdrawn_release_is_in_force_no_more(
    observations: Typed, clubs: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    observations("add", clubs, "--store", store)
    (listed,) = rows_of(observations("list", "--store", store)[1])
    status, out, _ = observations(
        "withdraw", listed["release"], "--store", store, "--reason", "wrong year"
    )
    assert status == 0
    assert "clubs_2024.csv" in out
    assert rows_of(observations("list", "--store", store)[1]) == []
    assert observations("show", "--store", store)[0] == 2


def test_nothing_was_known_before_the_first_release(
    observations: Typed, clubs: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    observations("add", clubs, "--store", store)
    status, out, _ = observations("list", "--store", store, "--on", "2001-01-01", "--indicators")
    assert (status, rows_of(out)) == (0, [])
    assert len(rows_of(observations("list", "--store", store, "--indicators")[1])) == 2


def test_an_error_in_the_data_is_told_with_its_row_and_ends_in_one(
    observations: Typed, tmp_path: Path
) -> None:
    path = tmp_path / "return.csv"
    path.write_bytes(
        data_files.csv_bytes(
            ["area", "period", "indicator", "value"],
            [["E07000237", "2024", "clubs", "4"], ["E07000237", "2024", "clubs", "5"]],
        )
    )
    status, out, err = observations("add", path, "--store", tmp_path / "store")
    assert status == 1
    assert "1 observations" in out
    assert "row 3" in err
    assert "two-values-for-one-observation" in err


def test_a_file_without_observations_says_why_beside_one_that_has_them(
    observations: Typed, clubs: Path, tmp_path: Path
) -> None:
    lookup = tmp_path / "lookup.csv"
    lookup.write_text("code,name\nE06000001,Hartlepool\n", encoding="utf-8")
    status, _, err = observations("add", clubs, lookup, "--store", tmp_path / "store")
    assert status == 1
    assert "lookup.csv: no observations." in err


@pytest.mark.parametrize(
    "words",
    [
        ("add", "absent.csv", "--store", "store"),
        ("list", "--store", "absent"),
        ("show", "--store", "absent"),
        ("withdraw", "abc", "--store", "absent", "--reason", "none"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    observations: Typed, words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = observations(*words)
    assert (status, out) == (2, "")
    assert err.startswith("oneplan: ")
    assert "Traceback" not in err
