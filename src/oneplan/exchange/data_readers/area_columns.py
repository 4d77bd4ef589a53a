"""Codes of areas, as files write them, to GSS codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from oneplan.exchange.known.areas import areas_by_dfe_code, known_areas
from oneplan.vocabulary.areas import area_kind, is_area_code
from oneplan.vocabulary.findings import Finding, Source

_LISTED = frozenset(("E06", "E07", "E08", "E09", "E10", "E12", "E13", "E92"))
_MOST_NAMED = 5


def area_code(*codes: str) -> str | None:
    """The GSS code that the first of the codes to name an area stands for; None where none does.

    A code may be a GSS code or the Department for Education's three digits, "885" or "885.0".
    """
    for code in codes:
        plain = code.strip().upper()
        if is_area_code(plain):
            return plain
        known = areas_by_dfe_code().get(plain.removesuffix(".0"))
        if known:
            return known.code
    return None


def area_named(name: str) -> str | None:
    """The code of the one area of today that has this name; None where none or several have."""
    return _names().get(" ".join(name.casefold().replace("&", "and").split()))


@cache
def _names() -> dict[str, str]:
    today = [area for area in known_areas().values() if area.end is None and area.code[0] == "E"]
    names = Counter(area.name.casefold() for area in today)
    return {area.name.casefold(): area.code for area in today if names[area.name.casefold()] == 1}


def unlisted_areas(areas: pa.Array, rows: pa.Array, file: str) -> Iterable[Finding]:
    """A question for every code of the right form that should be in the list of areas and is not."""
    known = known_areas()
    strange = [
        code
        for code in pc.unique(areas).to_pylist()
        if code and code not in known and (code[:3] in _LISTED or area_kind(code) is None)
    ]
    for code in strange[:_MOST_NAMED]:
        row = rows[pc.index(areas, code).as_py()].as_py()
        more = f"; so are {len(strange) - _MOST_NAMED} more" if len(strange) > _MOST_NAMED else ""
        yield Finding(
            rule="area-not-listed",
            severity="warning",
            message=f"The area {code} is in no list of areas{more}. Kept.",
            where=code,
            fix="Compare it with the list of codes; it may be new, or mistyped.",
            source=Source(file=file, row=row),
        )
