"""Secrets that lie in the database so that a copy of the database alone does not tell them."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from hashlib import sha256

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


def seal(secret: str) -> str:
    """The secret, sealed with the site's own key."""
    return _keys().encrypt(secret.encode()).decode()


def unseal(sealed: str) -> str:
    """The secret again, sealed with the site's key or one of those it had before.

    Raises:
        cryptography.fernet.InvalidToken: it was sealed with another key, or changed.
    """
    return _keys().decrypt(sealed.encode()).decode()


def _keys() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_for_sealing(str(key))) for key in keys])


def _for_sealing(key: str) -> bytes:
    return urlsafe_b64encode(sha256(f"oneplan second step {key}".encode()).digest())
