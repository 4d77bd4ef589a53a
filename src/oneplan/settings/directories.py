"""The authorities whose own directories people may sign in with, by OpenID Connect."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from oneplan.settings.addresses import web_address

_NAME = re.compile(r"[a-z][a-z0-9-]{0,30}")


def directories(environment: Mapping[str, str]) -> list[dict[str, Any]]:
    """allauth's settings of each directory that ``ONEPLAN_DIRECTORIES`` names ("council, nhs").

    Of each are needed ``ONEPLAN_DIRECTORY_COUNCIL_NAME`` (shown on the button), ``…_ADDRESS`` (the
    issuer's https address), ``…_CLIENT`` and ``…_SECRET``. ``…_DOMAINS`` names, with commas, the
    domains of the e-mail addresses that it vouches for; without it the directory itself must say of
    each address that it is verified.

    Raises:
        ImproperlyConfigured: something is missing, is no name or is no address.
    """
    named = environment.get("ONEPLAN_DIRECTORIES", "")
    return [_directory(name.strip(), environment) for name in named.split(",") if name.strip()]


def _directory(name: str, environment: Mapping[str, str]) -> dict[str, Any]:
    if not _NAME.fullmatch(name):
        raise ImproperlyConfigured(
            f"ONEPLAN_DIRECTORIES names “{name}”; use small letters, digits and hyphens."
        )
    start = f"ONEPLAN_DIRECTORY_{name.upper().replace('-', '_')}_"
    domains = environment.get(f"{start}DOMAINS", "").split(",")
    return {
        "provider_id": name,
        "name": _needed(environment, f"{start}NAME"),
        "client_id": _needed(environment, f"{start}CLIENT"),
        "secret": _needed(environment, f"{start}SECRET"),
        "settings": {
            "server_url": web_address(_needed(environment, f"{start}ADDRESS"), f"{start}ADDRESS"),
            "domains": [domain.strip().lower() for domain in domains if domain.strip()],
            "oauth_pkce_enabled": True,
        },
    }


def _needed(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name, "").strip()
    if not value:
        raise ImproperlyConfigured(f"Set {name}: ONEPLAN_DIRECTORIES names this directory.")
    return value
