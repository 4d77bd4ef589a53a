"""oneplan on a server, behind a proxy that speaks HTTPS.

From the environment: ``ONEPLAN_SECRET_KEY`` and ``ONEPLAN_HOSTS`` (names, with commas) must be set;
``ONEPLAN_DATA`` names the folder of the plans, ``ONEPLAN_MAIL`` the mail server, ``ONEPLAN_DIRECTORIES``
the authorities' directories to sign in with, ``ONEPLAN_STARTERS`` who may start a partnership.
"""

from __future__ import annotations

import os

from django.core.exceptions import ImproperlyConfigured

from oneplan.settings.addresses import hosts, secret, sender, web_address
from oneplan.settings.databases import database
from oneplan.settings.every_site import *  # noqa: F403 - settings are names in a module
from oneplan.settings.every_site import LOGGING, ONEPLAN_DATA
from oneplan.settings.post import post


def _needed(name: str) -> str:
    value = os.environ.get(name, "").strip()
    if not value:
        raise ImproperlyConfigured(f"Set {name} in the environment before starting oneplan.")
    return value


if os.environ.get("ONEPLAN_DEMONSTRATION"):
    raise ImproperlyConfigured(
        "ONEPLAN_DEMONSTRATION lets anybody sign in as anybody: a server does not start with it."
    )
SECRET_KEY = secret(_needed("ONEPLAN_SECRET_KEY"))
ALLOWED_HOSTS = hosts(_needed("ONEPLAN_HOSTS"))

DATABASES = {
    "default": database(
        os.environ.get("ONEPLAN_DATABASE", ""), ONEPLAN_DATA, through_power_cuts=True
    )
}

ONEPLAN_ADDRESS = web_address(
    os.environ.get("ONEPLAN_ADDRESS") or f"https://{ALLOWED_HOSTS[0]}", "ONEPLAN_ADDRESS"
)
DEFAULT_FROM_EMAIL = sender(os.environ.get("ONEPLAN_MAIL_FROM") or f"oneplan@{ALLOWED_HOSTS[0]}")
globals().update(post(os.environ.get("ONEPLAN_MAIL", "")))
ALLAUTH_TRUSTED_PROXY_COUNT = 1  # the proxy's own word on who is calling, and nothing before it

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-oneplan"  # which no other name of the domain can set
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # what other names of the domain do is not ours to decide
    "security.W021",  # nor is the browsers' preload list
]

LOGGING["filters"] = {"another_name": {"()": "oneplan.settings.log.OfAnotherName"}}
LOGGING["loggers"] = {"django.security.DisallowedHost": {"filters": ["another_name"]}}
