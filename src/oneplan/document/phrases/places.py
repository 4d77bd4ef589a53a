"""Lists of places: wards, districts, schools, with brackets that mark some of them."""

from __future__ import annotations

import re

from oneplan.document.schema import Place

_BETWEEN = re.compile(r"[,;\n•](?![^()]*\))|(?<=\))\s*(?=\()|\s+and\s+(?=\(?[A-Z])(?=[^,;]*$)")


def split_places(text: str) -> list[Place]:
    """The places of a list; a name in brackets keeps that as its note ("in brackets")."""
    places = []
    for piece in _BETWEEN.split(text):
        name = " ".join(piece.split()).strip(" .;,")
        if not name:
            continue
        if name.startswith("(") and name.endswith(")"):
            places.append(Place(name=name[1:-1].strip(), note="in brackets"))
        else:
            places.append(Place(name=name))
    return places
