"""A site of people, with an authority's directory beside it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from builders.directory import directory
from builders.running_site import port_of_ones_own, running, wait_until_it_answers
from builders.site_of_people import SiteOfPeople

_TESTS = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def people(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteOfPeople]:
    """A site, as the demo serves it, whose people may sign in by all the ways there are."""
    data = tmp_path_factory.mktemp("people")
    with directory(data, "fay@vale.example", "stranger@vale.example") as issuer:
        environment = {
            **os.environ,
            "ONEPLAN_DATA": str(data),
            "ONEPLAN_DEMONSTRATION": "1",
            "ONEPLAN_DIRECTORIES": "vale",
            "ONEPLAN_DIRECTORY_VALE_NAME": "Vale Council",
            "ONEPLAN_DIRECTORY_VALE_ADDRESS": issuer,
            "ONEPLAN_DIRECTORY_VALE_CLIENT": "oneplan",
            "ONEPLAN_DIRECTORY_VALE_SECRET": "hush",
            "ONEPLAN_DIRECTORY_VALE_DOMAINS": "vale.example",
            "DJANGO_SETTINGS_MODULE": "builders.patient_site",
            "PYTHONPATH": str(_TESTS),
        }
        for words in (["django", "migrate", "--verbosity", "0"], ["builders.site_of_people"]):
            subprocess.run([sys.executable, "-m", *words], env=environment, cwd=data, check=True)
        with port_of_ones_own() as port:
            command = [
                sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1",
                "--port", str(port), "--no-log", "oneplan.website.wsgi:application",
            ]  # fmt: skip
            with running(command, data, environment) as server:
                address = f"http://127.0.0.1:{port}"
                wait_until_it_answers(address, server)
                yield SiteOfPeople(address, data / "outbox")
