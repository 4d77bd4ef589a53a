"""A query's rows are a table that the readers know, whatever time and level they are about."""

from __future__ import annotations

import pytest

from builders.interfaces import DATA_SET
from builders.published_server import Asked, Reply, in_json, serving
from oneplan.exchange.connectors.ees_query import queried
from oneplan.exchange.connectors.refusals import FetchFailed
from oneplan.exchange.connectors.transport import Transport
from oneplan.exchange.data_readers.data_files import read_observations

META: dict[str, object] = {
    "filters": [],
    "indicators": [{"id": "m3m", "column": "members"}],
    "locations": [
        {"level": {"code": level}, "options": [{"id": f"id-{level}", "label": "x", "code": code}]}
        for level, code in (
            ("NAT", "E92000001"),
            ("REG", "E12000005"),
            ("LA", "E10000034"),
            ("LAD", "E07000237"),
            ("PCON", "E14001614"),
            ("PFA", "E23000016"),
        )
    ],
}


def read(code: str = "AY", period: str = "2023/2024", level: str = "LA") -> list[dict[str, object]]:
    def answers(_: Asked) -> Reply:
        result = {
            "timePeriod": {"code": code, "period": period},
            "geographicLevel": level,
            "locations": {"NAT": "id-NAT", level: f"id-{level}"},
            "filters": {},
            "values": {"m3m": "7"},
        }
        return in_json({"paging": {"page": 1, "totalPages": 1}, "results": [result]})

    with serving(answers) as server:
        data = queried(Transport(server.url), f"data-sets/{DATA_SET}", META, ["E10000034"], "1.0")
    found: list[dict[str, object]] = read_observations(data, "clubs.csv").observations.to_pylist()
    return found


SPLIT = ["AY", "FY", "TY", "T1", "T2", "T3", "T1T2", "P1", "P2"]
SPLIT += [f"{year}Q{number}" for year in ("AY", "FY", "TY") for number in (1, 4)]
WHOLE = ["CY", "RY", "CYQ1", "CYQ4", "W1", "W52", "M1", "M12"]


@pytest.mark.parametrize(
    ("code", "period"), [(c, "2023/2024") for c in SPLIT] + [(c, "2023") for c in WHOLE]
)
def test_every_time_of_the_interface_is_a_period(code: str, period: str) -> None:
    (row,) = read(code, period)
    assert row["value"] == 7
    assert row["period_kind"] != "unstated"


@pytest.mark.parametrize(
    ("level", "area"),
    [
        ("NAT", "E92000001"),
        ("REG", "E12000005"),
        ("LA", "E10000034"),
        ("LAD", "E07000237"),
        ("PCON", "E14001614"),
        ("PFA", "E23000016"),
    ],
)
def test_every_level_has_its_area(level: str, area: str) -> None:
    assert [row["area"] for row in read(level=level)] == [area]


def test_areas_that_the_data_set_does_not_have_are_refused() -> None:
    with serving(lambda _: in_json({"paging": {"totalPages": 0}, "results": []})) as server:
        transport = Transport(server.url)
        with pytest.raises(FetchFailed, match="nothing about these areas"):
            queried(transport, "data-sets/a", META, ["E10000034"], None)
