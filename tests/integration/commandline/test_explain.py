from __future__ import annotations

from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from builders.typed_commands import Typed

KENT = "E10000016"


@pytest.fixture
def explain(typed: Typed) -> Typed:
    return partial(typed, "explain")


def row(
    indicator: str, period: str, value: float, group: str = "", **others: object
) -> dict[str, object]:
    return {
        "indicator": indicator,
        "area": KENT,
        "period": period,
        "group": group,
        "status": "ok",
        "value": value,
        "lower": None,
        "upper": None,
        "england_value": 30.0,
        "england_comparison": "not_tested",
        "england_rule": "no_interval",
        "rank": 100,
        "out_of": 150,
        "rank_rule": "lait_rank",
        "band": "C",
        "trend": None,
        "trend_rule": "no_interval",
        **others,
    }


@pytest.fixture
def results(tmp_path: Path) -> Path:
    path = tmp_path / "results.parquet"
    rows = [row("lait/phonics-of-nobody", "2024/25", 1.0)]
    rows += [
        row("lait/TotPerAbNew", f"{y}/{y - 1999}", v)
        for y, v in zip(range(2020, 2025), (12, 14, 17, 16, 15), strict=True)
    ]
    rows += [row("own", "2024/25", 5.0, f"sex={sex}") for sex in ("Male", "Female")]
    pq.write_table(pa.Table.from_pylist(rows), path)
    return path


def test_a_catalogued_indicator_is_explained_by_its_series(explain: Typed, results: Path) -> None:
    status, out, err = explain(results, "--indicator", "persistent-absence", "--area", "Kent")
    assert (status, err) == (0, "")
    assert out.splitlines()[0] == (
        "Pupils who are persistently absent: in 2024/25 Kent had 15.0% against England’s 30.0%; whether "
        "the difference is more than chance is not tested, because the source gives no counts to test it with."
    )
    assert len(out.splitlines()) == 3


def test_targets_in_a_plans_words_are_judged_by_the_results(explain: Typed, results: Path) -> None:
    common = (results, "--indicator", "persistent-absence", "--area", KENT)
    targets = (
        "--target",
        "reduce to 12% by 2026/27",
        "--target",
        "in line with England by 2024/25",
    )
    status, out, _ = explain(*common, *targets)
    assert status == 0
    lines = [line.partition(": ")[2] for line in out.splitlines()[3:]]
    assert lines[0].startswith("the target of at most 12% by 31 August 2027 is not due yet")
    assert "it needs a fall of 1.5 percentage points a year" in lines[2]
    assert "fewer than five comparable results are known" in lines[3]
    assert lines[4].startswith("the target to be in line with England by 31 August 2025 is met")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--indicator", "kites", "--area", "Kent"), "no results of kites for E10000016"),
        (("--indicator", "own", "--area", "Atlantis"), "no area 'Atlantis'"),
        (("--indicator", "own", "--area", "Kent"), "“sex=Female”; “sex=Male”"),
        (("--indicator", "own", "--area", "Kent", "--group", "age=9"), "no such group"),
        (
            ("--indicator", "persistent-absence", "--area", "Kent", "--target", "more kites"),
            "states no target",
        ),
    ],
)
def test_what_cannot_be_explained_is_said(
    explain: Typed, results: Path, words: tuple[str, ...], says: str
) -> None:
    status, out, err = explain(results, *words)
    assert (status, out) == (2, "")
    assert says in err
    assert len(err.splitlines()) == 1


def test_an_old_national_indicator_is_explained_by_what_came_after_it(
    explain: Typed, results: Path
) -> None:
    rows = [row("lait/LACStable_2016on", "2024/25", 11.0)]
    pq.write_table(pa.Table.from_pylist(rows), results)
    status, out, err = explain(results, "--indicator", "NI 62", "--area", "Kent")
    assert status == 0
    assert out.startswith("Children in care with three or more placements in the year: ")
    assert err.startswith("three-placements: The same question")
    status, _, err = explain(results, "--indicator", "ni70", "--area", "Kent")
    assert status == 2
    assert "Name one of injuries-under-15, injuries-15-to-24." in err


def test_a_group_is_named_where_there_are_several(explain: Typed, results: Path) -> None:
    status, out, _ = explain(results, "--indicator", "own", "--area", "Kent", "--group", "sex=Male")
    assert status == 0
    assert out.startswith("own: in 2024/25 Kent had 5")


@pytest.mark.parametrize("content", [b"", b"PAR1", b"area,period\n"])
def test_a_file_of_something_else_is_refused(
    explain: Typed, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "results.parquet"
    path.write_bytes(content)
    status, _, err = explain(path, "--indicator", "own", "--area", "Kent")
    assert status == 2
    assert "holds no results" in err


def test_help_gives_an_example(explain: Typed) -> None:
    status, out, _ = explain("--help")
    assert status == 0
    assert "Example" in out


@pytest.fixture
def of_districts(tmp_path: Path) -> Path:
    path = tmp_path / "districts.parquet"
    figures = {
        "E07000237": (12.0, 10.0, 14.0),
        "E10000034": (15.0, None, None),
        "E12000007": (13.0, None, None),
        "E07000236": (9.0, None, None),
        "E07000238": (11.0, None, None),
    }
    rows = [
        row("lait/TotPerAbNew", "2024/25", value, area=area, lower=lower, upper=upper)
        for area, (value, lower, upper) in figures.items()
    ]
    pq.write_table(pa.Table.from_pylist(rows), path)
    return path


@pytest.mark.parametrize(
    ("target", "says"),
    [
        (
            "in line with the county average by 2024/25",
            "is met; Worcester had 12.0% in 2024/25 and the county 15.0%",
        ),
        (
            "better than the London average by 2024/25",
            "is met; Worcester had 12.0% in 2024/25 and London 13.0%",
        ),
        (
            "better than the average of similar authorities by 2024/25",
            "is not met; Worcester had 12.0% in 2024/25 and the average of its peers 10.0%",
        ),
    ],
)
def test_a_target_may_name_the_county_london_or_peers(
    explain: Typed, of_districts: Path, target: str, says: str
) -> None:
    asked = ("--indicator", "persistent-absence", "--area", "Worcester", "--target", target)
    peers = ("--peer", "Redditch", "--peer", "Wychavon")
    status, out, _ = explain(of_districts, *asked, *peers)
    assert status == 0
    assert says in out.splitlines()[-1]


@pytest.mark.parametrize(
    ("area", "target", "says"),
    [
        (
            KENT,
            "in line with the county average by 2024/25",
            "because Kent is no district of a county",
        ),
        (
            KENT,
            "better than the London average by 2024/25",
            "because the results hold no figure of London",
        ),
        (
            KENT,
            "better than similar authorities by 2024/25",
            "because nobody has said who its peers are",
        ),
    ],
)
def test_why_there_is_nothing_to_compare_with_is_said(
    explain: Typed, results: Path, area: str, target: str, says: str
) -> None:
    asked = ("--indicator", "persistent-absence", "--area", area, "--target", target)
    status, out, _ = explain(results, *asked)
    assert status == 0
    assert says in out.splitlines()[-1]
