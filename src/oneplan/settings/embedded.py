"""oneplan on one computer, for the person who sits at it: ``oneplan demo``."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from oneplan.settings.every_site import *  # noqa: F403 - settings are names in a module
from oneplan.settings.every_site import ONEPLAN_DATA
from oneplan.settings.starting import ANYBODY


def _own_secret(file: Path) -> str:
    """The secret that signs this computer's cookies, made once and readable by its owner alone."""
    if not file.is_file():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(50), encoding="ascii")
    return file.read_text(encoding="ascii")


SECRET_KEY = _own_secret(ONEPLAN_DATA / "secret-key")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]

ONEPLAN_DEMONSTRATION = os.environ.get("ONEPLAN_DEMONSTRATION") == "1"
"""Set by ``oneplan demo`` alone."""

ONEPLAN_STARTERS = ANYBODY  # who sits at this computer

ONEPLAN_ADDRESS = os.environ.get("ONEPLAN_ADDRESS", "http://127.0.0.1:8010")
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = ONEPLAN_DATA / "outbox"
DEFAULT_FROM_EMAIL = "oneplan@localhost"
