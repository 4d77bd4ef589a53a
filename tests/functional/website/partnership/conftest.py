"""A site with a partnership on it, and its administrator in a browser."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builders.browsing import NewPage
from builders.running_site import port_of_ones_own, running, wait_until_it_answers
from builders.signing_in import FOUR_WORDS
from builders.site_of_partners import ADMINISTRATOR, SiteOfPartners

_TESTS = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def partners(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteOfPartners]:
    """A site with a partnership that has something of everything, and one that has nothing."""
    data = tmp_path_factory.mktemp("partners")
    environment = {
        **os.environ,
        "ONEPLAN_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "builders.patient_site",
        "PYTHONPATH": str(_TESTS),
    }
    program = [sys.executable, "-m"]
    migrate = [*program, "django", "migrate", "--verbosity", "0"]
    subprocess.run(migrate, env=environment, cwd=data, check=True)
    add = [*program, "builders.site_of_partners"]
    added = subprocess.run(add, env=environment, cwd=data, check=True, stdout=subprocess.PIPE)
    told = json.loads(added.stdout)
    with port_of_ones_own() as port:
        command = [
            *program, "granian", "--interface", "wsgi", "--host", "127.0.0.1",
            "--port", str(port), "--no-log", "oneplan.website.wsgi:application",
        ]  # fmt: skip
        with running(command, data, environment) as server:
            address = f"http://127.0.0.1:{port}"
            wait_until_it_answers(address, server)
            yield SiteOfPartners(
                address,
                f"{address}/partnerships/{told['full']}/",
                f"{address}/partnerships/{told['empty']}/",
                told["made"],
            )


@pytest.fixture
def administrator(new_page: NewPage, partners: SiteOfPartners) -> Page:
    """A browser in which the administrator is signed in."""
    page = new_page(bypass_csp=True)
    page.goto(f"{partners.address}/sign-in/password/")
    page.get_by_label("Your e-mail address").fill(ADMINISTRATOR)
    page.get_by_label("Your password").fill(FOUR_WORDS)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.locator(".op-nav-me")).not_to_contain_text("Sign in")
    return page
