from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from oneplan.exchange.connectors.remembered import Memory, load_memory, remembered, save_memory
from oneplan.exchange.connectors.transport import Marks

ONE = remembered(b"a", Marks("1.0", '"a"'), "release", datetime(2026, 1, 2, tzinfo=UTC))


def test_what_is_saved_is_remembered(tmp_path: Path) -> None:
    save_memory(tmp_path, Memory().with_one("key", ONE))
    assert load_memory(tmp_path).fetched == {"key": ONE}
    assert ONE.marks() == Marks("1.0", '"a"')


def test_later_marks_replace_those_they_say(tmp_path: Path) -> None:
    save_memory(tmp_path, Memory().with_one("key", ONE.with_marks(Marks(etag='"b"'))))
    assert load_memory(tmp_path).fetched["key"].marks() == Marks("1.0", '"b"')


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"version": 2}', b"\xff"])
def test_a_damaged_memory_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "fetched.json").write_bytes(content)
    assert load_memory(tmp_path) == Memory()
