"""Whom an authority's directory lets in, asked of a real one on this machine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from builders.directory import directory
from builders.signing_in import history, invited
from oneplan.website.pages.accounts.adapters import vouched_for

ADA, BEA, CYD = "ada@vale.example", "bea@vale.example", "cyd@vale.example"


class _Here(HTTPRedirectHandler):
    """Goes nowhere: the test itself takes the way back to the site."""

    def redirect_request(self, *_: Any) -> None:
        return None


def _sent_back(address: str, who: str) -> str:
    """Where the directory leads to when somebody says there who they are."""
    opener = build_opener(_Here(), ProxyHandler({}))
    asked = Request(address, urlencode({"sub": who}).encode())  # noqa: S310 - our own address
    try:
        opener.open(asked)
    except OSError as answer:  # a redirect that nobody follows
        return str(answer.headers["Location"])  # type: ignore[attr-defined]
    raise AssertionError("The directory leads nowhere.")


@pytest.fixture(scope="module")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A directory that has verified one address, says nothing of another, and has not verified the third."""
    folder = tmp_path_factory.mktemp("directory")
    with directory(folder, f"{ADA},verified", BEA, f"{CYD},denied") as address:
        yield address


@pytest.fixture
def vale(settings: Any, issuer: str) -> dict[str, Any]:
    """What the settings say of the directory: it vouches for no domain."""
    vale = {
        "provider_id": "vale",
        "name": "Vale Council",
        "client_id": "oneplan",
        "secret": "hush",
        "settings": {"server_url": issuer, "domains": [], "oauth_pkce_enabled": True},
    }
    settings.SOCIALACCOUNT_REQUESTS_TIMEOUT = 300
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [vale]}}
    return vale


def _come(visitor: Client, who: str) -> str:
    """Signs in with the directory; gives the address to which the site then leads."""
    away = visitor.get("/sign-in/with/vale/").headers["Location"]
    back = urlsplit(_sent_back(away, who))
    return str(visitor.get(f"{back.path}?{back.query}").headers["Location"])


def _said(visitor: Client) -> str:
    page = visitor.get("/sign-in/").content.decode()
    found = re.search(r'<p class="op-notice[^>]*>(.*?)</p>', page)
    return found[1] if found else ""


@pytest.mark.usefixtures("vale")
def test_an_address_that_the_directory_has_verified_lets_in(visitor: Client) -> None:
    person = invited(ADA)
    assert _come(visitor, ADA) == "/partnerships/"
    assert history(person) == ["invite", "sign_in"]
    assert "Vale Council" in visitor.get("/account/").content.decode()


@pytest.mark.usefixtures("vale")
def test_an_address_that_it_has_not_verified_does_not(visitor: Client) -> None:
    invited(BEA)
    assert _come(visitor, BEA) == "/sign-in/"
    assert "You cannot sign in with that account" in _said(visitor)
    assert not SocialAccount.objects.exists()


def test_the_domains_of_the_settings_count_in_its_place(
    visitor: Client, vale: dict[str, Any]
) -> None:
    invited(ADA)
    invited(BEA)
    vale["settings"]["domains"] = ["vale.example"]
    assert _come(visitor, BEA) == "/partnerships/"
    vale["settings"]["domains"] = ["other.example"]
    assert _come(Client(), ADA) == "/sign-in/"


def test_an_address_that_the_directory_says_it_has_not_verified_does_not_count_in_any_domain(
    visitor: Client, vale: dict[str, Any]
) -> None:
    invited(CYD)
    vale["settings"]["domains"] = ["vale.example"]
    assert _come(visitor, CYD) == "/sign-in/"


@pytest.mark.usefixtures("vale")
def test_a_directory_without_domains_does_not_speak_for_those_of_another(
    visitor: Client, settings: Any
) -> None:
    invited(ADA)
    other = {"provider_id": "marsh", "settings": {"domains": ["vale.example"]}}
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"].append(other)
    assert _come(visitor, ADA) == "/sign-in/"


@pytest.mark.usefixtures("vale")
@pytest.mark.parametrize(
    ("said", "counts"),
    [(True, True), ("true", True), (None, False), ("false", False), (0, False), ("", False)],
)
def test_only_a_plain_yes_is_one(said: object, counts: bool) -> None:
    assert vouched_for(ADA, said, "vale") is counts


@pytest.mark.usefixtures("vale")
def test_whoever_is_not_known_here_is_not_let_in_and_not_made(visitor: Client) -> None:
    assert _come(visitor, ADA) == "/sign-in/"
    assert visitor.get("/account/").status_code == 302


@pytest.mark.usefixtures("vale")
def test_whoever_came_before_is_known_again_by_another_address(visitor: Client) -> None:
    person = invited(ADA)
    _come(visitor, ADA)
    person.email = "ada.marsh@vale.example"
    person.save()
    assert _come(Client(), ADA) == "/partnerships/"


@pytest.mark.usefixtures("vale")
def test_whoever_may_no_longer_sign_in_is_not_let_in(visitor: Client) -> None:
    person = invited(ADA)
    _come(visitor, ADA)
    person.is_active = False
    person.save()
    assert _come(Client(), ADA) == "/sign-in/"


@pytest.mark.usefixtures("vale")
def test_a_way_back_that_the_directory_did_not_give_leads_nowhere(visitor: Client) -> None:
    answer = visitor.get("/sign-in/with/vale/back/?code=x&state=y")
    assert answer.headers["Location"] == "/sign-in/"
    assert "did not work" in _said(visitor)


def test_a_directory_that_does_not_answer_is_told(visitor: Client, vale: dict[str, Any]) -> None:
    vale["settings"]["server_url"] = "http://127.0.0.1:9"
    assert visitor.get("/sign-in/with/vale/").headers["Location"] == "/sign-in/"
    assert "Vale Council does not answer" in _said(visitor)


@pytest.mark.usefixtures("vale")
def test_a_directory_that_there_is_not_is_not_found(visitor: Client) -> None:
    assert visitor.get("/sign-in/with/elsewhere/").status_code == 404
    assert visitor.get("/sign-in/with/elsewhere/back/").status_code == 404
