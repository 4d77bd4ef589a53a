"""The settings of one computer, where who writes waits for others for a blink only."""

from __future__ import annotations

from builders.patient_site import *  # noqa: F403 - settings are names in a module
from builders.patient_site import DATABASES

_BLINK = {
    "django.db.backends.sqlite3": {"timeout": 0.2},
    "django.db.backends.postgresql": {"options": "-c lock_timeout=200ms"},
}
DATABASES["default"]["OPTIONS"] |= _BLINK[DATABASES["default"]["ENGINE"]]
