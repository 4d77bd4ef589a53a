"""Numbers with a decimal comma ("12,5", "1.234,5"), as spreadsheets set to German or Welsh write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

_SIGN, _END = r"[+\-−]?£?\s?", r"\s?%?"
_CERTAIN = re.compile(
    rf"{_SIGN}(?:0,\d+|\d+,\d{{1,2}}|\d+,\d{{4,}}|\d{{4,}},\d+|\d{{1,3}}(?:[. \u00a0\u202f]\d{{3}})+,\d+){_END}",
    re.ASCII,
)
_IN_DOUBT = re.compile(
    rf"{_SIGN}[1-9]\d{{0,2}}(?:,\d{{3}}|(?:[. \u00a0\u202f]\d{{3}})+){_END}", re.ASCII
)
"""A comma or point before three digits: of decimals, or between thousands."""
_OTHERWISE = re.compile(
    rf"{_SIGN}(?:\d*\.\d{{1,2}}|\d*\.\d{{4,}}|0?\.\d+|\d{{1,3}}(?:,\d{{3}})+(?:,\d{{3}}|\.\d*)){_END}",
    re.ASCII,
)
_NUMBER = re.compile(rf"{_SIGN}\d[\d., \u00a0\u202f]*{_END}", re.ASCII)
_THOUSANDS = re.compile(r"(?<=\d)[. \u00a0\u202f](?=\d{3}(?:\D|$))")
_LETTER = re.compile(r"[^\W\d_]{2}")


def columns_with_commas(columns: Mapping[str, Sequence[str]]) -> list[str]:
    """The columns whose numbers have a decimal comma wherever they have a part after the whole.

    A comma before three digits may stand between thousands, and a point may be a decimal one: they
    are read so only in a table that has a decimal comma for certain.
    """
    seen = {name: _seen(texts) for name, texts in columns.items()}
    certain = [name for name, (sure, _, against) in seen.items() if sure and not against]
    if not certain:
        return []
    doubtful = [name for name, (sure, doubt, against) in seen.items() if doubt and not against]
    return [name for name in columns if name in {*certain, *doubtful}]


def _seen(texts: Iterable[str]) -> tuple[bool, bool, bool]:
    """Whether a column has numbers with a decimal comma for certain, perhaps, and with a point."""
    sure = doubt = against = False
    words = numbers = 0
    for text in texts:
        if "," in text or "." in text:
            plain = text.strip()
            sure = sure or _CERTAIN.fullmatch(plain) is not None
            doubt = doubt or _IN_DOUBT.fullmatch(plain) is not None
            against = against or _OTHERWISE.fullmatch(plain) is not None
            numbers += _NUMBER.fullmatch(plain) is not None
        words += _LETTER.search(text) is not None
    if words > numbers:
        return False, False, False
    return sure, doubt, against


def with_point(text: str) -> str:
    """The number with a decimal point and nothing between thousands; other words as they are."""
    plain = text.strip()
    if not _NUMBER.fullmatch(plain):
        return text
    return _THOUSANDS.sub("", plain).replace(",", ".")
