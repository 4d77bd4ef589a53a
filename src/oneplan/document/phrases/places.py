"""Lists of places: wards, districts, schools, with brackets that mark some of them."""

from __future__ import annotations

import re

from oneplan.document.phrases.names_with_commas import outside_brackets
from oneplan.document.schema import Place

_LAST = re.compile(r"^(?P<first>[^\s].{0,80}?) and (?P<second>\(?[A-Z].{0,80})$")
_BETWEEN_BRACKETS = re.compile(r"(?<=\)) {0,3}(?=\()")


def split_places(text: str) -> list[Place]:
    """The places of a list; a name in brackets keeps that as its note ("in brackets")."""
    pieces = [
        part
        for line in text.replace("•", "\n").split("\n")
        for group in outside_brackets(line, ";")
        for piece in outside_brackets(group, ",")
        for part in _BETWEEN_BRACKETS.split(piece)
    ]
    if len(pieces) > 1:
        last = _LAST.match(pieces[-1])
        if last is not None:
            pieces[-1:] = [last["first"], last["second"]]
    return [
        _place(name) for name in (" ".join(piece.split()).strip(" .;,") for piece in pieces) if name
    ]


def _place(name: str) -> Place:
    if name.startswith("(") and name.endswith(")"):
        return Place(name=name[1:-1].strip(), note="in brackets")
    return Place(name=name)
