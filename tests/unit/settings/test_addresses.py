from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured

from oneplan.settings.addresses import hosts, secret, sender, web_address


def test_names_are_listed_with_commas() -> None:
    assert hosts("plans.example.org, .vale.example.org,") == [
        "plans.example.org",
        ".vale.example.org",
    ]


@pytest.mark.parametrize("named", ["https://plans.example.org", "plans.example.org:8000", "a/b"])
def test_an_address_is_no_name_of_a_host(named: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="without https:// and without a port"):
        hosts(named)


def test_a_short_secret_is_refused_and_not_repeated() -> None:
    with pytest.raises(ImproperlyConfigured, match="has 5 characters; give it 50") as told:
        secret("abcde")
    assert "abcde" not in str(told.value)
    assert secret("b" * 50) == "b" * 50


@pytest.mark.parametrize(
    "given",
    ["plans.example.org", "http://plans.example.org", "https://", "https://*", "https://[::1"],
)
def test_an_address_begins_with_https_and_a_name(given: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="ONEPLAN_ADDRESS must begin with https://"):
        web_address(given, "ONEPLAN_ADDRESS")


@pytest.mark.parametrize("given", ["https://plans.example.org/", "http://127.0.0.1:8010"])
def test_an_address_is_taken_without_its_last_slash(given: str) -> None:
    assert web_address(given, "ONEPLAN_ADDRESS") == given.rstrip("/")


@pytest.mark.parametrize("given", ["oneplan", "@example.org", "oneplan@*", "oneplan@"])
def test_letters_come_from_an_e_mail_address(given: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="must be an e-mail address"):
        sender(given)


@pytest.mark.parametrize("given", ["oneplan@example.org", "Plans <oneplan@example.org>"])
def test_a_sender_may_have_a_name(given: str) -> None:
    assert sender(given) == given
