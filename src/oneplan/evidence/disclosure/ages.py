"""Ages as stretches of a line of years, so that bands which overlap are known to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from math import inf

_WORDS = re.compile(
    r"\b(?:aged?|ages|years?|yrs?|old|of age|children|young people|people|pupils|persons)\b|[():,]"
)
_FORMS: tuple[tuple[re.Pattern[str], Callable[[int, int], tuple[float, float]]], ...] = (
    (re.compile(r"(\d{1,3}) ?(?:-|–|to|and up to) ?(\d{1,3})"), lambda a, b: (a, b + 1)),
    (re.compile(r"(?:under|<|below|younger than) ?(\d{1,3})()"), lambda a, _: (0, a)),
    (re.compile(r"(?:up to|<=|≤) ?(\d{1,3})()"), lambda a, _: (0, a + 1)),
    (re.compile(r"(?:over|>|older than) ?(\d{1,3})()"), lambda a, _: (a + 1, inf)),
    (
        re.compile(r"(\d{1,3}) ?(?:\+|plus|and over|or over|and above|and older|or more)()"),
        lambda a, _: (a, inf),
    ),
    (re.compile(r"(\d{1,3})()"), lambda a, _: (a, a + 1)),
)


def age_span(label: str) -> tuple[float, float] | None:
    """The birthdays from and up to which a band of ages reaches: "5 to 9" is 5.0 to 10.0.

    None where the label names no ages.
    """
    text = " ".join(_WORDS.sub(" ", label.casefold()).split())
    for form, span in _FORMS:
        found = form.fullmatch(text)
        if found:
            low, high = span(int(found[1]), int(found[2] or 0))
            return (low, high) if low < high else None
    return None


def age_spans(labels: Iterable[str]) -> Mapping[str, tuple[float, float]]:
    """The spans of all the bands; none where one of them names no ages."""
    spans = {}
    for label in labels:
        span = age_span(label)
        if span is None:
            return {}
        spans[label] = span
    return spans
