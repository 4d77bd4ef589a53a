"""Headings inside a table that say what kind the actions under them are."""

from __future__ import annotations

import re

from oneplan.document.schema import ActionCategory

_LONGEST = 110
_KINDS: tuple[tuple[ActionCategory, re.Pattern[str]], ...] = (
    (
        "narrow_the_gap",
        re.compile(
            r"\b(?:narrow(?:ing)?|clos(?:e|ing)|reduc(?:e|ing)|tackl(?:e|ing))\b.{0,20}"
            r"\b(?:gaps?|inequalit(?:y|ies))\b|\bgap[- ]narrowing\b",
            re.IGNORECASE,
        ),
    ),
    (
        "support_families",
        re.compile(
            r"\b(?:support|help|strengthen|work(?:ing)? with)(?:ing)?\s+(?:for\s+|to\s+)?"
            r"(?:parents?|families|carers|parents? and carers|parents? and families)\b"
            r"|\b(?:family|parent(?:ing)?) support\b",
            re.IGNORECASE,
        ),
    ),
    (
        "improve_access",
        re.compile(
            r"\b(?:improv(?:e|ing)|better|widen(?:ing)?|increas(?:e|ing)|easier)\s+access\b"
            r"|\baccess to services\b|\baccessibility\b",
            re.IGNORECASE,
        ),
    ),
    (
        "recommendation",
        re.compile(
            r"\brecommendations?\b|\barising from (?:the )?(?:inspection|review|audit)",
            re.IGNORECASE,
        ),
    ),
    (
        "core",
        re.compile(
            r"\b(?:core|universal|main|general|other core) actions?\b|\bactions? for all\b",
            re.IGNORECASE,
        ),
    ),
    ("other", re.compile(r"\b(?:other|further|additional|cross[- ]cutting) actions?\b", re.I)),
)
_HEADED_LIKE_ONE = re.compile(
    r"(?:key |planned |specific |priority )?(?:actions?|activit(?:y|ies)|work|tasks?|what we will do)"
    r"\b(?:\s+(?:to|that|which|for|will|aimed|designed|on|arising|intended|from|needed|taken))?\b"
    r"|.{0,50}\bactions?\W*$",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:narrow(?:ing)?|clos(?:e|ing)|support(?:ing)?|improv(?:e|ing)|recommendations?|other|core|"
    r"universal|family|parent|better|widen(?:ing)?|reduc(?:e|ing)|help(?:ing)?|tackl(?:e|ing))\b",
    re.IGNORECASE,
)
_MOST_BARE_WORDS = 7


def category_heading(text: str) -> ActionCategory | None:
    """The category that a lone line names as a heading ("Action to narrow the gap"), None otherwise."""
    text = text.strip()
    if not text or len(text) > _LONGEST or text.rstrip(" :–-").endswith("."):
        return None
    headed = _HEADED_LIKE_ONE.match(text)
    bare = _BARE.match(text) and len(text.split()) <= _MOST_BARE_WORDS
    return named_category(text) if headed or bare else None


def named_category(text: str) -> ActionCategory | None:
    """The category that any words name, as in a column of kinds; None where they name none."""
    return next((kind for kind, pattern in _KINDS if pattern.search(text)), None)
