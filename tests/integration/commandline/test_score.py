from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from builders.scored import by_key
from builders.typed_commands import Typed

Command = Callable[..., tuple[int, str]]
Results = dict[tuple[str, str, str, str], dict[str, Any]]

INDICATORS = """
[[indicator]]
code = "library-visits"
name = "Children who visit a library"
kind = "proportion"
unit = "%"
polarity = "high"
year_kind = "financial"

[[indicator]]
code = "falls"
name = "Falls from ladders"
kind = "rate"
multiplier = 1000
polarity = "low"
year_kind = "calendar"
"""


@pytest.fixture
def score(typed: Typed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """Runs ``oneplan score`` in an empty folder; gives the exit status and what went wrong."""
    monkeypatch.chdir(tmp_path)

    def command(*words: str | Path) -> tuple[int, str]:
        said = typed("score", *words)
        return said.status, said.err

    return command


@pytest.fixture
def definitions(tmp_path: Path) -> Path:
    file = tmp_path / "indicators.toml"
    file.write_text(INDICATORS, encoding="utf-8")
    return file


def written(folder: Path, **columns: object) -> Path:
    file = folder / "observations.parquet"
    pq.write_table(pa.table(columns), file)
    return file


def results(file: Path) -> Results:
    return by_key(pq.read_table(file))


def test_a_tidy_file_with_counts_is_scored(
    score: Command, definitions: Path, tmp_path: Path
) -> None:
    file = written(
        tmp_path,
        indicator=["library-visits"] * 3,
        area=["E92000001", "E10000034", "E06000019"],
        period=["2023/24"] * 3,
        numerator=[5_000, 90, 30],
        denominator=[10_000, 100, 100],
    )
    status, said = score(
        "--observations", file, "--indicators", definitions, "-o", "results.parquet"
    )
    assert status == 0
    assert "results.parquet: 1 indicators, 1 of them scored now." in said
    found = results(tmp_path / "results.parquet")
    county = found["library-visits", "E10000034", "2023/24", ""]
    assert (county["value"], county["method"], county["status"]) == (90, "Wilson", "ok")
    assert (county["england_value"], county["england_comparison"]) == (50, "better")
    assert (county["england_gap"], county["rank"], county["out_of"]) == (40, 1, 2)
    assert county["ranked_among"] == "upper-tier authorities"
    assert found["library-visits", "E06000019", "2023/24", ""]["england_comparison"] == "worse"
    england = found["library-visits", "E92000001", "2023/24", ""]
    assert (england["england_rule"], england["rank"]) == ("itself", None)


def test_only_the_keys_are_needed(score: Command, tmp_path: Path) -> None:
    file = written(tmp_path, indicator=["x"], area=["E10000034"], period=["2023"])
    assert score("--observations", file, "-o", "r.parquet")[0] == 0
    (only,) = results(tmp_path / "r.parquet").values()
    assert (only["status"], only["value"]) == ("not_available", None)
    assert only["england_comparison"] == "not_tested"


def test_a_value_without_counts_or_limits_is_not_tested(score: Command, tmp_path: Path) -> None:
    file = written(
        tmp_path,
        indicator=["x", "x"],
        area=["E92000001", "E10000034"],
        period=["2023", "2023"],
        value=[10.0, 10.0],
    )
    assert score("--observations", file, "-o", "r.parquet")[0] == 0
    county = results(tmp_path / "r.parquet")["x", "E10000034", "2023", ""]
    assert (county["method"], county["england_gap"]) == ("value only", 0)
    assert (county["england_comparison"], county["england_rule"]) == ("not_tested", "no_interval")


def test_odd_types_are_taken_for_what_they_are(
    score: Command, definitions: Path, tmp_path: Path
) -> None:
    file = written(
        tmp_path,
        indicator=pa.array(["falls", "falls"]).dictionary_encode(),
        area=pa.array(["E06000019", "E10000034"]).dictionary_encode(),
        period=pa.array([date(2024, 3, 31)] * 2),
        group=pa.array([None, None], pa.string()),
        numerator=pa.array([12, 0], pa.int16()),
        denominator=pa.array(["4000", "5000"]),
        status=pa.array([None, "OK "]),
        note=["", ""],
    )
    status, _ = score("--observations", file, "--indicators", definitions, "-o", "r.parquet")
    assert status == 0
    found = results(tmp_path / "r.parquet")
    assert found["falls", "E06000019", "2024-03-31", ""]["value"] == 3
    assert found["falls", "E10000034", "2024-03-31", ""]["method"] == "Exact"


def test_whole_numbers_may_be_periods_and_values(score: Command, tmp_path: Path) -> None:
    file = written(
        tmp_path, indicator=["x"], area=["E10000034"], period=[2023], value=pa.array([7])
    )
    assert score("--observations", file, "-o", "r.parquet")[0] == 0
    assert results(tmp_path / "r.parquet")["x", "E10000034", "2023", ""]["value"] == 7


def test_five_years_in_a_row_make_a_trend(
    score: Command, definitions: Path, tmp_path: Path
) -> None:
    years = [f"{year}/{year % 100 + 1}" for year in range(2017, 2024)]
    file = written(
        tmp_path,
        indicator=["library-visits"] * 7,
        area=["E10000034"] * 7,
        period=years,
        numerator=[100, 150, 200, 250, 300, 350, 400],
        denominator=[1000] * 7,
    )
    assert score("--observations", file, "--indicators", definitions, "-o", "r.parquet")[0] == 0
    found = results(tmp_path / "r.parquet")
    last = found["library-visits", "E10000034", "2023/24", ""]
    assert (last["trend"], last["trend_significant"]) == ("increasing", True)
    first = found["library-visits", "E10000034", "2020/21", ""]
    assert (first["trend"], first["trend_rule"]) == (None, "fewer_than_five_years")


def test_labels_that_name_no_period_have_no_trend_and_are_told(
    score: Command, tmp_path: Path
) -> None:
    file = written(tmp_path, indicator=["x"], area=["E10000034"], period=["wave three"])
    status, said = score("--observations", file, "-o", "r.parquet")
    assert status == 0
    assert "No period is known by the name of wave three: no trends there." in said


def test_what_is_asked_for_only_is_there_only(score: Command, tmp_path: Path) -> None:
    file = written(tmp_path, indicator=["x"], area=["E10000034"], period=["2023"], value=[1.0])
    assert score("--observations", file, "-o", "r.parquet", "--only", "england,rank")[0] == 0
    columns = pq.read_schema(tmp_path / "r.parquet").names
    assert "england_comparison" in columns
    assert "rank" in columns
    assert not [name for name in columns if name.startswith(("neighbours", "trend", "region"))]


def test_published_neighbours_are_compared_with(
    score: Command, definitions: Path, tmp_path: Path
) -> None:
    areas = ["E10000034", "E10000013", "E06000066"]
    file = written(
        tmp_path,
        indicator=["library-visits"] * 3,
        area=areas,
        period=["2023/24"] * 3,
        numerator=[500, 300, 200],
        denominator=[1000, 1000, 1000],
    )
    asked = ("--observations", file, "--indicators", definitions, "-o", "r.parquet")
    assert score(*asked, "--neighbours", "dfe-2025")[0] == 0
    county = results(tmp_path / "r.parquet")["library-visits", "E10000034", "2023/24", ""]
    assert (county["neighbours_value"], county["neighbours_count"]) == (25, 2)
    assert (county["neighbours_comparison"], county["neighbours_rule"]) == ("better", "double_95")
    assert (county["neighbours_model"], county["neighbours_as_of"]) == ("dfe-2025", "2025-05")
    status, said = score(*asked, "--neighbours", "dfe-1999")
    assert status == 2
    assert "neither a model nor a file" in said


def test_what_stands_twice_is_scored_once_and_what_disagrees_has_no_value(
    score: Command, tmp_path: Path
) -> None:
    worcestershire, kent = "E10000034", "E10000016"
    file = written(
        tmp_path,
        indicator=["x", "x", "x", "x", "y", "y", "z"],
        area=[worcestershire, worcestershire, kent, kent, kent, kent, kent],
        period=["2023"] * 7,
        value=[4.0, 4.0, 5.0, 6.0, 7.0, None, 1.0],
        numerator=[None, 8.0, None, None, None, 3.0, None],
    )
    status, said = score("--observations", file, "-o", "r.parquet")
    assert status == 1
    assert "1 observations have rows that say different things" in said
    assert "x, E10000016, 2023" in said
    found = {
        (code, area): (row["value"], row["status"])
        for (code, area, _, _), row in results(tmp_path / "r.parquet").items()
    }
    assert found == {
        ("x", worcestershire): (4.0, "ok"),
        ("x", kent): (None, "not_available"),
        ("y", kent): (7.0, "ok"),
        ("z", kent): (1.0, "ok"),
    }


def test_rows_that_agree_are_told_and_no_error(score: Command, tmp_path: Path) -> None:
    file = written(
        tmp_path, indicator=["x"] * 2, area=["E10000034"] * 2, period=["2023"] * 2, value=[4.0] * 2
    )
    status, said = score("--observations", file, "-o", "r.parquet")
    assert status == 0
    assert "1 rows say again what stands already" in said
    assert len(results(tmp_path / "r.parquet")) == 1


BAD: tuple[tuple[dict[str, object], str], ...] = (
    ({"indicator": ["x"], "period": ["2023"]}, "has no column area"),
    ({"indicator": ["x"], "area": [None], "period": ["2023"]}, "1 observations"),
    (
        {"indicator": ["x"], "area": ["E10000034"], "period": ["2023"], "value": ["c"]},
        "holds 'c', which is no number",
    ),
    (
        {"indicator": ["x"], "area": ["E10000034"], "period": ["2023"], "value": [True]},
        "not numbers",
    ),
    (
        {"indicator": ["x"], "area": ["E10000034"], "period": ["2023"], "status": ["secret"]},
        "has a status 'secret'",
    ),
    ({"indicator": pa.array([], pa.string()), "area": [], "period": []}, "no observations"),
)


@pytest.mark.parametrize(("columns", "said"), BAD)
def test_a_file_that_cannot_be_scored_is_one_sentence(
    score: Command, tmp_path: Path, columns: dict[str, object], said: str
) -> None:
    status, told = score("--observations", written(tmp_path, **columns), "-o", "r.parquet")
    assert status == 2
    assert said in told
    assert "Traceback" not in told
    assert not (tmp_path / "r.parquet").exists()


def test_files_that_are_missing_cut_off_or_no_parquet_are_one_sentence(
    score: Command, tmp_path: Path
) -> None:
    whole = written(tmp_path, indicator=["x"], area=["E10000034"], period=["2023"])
    broken = tmp_path / "broken.parquet"
    broken.write_bytes(whole.read_bytes()[:-20])
    (tmp_path / "words.parquet").write_text("words", encoding="utf-8")
    torn = bytearray(whole.read_bytes())
    torn[8:40] = bytes(32)
    (tmp_path / "torn.parquet").write_bytes(torn)
    for name, said in (
        ("torn.parquet", "The engine gave up"),
        ("missing.parquet", "There is no file"),
        ("broken.parquet", "cannot be read as Parquet"),
        ("words.parquet", "cannot be read as Parquet"),
    ):
        status, told = score("--observations", tmp_path / name, "-o", "r.parquet")
        assert (status, said in told, "Traceback" in told) == (2, True, False), told
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_what_is_asked_wrongly_is_one_sentence(score: Command, tmp_path: Path) -> None:
    file = written(tmp_path, indicator=["x"], area=["E10000034"], period=["2023"])
    (tmp_path / "folder").mkdir()
    for words, said in (
        ((), "Either a store or a file"),
        (("--observations", file, "--store", tmp_path), "Either a store or a file"),
        (("--store", tmp_path / "nowhere"), "There is no store"),
        (("--observations", file, "--only", "luck"), "There is no part 'luck'"),
        (("--observations", file, "--master", "local"), "Add --engine spark"),
        (("--observations", file, "--indicators", tmp_path / "none.toml"), "There is no file"),
    ):
        status, told = score(*words, "-o", "r.parquet")
        assert (status, said in told) == (2, True), told
    for output, said in (("folder", "is a folder"), ("no/r.parquet", "cannot be written")):
        status, told = score("--observations", file, "-o", output)
        assert (status, said in told) == (2, True), told
    status, told = score("--observations", file, "-o", file)
    assert (status, "the observations themselves" in told) == (2, True), told
    assert pq.read_table(file).num_rows == 1
