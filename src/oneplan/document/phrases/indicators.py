"""Indicators as plans name them: a name and, somewhere in it, a code."""

from __future__ import annotations

import re

from oneplan.document.schema import Indicator

_CODE = re.compile(
    r"\b(?:(?P<family>NI|PSA|LPI|LI|BVPI|BV|PHOF|ASCOF|NHSOF|KPI|PI|VSB|SIPI|CYP)\s?[-–]?\s?(?P<number>\d{1,4}(?:\.\d{1,3})*(?:[a-z]{1,3}|(?:i{1,3}|iv|v))?)|(?P<vital>vital\s+signs?(?:\s+indicators?)?)\s+(?P<sign>\d{1,6}))\b",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*[(\[]\s*[)\]]")


def find_codes(text: str) -> list[str]:
    """The indicator codes in a text, normalised ("NI 55", "PHOF 2.04", "Vital Signs 5338")."""
    return [_normal(match) for match in _CODE.finditer(text)]


def _normal(match: re.Match[str]) -> str:
    if match["vital"]:
        return f"Vital Signs {match['sign']}"
    return f"{match['family'].upper()} {match['number'].lower()}"


def read_indicator(text: str) -> Indicator:
    """An indicator from a line such as "Obesity in Year 6 (NI56)."; its name is what is left of the code."""
    printed = " ".join(text.split())
    match = _CODE.search(printed)
    if match is None:
        return Indicator(name=printed.strip(" .;:-–") or None, text=printed)
    rest = _BRACKETS.sub("", f"{printed[: match.start()]}{printed[match.end() :]}")
    return Indicator(code=_normal(match), name=rest.strip(" .;:,-–") or None, text=printed)
