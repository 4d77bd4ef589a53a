"""The places that an action's own words aim it at."""

from __future__ import annotations

import re

_NAME = r"[A-Z][\w'’-]+(?: (?:and |on |upon )?[A-Z][\w'’-]+){0,2}?"
_LISTED = re.compile(
    rf"\b(?:in|across|for|wards? of|districts? of|towns? of)\s+(?P<list>{_NAME}(?:, {_NAME}){{0,12}},?"
    rf"\s+(?:and|&)\s+{_NAME})(?=[.;,)]|\s+(?:wards?|districts?|areas?|localit)|$)"
)
_QUARTER = re.compile(
    r"\bin (?P<name>(?:North|South|East|West|Mid|Central|Northern|Southern|Eastern|Western) [A-Z][a-z]+)\b"
)
_AIMED = re.compile(
    r"\b(?:target(?:ed|ing)?|focus\w*|areas?|wards?|districts?|towns?|localit(?:y|ies)|hot ?spots?"
    r"|neighbourhoods?|estates?|villages?)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.]+\.?")


def places_named(text: str) -> list[str]:
    """The places of a list such as "in areas with the longest waits in Alton, Brede and Cove"."""
    found: list[str] = []
    for sentence in _SENTENCE.findall(text):
        if _AIMED.search(sentence):
            for match in _LISTED.finditer(sentence):
                found.extend(re.split(r",\s+|\s+(?:and|&)\s+", match["list"]))
        found.extend(match["name"] for match in _QUARTER.finditer(sentence))
    return list(dict.fromkeys(name.strip(" ,") for name in found if name.strip(" ,")))
