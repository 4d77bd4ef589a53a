"""Names of bodies, strategies, groups and posts, where commas and "and" may belong to the name."""

from __future__ import annotations

import re

_POST = re.compile(
    r"\b(?:manager|head|director|officer|co-?ordinator|consultant|lead|leader|chair|chief|commissioner|adviser|advisor|superintendent|inspector|principal|supervisor|SDMs?|OMs?|EIA|GM|AD)\b",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*[,;\n]\s*(?![^()]*\))")


def split_names(text: str) -> list[str]:
    """The names of a list in order."""
    return [" ".join(name.split()) for name in _SEPARATOR.split(text) if name.strip()]


def looks_like_post(text: str) -> bool:
    """Whether a text names a post ("Head of Midwifery") and not a body."""
    return bool(_POST.search(text)) and len(text) < 120


def read_posts(text: str) -> list[str]:
    """The posts of a lead cell."""
    return [
        " ".join(post.split())
        for post in re.split(r"\s*(?:[;\n]|&\s(?=[A-Z]{2,4}:))\s*", text)
        if post.strip()
    ]


def split_partners_and_leads(text: str) -> tuple[list[str], list[str]]:
    """The partners of a cell and the lead posts that follow them."""
    names = split_names(text)
    return [name for name in names if not looks_like_post(name)], [
        name for name in names if looks_like_post(name)
    ]
