"""Numbers as people write counts: figures with commas, and number words up to twenty."""

from __future__ import annotations

import re

WORDS = {
    word: number
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
         "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"],
        start=1,
    )
}  # fmt: skip

FIGURE = r"(?<![\w£$€.,/%-])\d{1,3}(?:,\d{3})+(?![\d%])|(?<![\w£$€.,/%-])\d{1,7}(?![\d%]|[.,]\d|(?:st|nd|rd|th)\b)"
"""A whole number that is no money, percentage, decimal, range or ordinal."""

COUNT = rf"(?:{FIGURE}|\b(?:{'|'.join(WORDS)})\b)"

_YEAR = re.compile(r"(?:19|20)\d\d")


def count(text: str) -> int:
    """The number that a count names ("1,144", "six")."""
    return WORDS.get(text.casefold()) or int(text.replace(",", ""))


def looks_like_a_year(text: str) -> bool:
    """Whether a figure may be a calendar year."""
    return bool(_YEAR.fullmatch(text))
