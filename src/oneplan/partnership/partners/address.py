"""Names as the addresses of pages."""

from __future__ import annotations

from collections.abc import Container

from django.utils.text import slugify

_APOSTROPHES = str.maketrans("", "", "'’ʼ")


def address_of(name: str, longest: int, otherwise: str) -> str:
    """The whole words of a name that fit into so many letters, joined by hyphens: "fens-childrens-plan".

    ``otherwise`` where the name has no letter or figure that an address can hold; what is one word is cut.
    """
    words = slugify(name.translate(_APOSTROPHES))
    if len(words) > longest:
        cut = words[: longest + 1].rpartition("-")[0] or words[:longest]
        words = cut
    return words.strip("-_") or otherwise


def free_address(wanted: str, taken: Container[str]) -> str:
    """The address, or the first with a number behind it that is not taken."""
    found, number = wanted, 1
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return found
