"""Ctrl-C in the middle of a command: one sentence, the status that a shell expects, and a way on."""

from __future__ import annotations

import io
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from oneplan.commandline.main import run
from oneplan.evidence.scoring.embedded import Embedded

if TYPE_CHECKING:
    from typing_extensions import Buffer


class StoppedAt(io.StringIO):
    """Standard error at which somebody presses Ctrl-C when they read certain words."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    def write(self, text: str) -> int:
        written = super().write(text)
        if self._words in text:
            signal.raise_signal(signal.SIGINT)
        return written


class StoppedOnceWritten(io.BytesIO):
    """A standard output at which somebody presses Ctrl-C as soon as it comes."""

    def write(self, content: Buffer) -> int:
        written = super().write(content)
        signal.raise_signal(signal.SIGINT)
        return written


@pytest.fixture
def file(tmp_path: Path) -> Path:
    codes = ["kites", "ladders", "ponds"]
    table = pa.table(
        {
            "indicator": codes,
            "area": ["E10000034"] * len(codes),
            "period": ["2020"] * len(codes),
            "value": [1.0, 2.0, 3.0],
        }
    )
    pq.write_table(table, tmp_path / "observations.parquet")
    return tmp_path / "observations.parquet"


def _scored(file: Path, monkeypatch: pytest.MonkeyPatch, stop_at: str) -> tuple[int, str]:
    said = StoppedAt(stop_at)
    output = file.with_name("results.parquet")
    monkeypatch.setattr(sys, "stderr", said)
    words = ["oneplan", "score", "--observations", str(file), "-o", str(output)]
    monkeypatch.setattr(sys, "argv", words)
    with pytest.raises(SystemExit) as end:
        run()
    return int(end.value.code or 0), said.getvalue()


@pytest.mark.parametrize(
    ("stop_at", "kept"),
    [
        ("Scoring: 0 of 3", "Nothing was left half done; the same command begins anew."),
        ("Scoring: 1 of 3", "1 of 3 indicators are scored and kept; the same command goes on"),
    ],
)
def test_scoring_that_is_stopped_says_what_is_kept_and_goes_on(
    file: Path, monkeypatch: pytest.MonkeyPatch, stop_at: str, kept: str
) -> None:
    monkeypatch.setattr(Embedded, "rows_together", 1)
    status, said = _scored(file, monkeypatch, stop_at)
    assert status == 130
    assert said.splitlines()[-1].startswith(f"oneplan: stopped. {kept}")
    assert not file.with_name("results.parquet").exists()
    status, said = _scored(file, monkeypatch, "nothing that is ever said")
    assert status == 0
    assert pq.read_table(file.with_name("results.parquet")).num_rows == 3


def test_another_command_that_is_stopped_says_a_sentence(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = io.StringIO()
    monkeypatch.setattr(sys, "stderr", said)
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(StoppedOnceWritten()))
    table = file.with_name("plan.csv")
    table.write_text("Action,Lead\nMore kites,Head of Parks\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["oneplan", "convert", str(table)])
    with pytest.raises(SystemExit) as end:
        run()
    assert end.value.code == 130
    assert said.getvalue() == "oneplan: stopped. Nothing was left half done.\n"
