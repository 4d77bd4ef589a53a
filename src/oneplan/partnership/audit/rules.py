"""How an event is marked, so that a history that was tampered with shows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any


def mark(facts: Mapping[str, Any], before: str) -> str:
    """The hash (64 hexadecimal digits) of an event's facts and of the mark of the event before it."""
    told = json.dumps(facts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(f"{before}\n{told}".encode()).hexdigest()
