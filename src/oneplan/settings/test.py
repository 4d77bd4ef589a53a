"""The site under test: nothing is kept, the data folder is given by each test."""

from __future__ import annotations

import tempfile
from pathlib import Path

from oneplan.settings.every_site import *  # noqa: F403 - settings are names in a module
from oneplan.settings.starting import ANYBODY

SECRET_KEY = "only for tests"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
ONEPLAN_DATA = Path(tempfile.gettempdir()) / "oneplan-tests-without-data"
ONEPLAN_ADDRESS = "http://testserver"
ONEPLAN_STARTERS = ANYBODY
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick; nothing is kept
