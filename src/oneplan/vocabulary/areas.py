"""Areas by their nine-character GSS code: what the code says, and what is known of one area."""

from __future__ import annotations

import re
from dataclasses import dataclass

ENGLAND = "E92000001"
"""The whole that areas are compared with."""

REGIONS_BEGIN = "E12"
"""How the codes of England's nine regions begin."""

_FORM = re.compile(r"[EWSNKJLM]\d{8}")
_KINDS = {
    "K02": "country",
    "K03": "country",
    "K04": "country",
    "K99": "elsewhere",
    "E92": "country",
    "W92": "country",
    "S92": "country",
    "N92": "country",
    "E12": "region",
    "E13": "part of London",
    "E10": "county",
    "E06": "unitary authority",
    "W06": "unitary authority",
    "S12": "council area",
    "N09": "district",
    "E07": "district",
    "E08": "metropolitan district",
    "E09": "London borough",
    "E11": "metropolitan county",
    "E47": "combined authority",
    "E05": "ward",
    "E14": "constituency",
    "E01": "small area",
    "E02": "small area",
    "E22": "community safety partnership",
    "E23": "police force",
    "E37": "local enterprise partnership",
    "E69": "local skills area",
    "E40": "NHS area",
    "E38": "NHS area",
    "E54": "NHS area",
}


@dataclass(frozen=True, slots=True)
class Area:
    """An area with the years its code was valid in, the last one left out, and what came after it.

    ``dfe_code`` is the three-digit code of the Department for Education; it stays when a boundary
    changes and the GSS code with it. ``region`` is the code of the region that it lies in.
    """

    code: str
    name: str
    dfe_code: str | None = None
    start: int | None = None
    end: int | None = None
    successors: tuple[str, ...] = ()
    region: str | None = None


def is_area_code(text: str) -> bool:
    """Whether the text has the form of a GSS code."""
    return _FORM.fullmatch(text) is not None


def area_kind(code: str) -> str | None:
    """What kind of area a code is for, None where its first three characters are not known."""
    return _KINDS.get(code[:3])
