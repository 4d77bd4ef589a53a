"""Under which names and addresses a server is known, and the secret that makes its word its own."""

from __future__ import annotations

from email.utils import parseaddr
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

_SHORTEST_SECRET = 50
HERE = frozenset({"localhost", "127.0.0.1", "::1"})
"""Names of this computer itself, to which nothing need be encrypted."""


def hosts(named: str) -> list[str]:
    """The names that ``ONEPLAN_HOSTS`` lists with commas, "plans.example.org" or ".example.org" for all below it.

    Raises:
        ImproperlyConfigured: one of them is an address or has a port.
    """
    found = [host.strip() for host in named.split(",") if host.strip()]
    for host in found:
        if "/" in host or (":" in host and not host.startswith("[")):
            raise ImproperlyConfigured(
                f"ONEPLAN_HOSTS names “{host}”; use names such as plans.example.org,"
                " without https:// and without a port."
            )
    return found


def secret(given: str) -> str:
    """The secret, which is long enough not to be guessed.

    Raises:
        ImproperlyConfigured: it is too short.
    """
    if len(given) < _SHORTEST_SECRET:
        raise ImproperlyConfigured(
            f"ONEPLAN_SECRET_KEY has {len(given)} characters; give it {_SHORTEST_SECRET} at least,"
            " made by chance."
        )
    return given


def web_address(given: str, setting: str) -> str:
    """The address without a slash at its end; on this computer itself it may go without encryption.

    Raises:
        ImproperlyConfigured: what the ``setting`` gives does not begin with https:// and a name.
    """
    try:
        parts = urlsplit(given)
        host = parts.hostname or ""
    except ValueError:
        parts, host = urlsplit(""), ""
    plain = parts.scheme == "http" and host in HERE
    if not host or not (parts.scheme == "https" or plain) or host.startswith((".", "*")):
        raise ImproperlyConfigured(
            f"{setting} must begin with https:// and a name, like https://plans.example.org;"
            f" now it is “{given}”."
        )
    return given.rstrip("/")


def sender(given: str) -> str:
    """The address that letters come from, "oneplan@example.org" or "oneplan <oneplan@example.org>".

    Raises:
        ImproperlyConfigured: it is no e-mail address.
    """
    name, _, domain = parseaddr(given)[1].rpartition("@")
    if not name or not domain or domain.startswith((".", "*")):
        raise ImproperlyConfigured(
            f"ONEPLAN_MAIL_FROM must be an e-mail address; now it is “{given}”."
        )
    return given
