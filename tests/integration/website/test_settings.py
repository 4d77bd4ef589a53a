from __future__ import annotations

import json
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
SECRET = "".join(chr(33 + n) for n in range(80))
ASKED = """
import json, django
django.setup()
from django.core.management import call_command
from django.test import Client
call_command("migrate", verbosity=0)
https = {"X-Forwarded-Proto": "https"}
told = {}
for name, host, headers in (
    ("page", "plans.example.org", https),
    ("plain", "plans.example.org", {}),
    ("other", "elsewhere.example", https),
):
    answer = Client(SERVER_NAME=host, headers=headers).get("/sign-in/")
    cookies = {each.key: each.OutputString() for each in answer.cookies.values()}
    told[name] = {"status": answer.status_code, "headers": dict(answer.headers), "cookies": cookies}
print(json.dumps(told))
"""


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
    done = _check(
        "oneplan.settings.production", tmp_path,
        ONEPLAN_SECRET_KEY=SECRET, ONEPLAN_HOSTS="plans.example.org",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_what_a_server_answers_is_safe(tmp_path: Path) -> None:
    done = _run(
        [sys.executable, "-c", ASKED], "oneplan.settings.production", tmp_path,
        ONEPLAN_SECRET_KEY=SECRET, ONEPLAN_HOSTS="plans.example.org",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    (cookie,) = told["page"]["cookies"].values()
    assert cookie.startswith("__Host-oneplan=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(cookie.split("; "))
    assert "Domain" not in cookie
    assert "max-age" not in cookie.lower()
    headers = told["page"]["headers"]
    assert headers["Strict-Transport-Security"] == "max-age=31536000"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "no-store" in headers["Cache-Control"]
    told_apart = (
        each.strip().split(" ", 1) for each in headers["Content-Security-Policy"].split(";")
    )
    policy = dict(told_apart)
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert (told["plain"]["status"], told["plain"]["headers"]["Location"]) == (
        301,
        "https://plans.example.org/sign-in/",
    )
    assert told["other"]["status"] == 400
    assert "ONEPLAN_HOSTS" in done.stderr
    assert "Traceback" not in done.stderr


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
