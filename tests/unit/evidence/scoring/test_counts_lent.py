from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest

from builders.any_observations import asked
from builders.scored import Result, results_of
from oneplan.evidence.definitions import Definition, Series

SHARE = Definition(
    "clubs/percent",
    "Members of clubs",
    "proportion",
    "%",
    100,
    decimals=1,
    series=(Series("clubs/percent", "clubs/members", "clubs/pupils"),),
)


def share_of(
    folder: Path, value: float | None, members: float, pupils: float, status: str = "ok"
) -> Result:
    """The result of a share of which the counts stand as indicators of their own."""
    figures = {"clubs/percent": value, "clubs/members": members, "clubs/pupils": pupils}
    rows = [
        {
            "indicator": code,
            "area": "E06000001",
            "period": "2019/20",
            "group": "",
            "value": figure,
            "status": status if code == SHARE.code else "ok",
        }
        for code, figure in figures.items()
    ]
    wanted = replace(asked(), definitions={SHARE.code: SHARE})
    found = results_of(pa.Table.from_pylist(rows), folder, wanted)
    return found[SHARE.code, "E06000001", "2019/20", ""]


def test_counts_are_lent_to_the_share_that_they_give(tmp_path: Path) -> None:
    result = share_of(tmp_path, 33.3, 100, 300)
    assert (result["method"], result["value"]) == ("Wilson", pytest.approx(100 / 3))
    assert result["lower"] < 33.3 < result["upper"]


def test_rounded_counts_that_give_another_share_are_not_lent(tmp_path: Path) -> None:
    result = share_of(tmp_path, 79.5, 40, 40)
    assert (result["method"], result["value"], result["lower"]) == ("value only", 79.5, None)


def test_what_is_withheld_borrows_nothing(tmp_path: Path) -> None:
    result = share_of(tmp_path, None, 3, 30, "suppressed")
    assert (result["status"], result["value"], result["lower"]) == ("suppressed", None, None)
