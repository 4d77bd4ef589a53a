"""Signs that nobody sees and nobody types, but that turn words round or make two alike look the same."""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # control signs but tab and ends of lines
    "\u200b\u2060\ufeff"  # spaces and joins without width; those within letters and pictures stay
    "\u202a-\u202e\u2066-\u2069"  # what turns the direction of all that follows
    "\ufff9-\ufffb"
    "]"
)


def visible(text: str) -> str:
    """The text without such signs; its lines and spaces stay as they are."""
    return _UNSEEN.sub("", text)
