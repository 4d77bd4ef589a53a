from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured

from oneplan.settings.post import post


def test_without_an_address_it_is_the_mail_server_of_this_computer() -> None:
    read = post("")
    assert (read["EMAIL_HOST"], read["EMAIL_PORT"]) == ("localhost", 25)
    assert not read["EMAIL_USE_TLS"]
    assert not read["EMAIL_USE_SSL"]


def test_a_mail_server_elsewhere_is_spoken_to_in_secret() -> None:
    read = post("smtp://plan%40vale:p%2Fq@mail.example.org")
    assert (read["EMAIL_HOST"], read["EMAIL_PORT"]) == ("mail.example.org", 587)
    assert (read["EMAIL_HOST_USER"], read["EMAIL_HOST_PASSWORD"]) == ("plan@vale", "p/q")
    assert read["EMAIL_USE_TLS"]


def test_secret_from_the_start() -> None:
    read = post("smtps://mail.example.org:4650")
    assert (read["EMAIL_PORT"], read["EMAIL_USE_SSL"], read["EMAIL_USE_TLS"]) == (4650, True, False)


@pytest.mark.parametrize(
    "address", ["mail.example.org", "http://mail.example.org", "smtp://", "smtp://a:b:c"]
)
def test_what_is_no_mail_server_is_refused(address: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="ONEPLAN_MAIL"):
        post(address)
