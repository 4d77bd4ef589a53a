"""oneplan on a server, behind a proxy that speaks HTTPS.

From the environment: ``ONEPLAN_SECRET_KEY`` and ``ONEPLAN_HOSTS`` (names, with commas) must be set;
``ONEPLAN_DATA`` names the folder of the plans.
"""

from __future__ import annotations

import os

from django.core.exceptions import ImproperlyConfigured

from oneplan.settings.every_site import *  # noqa: F403 - settings are names in a module


def _needed(name: str) -> str:
    value = os.environ.get(name, "").strip()
    if not value:
        raise ImproperlyConfigured(f"Set {name} in the environment before starting oneplan.")
    return value


SECRET_KEY = _needed("ONEPLAN_SECRET_KEY")
ALLOWED_HOSTS = [host.strip() for host in _needed("ONEPLAN_HOSTS").split(",")]

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SESSION_COOKIE_SECURE = True
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # what other names of the domain do is not ours to decide
    "security.W021",  # nor is the browsers' preload list
]
