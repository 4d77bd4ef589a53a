"""Items that name what is looked at and give no figure: "Length of time on the waiting list"."""

from __future__ import annotations

import re

_LENGTH = 200
_NAMED_FIRST = re.compile(
    r"^(?:(?:average|median|total|mean)\s+)?(?:length of (?:time|stay|waits?)|time (?:taken|spent|waiting|between)|waiting times?|days (?:lost|absent)"
    r"|destinations? (?:of|after)|timeliness of|take-?\s?up of|uptake of|stability of|(?:successful )?outcomes of|(?:forecast|estimated|expected) savings?)\b",
    re.IGNORECASE,
)
_DATA = re.compile(
    r"^(?:[\w’'&/,()-]+\s+){0,10}(?:data|satisfaction)(?=\s+(?:for|of|on|with|from|about)\b|\s*\(|\W*$)",
    re.IGNORECASE,
)
_BROKEN_DOWN = re.compile(
    r"[-–—]\s?(?:%|percentage of|proportion of|number of|data to be)", re.IGNORECASE
)
_TREND = re.compile(
    r"\b(?:figures?|data|rates?) shows? an? (?:\w+ )?(?:improving|upward|downward|better) trend\b",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?:survey|report|review|audit|analysis|system|process|dashboard|agreement|set|published|collected|shared|gathered|available|in place|will"
    r"|develop\w*|establish\w*|collect|publish|share|gather|use|create|improve|analyse|agreed?|provide[ds]?|submit(?:s|ted)?|supply|supplied|hold|receive[ds]?|produce[ds]?)\b",
    re.IGNORECASE,
)


def names_a_measure(text: str) -> bool:
    """Whether an item without a figure is the name of something measured, and no thing to be delivered."""
    start = text[:_LENGTH]
    if _TREND.search(start) or _BROKEN_DOWN.search(start):
        return True
    if _NAMED_FIRST.match(start):
        return True
    return bool(_DATA.match(start)) and not _MADE.search(start)
