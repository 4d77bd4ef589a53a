"""A server in a process of its own: it starts and answers, or says why not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from builders.running_site import PATIENCE, port_of_ones_own, running, wait_until_it_answers


def _environment(folder: Path, **more: str) -> dict[str, str]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("ONEPLAN_")}
    plain.pop("DJANGO_SETTINGS_MODULE", None)
    ours = {
        "ONEPLAN_DATA": str(folder),
        "ONEPLAN_SECRET_KEY": "only for this test, but long enough for a server to be content",
        "ONEPLAN_HOSTS": "127.0.0.1",
    }
    return plain | ours | more


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"ONEPLAN_SECRET_KEY": ""}, "oneplan: Set ONEPLAN_SECRET_KEY in the environment"),
        ({"ONEPLAN_DATABASE": "plans"}, "oneplan: ONEPLAN_DATABASE must look like"),
        (
            {"ONEPLAN_DATABASE": "postgresql://planner@/plans?host=/no/such/socket"},
            "oneplan: The database plans cannot be used: ",
        ),
        ({"DJANGO_SETTINGS_MODULE": "no.such"}, "oneplan: There are no settings no.such."),
    ],
)
def test_a_server_that_cannot_start_says_why(
    tmp_path: Path, more: dict[str, str], said: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "oneplan.commandline.main", "serve"],
        env=_environment(tmp_path, **more), cwd=tmp_path,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith(said)


def test_a_server_answers_until_it_is_ended(tmp_path: Path) -> None:
    environment = _environment(tmp_path, DJANGO_SETTINGS_MODULE="oneplan.settings.embedded")
    command = [sys.executable, "-m", "oneplan.commandline.main"]
    subprocess.run(
        [*command, "manage", "migrate", "--verbosity", "0"],
        env=environment, cwd=tmp_path, check=True,
    )  # fmt: skip
    with (
        port_of_ones_own() as port,
        running([*command, "serve", "--port", str(port)], tmp_path, environment) as server,
    ):
        wait_until_it_answers(f"http://127.0.0.1:{port}", server)
        server.send_signal(signal.SIGTERM)
        assert server.wait(PATIENCE) == 0
