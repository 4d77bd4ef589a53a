from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

_ASK = (
    "import django; django.setup(); from django.db import connection as one; c = one.cursor(); "
    "print(*c.execute('PRAGMA journal_mode').fetchone(), *c.execute('PRAGMA synchronous').fetchone())"
)
CHECK = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]


def _check(settings: str, data: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return _run(CHECK, settings, data, **more)


def _run(
    command: list[str], settings: str, data: Path, **more: str
) -> subprocess.CompletedProcess[str]:
    inherited = {
        name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT")
    }
    environment = {
        **inherited,
        "DJANGO_SETTINGS_MODULE": settings,
        "ONEPLAN_DATA": str(data),
        **more,
    }
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_production_says_what_is_missing(tmp_path: Path) -> None:
    done = _check("oneplan.settings.production", tmp_path)
    assert done.returncode != 0
    assert "Set ONEPLAN_SECRET_KEY in the environment" in done.stderr


def test_production_is_safe_to_deploy(tmp_path: Path) -> None:
    secret = "".join(chr(33 + n) for n in range(80))
    done = _check(
        "oneplan.settings.production", tmp_path,
        ONEPLAN_SECRET_KEY=secret, ONEPLAN_HOSTS="plans.example.org",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_a_server_does_not_start_as_a_demo(tmp_path: Path) -> None:
    done = _check(
        "oneplan.settings.production", tmp_path,
        ONEPLAN_SECRET_KEY="x" * 60, ONEPLAN_HOSTS="plans.example.org", ONEPLAN_DEMONSTRATION="1",
    )  # fmt: skip
    assert done.returncode != 0
    assert "lets anybody sign in as anybody" in done.stderr


def test_a_server_does_not_guess_who_may_start_a_partnership(tmp_path: Path) -> None:
    done = _check(
        "oneplan.settings.production", tmp_path,
        ONEPLAN_SECRET_KEY="x" * 60, ONEPLAN_HOSTS="plans.example.org", ONEPLAN_STARTERS="Ada, Bo",
    )  # fmt: skip
    assert done.returncode != 0
    assert "ONEPLAN_STARTERS names “ada”" in done.stderr


def test_one_computer_keeps_its_own_secret_to_itself(tmp_path: Path) -> None:
    data = tmp_path / "data"
    _check("oneplan.settings.embedded", data)
    secret = data / "secret-key"
    first = secret.read_text(encoding="ascii")
    _check("oneplan.settings.embedded", data)
    assert secret.read_text(encoding="ascii") == first
    assert len(first) > 50
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600


def test_a_server_waits_for_the_disk_where_one_computer_need_not(tmp_path: Path) -> None:
    server = {"ONEPLAN_SECRET_KEY": "x" * 60, "ONEPLAN_HOSTS": "plans.example.org"}
    said = [
        _run([sys.executable, "-c", _ASK], f"oneplan.settings.{name}", tmp_path, **server).stdout
        for name in ("embedded", "production")
    ]
    assert said == ["wal 1\n", "wal 2\n"]
