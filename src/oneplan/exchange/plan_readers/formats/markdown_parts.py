"""A long Markdown text in parts that can be parsed one by one, divided where nothing goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LONG_ENOUGH = 100_000
LONGEST_PART = 600_000
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_BEGINS_ANEW = re.compile(r"#{1,6}[ \t]|[^\W\d_]|[*_]{2}\S")


def parts_of(text: str, most: int = LONGEST_PART) -> Iterator[tuple[int, str, bool]]:
    """Each part with the number of its first line, from 0, and whether it is whole.

    A part ends at an empty line before a heading or paragraph, outside of fenced code. One that grows
    beyond ``most`` characters is cut there, and is not whole.
    """
    lines = text.split("\n")
    first, size, fenced = 0, 0, False
    for at, line in enumerate(lines):
        divides = at > first and not lines[at - 1].strip() and not fenced
        ends = divides and size > _LONG_ENOUGH and _BEGINS_ANEW.match(line)
        too_long = at > first and size + len(line) >= most
        if ends or too_long:
            yield first, "\n".join(lines[first:at]), not too_long
            first, size, fenced = at, 0, False
        fenced ^= _FENCE.match(line) is not None
        size += len(line) + 1
    yield first, "\n".join(lines[first:]), True
