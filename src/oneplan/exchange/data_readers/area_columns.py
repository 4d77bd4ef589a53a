"""Codes of areas, as files write them, to GSS codes."""

from __future__ import annotations

import re
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
_LONGEST_NAME = 80
_NOT_WORD = re.compile(r"[\W_]+")
_TRIMMINGS = re.compile(
    r" (?:(?:city|county|royal borough|london borough|borough|metropolitan borough) of(?= )"
    r"|(?<! london )(?:city|county) of(?= $)|county(?= durham $)"
    r"|(?:(?:county|city|borough|district|metropolitan|unitary|london) )*"
    r"(?:council|corporation|mbc|mdc|bc|cc|dc|ua|unitary authority|lb)(?= $)|the(?= )"
    r"|(?:region|county|district|borough)(?= $))"
)


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
    """The code of the one area that has this name; None where none or several have.

    Today's areas go before past ones, and regions before combined authorities of the same name.
    """
    if len(name) > _LONGEST_NAME:
        return None
    plain = _plain_name(name)
    return _names().get(plain) or _names().get(_trimmed(plain))


def _plain_name(name: str) -> str:
    """A name's words; what follows a comma, as in "Bristol, City of", goes before it."""
    first, _, rest = name.casefold().replace("&", " and ").replace("'", "").partition(", ")
    turned = f"{rest} {first}" if rest.endswith(" of") else f"{first} {rest}"
    return " ".join(_NOT_WORD.sub(" ", turned).split())


def _trimmed(plain: str) -> str:
    return " ".join(_TRIMMINGS.sub(" ", f" {plain} ").split())


@cache
def _names() -> dict[str, str]:
    england = [area for area in known_areas().values() if area.code[0] in "EK"]
    today = [area for area in england if area.end is None]
    single = [area for area in today if area.code[:3] not in ("E47", "E11", "E13")]
    names: dict[str, str] = {}
    for areas in (single, today, england):
        for shorten in (str, _trimmed):
            said = [(shorten(_plain_name(area.name)), area.code) for area in areas]
            counts = Counter(name for name, _ in said)
            for name, code in said:
                if counts[name] == 1:
                    names.setdefault(name, code)
    return names


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
