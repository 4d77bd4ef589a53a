from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from builders.any_observations import asked, written
from builders.scored import results_of, score_file
from oneplan.evidence.definitions import Break, Definition, Series
from oneplan.evidence.scoring.asked import Asked

YEARS = [f"{year}/{year % 100 + 1}" for year in range(2016, 2024)]
AREA = "E10000034"


def defined(*definitions: Definition) -> Asked:
    return replace(asked(), definitions={each.code: each for each in definitions})


def swimming(**said: object) -> Definition:
    plain = Definition("swims", "Children who can swim", "proportion", unit="%", polarity="high")
    return replace(plain, **said)  # type: ignore[arg-type]


def rising() -> pa.Table:
    return pa.table(
        {
            "indicator": ["swims"] * 8,
            "area": [AREA] * 8,
            "period": YEARS,
            "numerator": [float(100 + 50 * year) for year in range(8)],
            "denominator": [1000.0] * 8,
        }
    )


def test_no_trend_reaches_over_a_break(tmp_path: Path) -> None:
    broken = swimming(breaks=(Break(date(2021, 9, 1), "counted otherwise"),))
    academic = replace(broken, year_kind="academic")
    results = results_of(rising(), tmp_path, defined(academic))
    rules = [results["swims", AREA, year, ""]["trend_rule"] for year in YEARS]
    assert rules == [
        *["fewer_than_five_years"] * 4,
        "fingertips_counts",
        *["break_in_series"] * 3,
    ]


def test_areas_that_lie_too_close_together_are_ranked_and_not_banded(tmp_path: Path) -> None:
    results = results_of(rising(), tmp_path, defined(swimming(banded=False)))
    result = results["swims", AREA, YEARS[0], ""]
    assert (result["rank"], result["band"], result["band_rule"]) == (1, None, "not_banded")


def test_the_publishers_limits_are_kept_where_the_definition_says_so(tmp_path: Path) -> None:
    table = rising().append_column("value", pa.array([12.0] * 8))
    table = table.append_column("lower", pa.array([9.0] * 8))
    table = table.append_column("upper", pa.array([15.0] * 8))
    results = results_of(table, tmp_path, defined(swimming(method="published")))
    result = results["swims", AREA, YEARS[0], ""]
    assert (result["value"], result["lower"], result["method"]) == (12, 9, "published")
    results = results_of(table, tmp_path, defined(swimming()))
    assert results["swims", AREA, YEARS[0], ""]["method"] == "Wilson"


def test_counts_that_are_indicators_of_their_own_are_used(tmp_path: Path) -> None:
    lent = swimming(series=(Series("swims", "swimmers", "pupils"),))
    table = pa.table(
        {
            "indicator": ["swims", "swimmers", "pupils"] * 2,
            "area": [AREA] * 3 + ["E06000019"] * 3,
            "period": ["2023/24"] * 6,
            "value": [30.1, 301.0, 1000.0, None, 4.0, 90.0],
            "status": ["ok"] * 3 + ["suppressed", "ok", "ok"],
        }
    )
    results = results_of(table, tmp_path, defined(lent))
    result = results["swims", AREA, "2023/24", ""]
    assert (result["method"], round(result["lower"], 2)) == ("Wilson", 27.34)
    withheld = results["swims", "E06000019", "2023/24", ""]
    assert (withheld["value"], withheld["lower"], withheld["status"]) == (None, None, "suppressed")
    assert results["swimmers", AREA, "2023/24", ""]["value"] == 301


def test_a_share_is_scored_again_when_only_its_counts_have_changed(tmp_path: Path) -> None:
    lent = swimming(series=(Series("swims", "swimmers", "pupils"),))
    columns = {
        "indicator": ["swims", "swimmers", "pupils"],
        "area": [AREA] * 3,
        "period": ["2023/24"] * 3,
    }
    output = tmp_path / "results.parquet"
    for swimmers in (300.0, 310.0):
        table = pa.table({**columns, "value": [None, swimmers, 1000.0]})
        score_file(written(table, tmp_path / "file.parquet"), output, defined(lent))
        assert pq.read_table(output)["value"].to_pylist()[-1] == swimmers / 10
