from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyarrow as pa
import pytest

from oneplan.evidence.definitions import Definition
from oneplan.evidence.observations.known import held_indicators, known_observations
from oneplan.evidence.observations.manifest import Origin, UnusableStore, end_of_day
from oneplan.evidence.observations.schema import NotObservations
from oneplan.evidence.observations.store import Store

MONDAY = datetime(2026, 3, 2, 12, tzinfo=UTC)
ORIGIN = Origin(file="a.csv", file_digest="0", dataset="clubs", format="tidy", reader="test")
CLUBS = (Definition("clubs", "Members of clubs"),)


def observed(values: dict[str, float | None], indicator: str = "clubs") -> pa.Table:
    """One observation a year, of one area."""
    return pa.table(
        {
            "indicator": [indicator] * len(values),
            "area": ["E07000237"] * len(values),
            "period": list(values),
            "period_start": [datetime(int(year), 1, 1).date() for year in values],  # noqa: DTZ001
            "period_end": [datetime(int(year), 12, 31).date() for year in values],  # noqa: DTZ001
            "value": pa.array(values.values(), pa.float64()),
            "status": ["suppressed" if value is None else "ok" for value in values.values()],
        }
    )


def known(store: Store, on: datetime | None = None) -> dict[str, float | None]:
    table = known_observations(store, on=on)
    return {row["period"]: row["value"] for row in table.to_pylist()} if table else {}


def test_what_is_added_is_known_and_the_latest_has_the_last_word(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    store.add(observed({"2023": 4, "2024": None}), CLUBS, ORIGIN, MONDAY)
    store.add(observed({"2024": 6, "2025": 7}), CLUBS, ORIGIN, MONDAY + timedelta(days=1))
    assert known(store) == {"2023": 4, "2024": 6, "2025": 7}


def test_what_was_known_on_a_day_stays_known(tmp_path: Path) -> None:
    store = Store(tmp_path)
    first, _ = store.add(observed({"2023": 4}), CLUBS, ORIGIN, MONDAY)
    store.add(observed({"2023": 5}), CLUBS, ORIGIN, MONDAY + timedelta(days=2))
    store.withdraw(first.id[:8], "wrong file", MONDAY + timedelta(days=4))
    assert known(store, end_of_day(MONDAY - timedelta(days=1))) == {}
    assert known(store, end_of_day(MONDAY)) == {"2023": 4}
    assert known(store) == {"2023": 5}


def test_a_withdrawn_release_is_known_no_more_and_what_stood_before_is(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.add(observed({"2023": 4}), CLUBS, ORIGIN, MONDAY)
    second, _ = store.add(observed({"2023": 5}), CLUBS, ORIGIN, MONDAY)
    store.withdraw(second.id, "a slip", MONDAY)
    assert known(store) == {"2023": 4}


def test_a_withdrawn_release_can_be_added_again(tmp_path: Path) -> None:
    store = Store(tmp_path)
    release, _ = store.add(observed({"2023": 4}), CLUBS, ORIGIN, MONDAY)
    store.withdraw(release.id, "a slip", MONDAY)
    again, new = store.add(observed({"2023": 4}), CLUBS, ORIGIN, MONDAY)
    assert new
    assert again.id == release.id
    assert known(store) == {"2023": 4}


def test_the_same_observations_are_the_same_release_in_whatever_order(tmp_path: Path) -> None:
    store = Store(tmp_path)
    forth, _ = store.add(observed({"2023": 4, "2024": 5}), CLUBS, ORIGIN, MONDAY)
    back, new = store.add(observed({"2024": 5, "2023": 4}), CLUBS, ORIGIN, MONDAY)
    assert (forth.id, new) == (back.id, False)
    assert len(store.manifest().events) == 1


def test_what_is_more_final_has_the_last_word_within_a_release(tmp_path: Path) -> None:
    store = Store(tmp_path)
    both = pa.concat_tables([observed({"2023": 4}), observed({"2023": 5})])
    both = both.append_column("revision", pa.array(["final", "provisional"]))
    store.add(both, CLUBS, ORIGIN, MONDAY)
    assert known(store) == {"2023": 4}


def test_only_the_indicators_and_areas_asked_for_are_given(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.add(observed({"2023": 4}), CLUBS, ORIGIN, MONDAY)
    store.add(observed({"2023": 9}, "choirs"), CLUBS, ORIGIN, MONDAY)
    choirs = known_observations(store, indicators=["choirs"])
    assert choirs is not None
    assert choirs["value"].to_pylist() == [9.0]
    elsewhere = known_observations(store, areas=["E92000001"])
    assert elsewhere is not None
    assert elsewhere.num_rows == 0
    assert [held.indicator for held in held_indicators(store)] == ["choirs", "clubs"]


def test_not_a_number_and_infinity_come_in_as_nothing(tmp_path: Path) -> None:
    table = observed({"2023": 4}).append_column("lower", pa.array([float("nan")]))
    table = table.append_column("upper", pa.array([float("inf")]))
    store = Store(tmp_path)
    store.add(table, CLUBS, ORIGIN, MONDAY)
    held = known_observations(store)
    assert held is not None
    assert held["lower"].to_pylist() == held["upper"].to_pylist() == [None]


@pytest.mark.parametrize(
    "table",
    [
        observed({"2023": 4}).set_column(0, "indicator", pa.array([""])),
        observed({"2023": 4}).set_column(6, "status", pa.array(["good"])),
        observed({"2023": 4}).set_column(6, "status", pa.array(["suppressed"])),
        observed({"2023": float("nan")}),
    ],
    ids=["no indicator", "unknown status", "suppressed value", "ok without value"],
)
def test_what_has_not_the_shape_of_observations_stays_outside(
    table: pa.Table, tmp_path: Path
) -> None:
    with pytest.raises(NotObservations):
        Store(tmp_path).add(table, CLUBS, ORIGIN, MONDAY)
    assert known(Store(tmp_path)) == {}


def test_a_damaged_manifest_is_said_and_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{broken", encoding="utf-8")
    with pytest.raises(UnusableStore):
        Store(tmp_path).add(observed({"2023": 4}), CLUBS, ORIGIN, MONDAY)
    assert (tmp_path / "manifest.json").read_text(encoding="utf-8") == "{broken"


def test_a_name_that_fits_no_release_withdraws_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.add(observed({"2023": 4}), CLUBS, ORIGIN, MONDAY)
    with pytest.raises(UnusableStore, match="No release"):
        store.withdraw("zz", "a slip", MONDAY)
    assert known(store) == {"2023": 4}


def test_several_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    def write(year: int) -> None:
        Store(tmp_path).add(observed({str(year): float(year)}), CLUBS, ORIGIN, MONDAY)

    with ThreadPoolExecutor(4) as writers:
        list(writers.map(write, range(2001, 2009)))
    assert known(Store(tmp_path)) == {str(year): float(year) for year in range(2001, 2009)}


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from test_store import CLUBS, ORIGIN, observed
from oneplan.evidence.observations.store import Store
store = Store(Path(sys.argv[1]))
print("ready", flush=True)
for year in range(1000):
    values = {str(1900 + year % 100): float(year), "2025": float(year)}
    release, _ = store.add(observed(values), CLUBS, ORIGIN, datetime.now(UTC))
    if year % 3 == 2:
        store.withdraw(release.id, "a test", datetime.now(UTC))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
@pytest.mark.parametrize("after", [0.0, 0.003, 0.011, 0.05, 0.12, 0.3])
def test_a_store_killed_at_any_moment_opens_in_its_last_good_state(
    tmp_path: Path, after: float
) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path)], env=environment, stdout=subprocess.PIPE
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == b"ready\n"
    time.sleep(after)
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    store = Store(tmp_path)
    releases = store.manifest().in_force()
    assert [file.stem for file in store.files()] == [release.id for release in releases]
    before = known(store)
    assert before.get("2025", 0.0) in {0.0, *map(float, range(1000))}
    store.add(observed({"2030": 1.0}), CLUBS, ORIGIN, datetime.now(UTC))
    assert known(store) == {**before, "2030": 1.0}
    assert not list(tmp_path.rglob(".*.part"))
