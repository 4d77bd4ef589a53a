"""Which areas are ranked together: those of a kind, and never a whole with its parts."""

from __future__ import annotations

from oneplan.vocabulary.areas import area_kind

UPPER_TIER = "upper-tier authorities"
"""England's counties, unitary authorities, metropolitan districts and London boroughs."""
OTHER = "other areas"
"""Codes that are not of the form of published areas, such as a partner's own."""

_UPPER_TIER = ("E06", "E08", "E09", "E10")
_WHOLES = ("country", "region", "part of London", "elsewhere")


def ranked_among(code: str) -> str | None:
    """The areas that an area is ranked among, None for a country or a region."""
    if code.startswith(_UPPER_TIER):
        return UPPER_TIER
    kind = area_kind(code)
    if kind in _WHOLES:
        return None
    return f"{kind} {code[:3]}" if kind else OTHER
