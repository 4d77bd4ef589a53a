"""Killed at random moments (`ONEPLAN_KILLS` says how many), the commands leave the last good state and go on from it."""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from builders.killed_commands import Commands, killed_commands
from oneplan.evidence.observations.known import known_observations
from oneplan.evidence.observations.store import Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")

ALL_KILLS = int(os.environ.get("ONEPLAN_KILLS", "60"))
KILLS = {"add": ALL_KILLS * 3 // 10, "withdraw": ALL_KILLS * 11 // 20, "score": ALL_KILLS * 3 // 20}
AREAS = ("E92000001", "E12000005", "E10000034", "E07000237", "E07000238")


@pytest.fixture(scope="module")
def commands() -> Iterator[Commands]:
    with killed_commands() as running:
        yield running


def _returns(folder: Path, name: str, first: int) -> Path:
    lines = ["indicator,area,period,value,numerator,denominator"]
    for indicator in ("clubs", "choirs", "ponds"):
        for place, area in enumerate(AREAS):
            lines += [
                f"{indicator},{area},{year},{(first + place + year) % 90},{first + place},{100 + year}"
                for year in range(2015, 2025)
            ]
    file = folder / name
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


@pytest.fixture
def begun(tmp_path: Path, commands: Commands) -> Path:
    """A folder with a store that holds one release, and a file that would be the next."""
    store = tmp_path / "store"
    first = _returns(tmp_path, "first.csv", 10)
    assert commands.run(["observations", "add", first, "--store", store]).status in (0, 1)
    _returns(tmp_path, "second.csv", 30)
    return tmp_path


State = tuple[list[str], pa.Table | None]


def _state(store: Path) -> State:
    """The releases in force, each file being what its name says, and what is known."""
    opened = Store(store)
    for file in opened.files():
        assert blake2b(file.read_bytes(), digest_size=16).hexdigest() == file.stem
    known = known_observations(opened)
    return [release.id for release in opened.manifest().in_force()], known


def _killed_again_and_again(
    commands: Commands,
    words: list[str | Path],
    kills: int,
    restore: Callable[[], None],
    state: Callable[[], object],
) -> None:
    """Runs the command whole, then killed at random moments: all ends in the state of the first run."""
    moments = random.Random(kills)
    restore()
    before = state()
    whole = [commands.run(words)]
    after = state()
    assert after != before
    killed = 0
    for _ in range(20 * kills):
        if killed == kills:
            return
        restore()
        longest = sum(run.seconds for run in whole) / len(whole)
        ended = commands.run(words, kill_after=moments.uniform(0, 1.1 * longest))
        killed += ended.was_killed
        assert state() in ((before, after) if ended.was_killed else (after,))
        whole.append(commands.run(words))
        assert state() == after
    raise AssertionError("the command was hardly ever killed in time")


def test_a_store_killed_while_a_file_comes_in_holds_it_or_does_not(
    begun: Path, commands: Commands
) -> None:
    store, kept = begun / "store", begun / "kept"
    shutil.copytree(store, kept)

    def restore() -> None:
        shutil.rmtree(store)
        shutil.copytree(kept, store)

    words: list[str | Path] = ["observations", "add", begun / "second.csv", "--store", store]
    _killed_again_and_again(commands, words, KILLS["add"], restore, lambda: _state(store))
    assert not list(store.rglob("*.part"))


def test_a_release_killed_while_it_is_withdrawn_is_in_force_or_is_not(
    begun: Path, commands: Commands
) -> None:
    store, kept = begun / "store", begun / "kept"
    shutil.copytree(store, kept)
    release = Store(store).manifest().in_force()[0].id

    def restore() -> None:
        shutil.rmtree(store)
        shutil.copytree(kept, store)

    words: list[str | Path] = [
        *("observations", "withdraw", release[:12], "--store", store),
        *("--reason", "a wrong file"),
    ]
    _killed_again_and_again(commands, words, KILLS["withdraw"], restore, lambda: _state(store))


def test_results_killed_while_they_are_worked_out_are_whole_or_not_there(
    begun: Path, commands: Commands
) -> None:
    results = begun / "results"

    def restore() -> None:
        shutil.rmtree(results, ignore_errors=True)
        results.mkdir()

    def state() -> pa.Table | None:
        file = results / "results.parquet"
        return pq.read_table(file) if file.exists() else None

    words: list[str | Path] = [
        "score",
        "--store",
        begun / "store",
        "-o",
        results / "results.parquet",
    ]
    _killed_again_and_again(commands, words, KILLS["score"], restore, state)
    store, again = begun / "store", begun / "again.parquet"
    assert commands.run(["score", "--store", store, "-o", again]).status == 0
    assert pq.read_table(again) == state()
