"""How e-mail goes out: by the mail server that an address names."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from oneplan.settings.addresses import HERE

_PORTS = {"smtp": 587, "smtps": 465}


def post(address: str) -> dict[str, Any]:
    """Django's settings of a mail server.

    ``address`` is "smtp://person:password@host:587" (encrypted by STARTTLS, except to this computer
    itself), "smtps://…" (encrypted from the start), or empty: the mail server of this computer.

    Raises:
        ImproperlyConfigured: the address names no mail server.
    """
    parts = urlsplit(address or "smtp://localhost:25")
    try:
        port = parts.port
    except ValueError:
        port = 0
    if parts.scheme not in _PORTS or not parts.hostname or port == 0:
        raise ImproperlyConfigured(
            "ONEPLAN_MAIL must look like smtp://person:password@host:587 or smtps://…"
        )
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port or _PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and parts.hostname not in HERE,
        "EMAIL_TIMEOUT": 10,
    }
