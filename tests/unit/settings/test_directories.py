from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured

from oneplan.settings.directories import directories

COUNCIL = {
    "ONEPLAN_DIRECTORY_COUNCIL_NAME": "Vale Council",
    "ONEPLAN_DIRECTORY_COUNCIL_ADDRESS": "https://login.example.org/vale",
    "ONEPLAN_DIRECTORY_COUNCIL_CLIENT": "oneplan",
    "ONEPLAN_DIRECTORY_COUNCIL_SECRET": "hush",
}


def test_without_a_directory_there_is_none() -> None:
    assert directories({}) == []
    assert directories({"ONEPLAN_DIRECTORIES": " , "}) == []


def test_a_directory_is_read_with_the_domains_that_it_vouches_for() -> None:
    domains = {"ONEPLAN_DIRECTORY_COUNCIL_DOMAINS": "vale.example.org, Schools.example.org,"}
    (council,) = directories({"ONEPLAN_DIRECTORIES": "council"} | COUNCIL | domains)
    assert council["provider_id"] == "council"
    assert council["name"] == "Vale Council"
    assert council["settings"]["server_url"] == "https://login.example.org/vale"
    assert council["settings"]["domains"] == ["vale.example.org", "schools.example.org"]


def test_several_directories_keep_their_order() -> None:
    nhs = {key.replace("COUNCIL", "NHS_TRUST"): value for key, value in COUNCIL.items()}
    found = directories({"ONEPLAN_DIRECTORIES": "nhs-trust, council"} | COUNCIL | nhs)
    assert [each["provider_id"] for each in found] == ["nhs-trust", "council"]


@pytest.mark.parametrize("missing", COUNCIL)
def test_what_is_missing_is_named(missing: str) -> None:
    given = {key: value for key, value in COUNCIL.items() if key != missing}
    with pytest.raises(ImproperlyConfigured, match=missing):
        directories({"ONEPLAN_DIRECTORIES": "council"} | given)


@pytest.mark.parametrize("name", ["Vale Council", "../up", "1st", "a" * 40])
def test_a_directory_has_a_plain_name(name: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="small letters"):
        directories({"ONEPLAN_DIRECTORIES": name})
