"""Backing up: what is copied, and when it is not. The whole of it is tried on a site that is busy (tests/functional)."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders.typed_commands import Typed
from oneplan.commandline.backing_up import copied


def test_what_is_being_made_or_deleted_is_not_copied(tmp_path: Path) -> None:
    own = tmp_path / "imports" / "ash"
    for name in ("whole", ".half-made"):
        (own / name).mkdir(parents=True)
        (own / name / "upload").write_text(name)
    (own / "whole" / ".request.json.a1.part").write_text("half")
    copied(tmp_path / "imports", tmp_path / "copy")
    assert [
        path.relative_to(tmp_path / "copy") for path in sorted((tmp_path / "copy").rglob("*"))
    ] == [
        Path("ash"),
        Path("ash/whole"),
        Path("ash/whole/upload"),
    ]


def test_what_is_not_there_is_not_copied(tmp_path: Path) -> None:
    copied(tmp_path / "plans", tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


@pytest.mark.usefixtures("transactional_db")
def test_a_folder_that_is_there_is_not_written_over(typed: Typed, tmp_path: Path) -> None:
    kept = tmp_path / "yesterday"
    kept.mkdir()
    status, said, wrong = typed("manage", "back-up", kept)
    assert (status, said) == (2, "")
    assert f"{kept} is there already" in wrong
    assert list(tmp_path.iterdir()) == [kept]


@pytest.mark.usefixtures("transactional_db")
def test_a_folder_that_cannot_be_made_is_said(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    status, _, wrong = typed("manage", "back-up", tmp_path / "file" / "today")
    assert status == 2
    assert "cannot be written" in wrong
