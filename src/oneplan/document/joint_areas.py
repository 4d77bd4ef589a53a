"""Areas that share one table: the heading that names both holds what is done for each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from oneplan.document.schema import Element

_JOINTS = (re.compile(r"\s+/\s+|\s*[;\n]\s*"), re.compile(r"\s+(?:and|&|/)\s+|\s*[;,\n]\s*", re.I))
_SIGNS = re.compile(r"\W+")


def joint_headings(siblings: Sequence[Element]) -> dict[int, Element]:
    """For each of the siblings that another one's heading names beside others ("A / B"), that other, by ``id()``."""
    by_title: dict[str, list[Element]] = {}
    for element in siblings:
        by_title.setdefault(_plain(element.title), []).append(element)
    found: dict[int, Element] = {}
    for heading in siblings:
        for part in _parts(heading.title):
            for element in by_title.get(part, ()):
                found.setdefault(id(element), heading)
    return found


@lru_cache(maxsize=16384)
def _parts(title: str) -> tuple[str, ...]:
    """The names that a joint heading joins; none where it joins nothing."""
    split = (joint.split(title) for joint in _JOINTS)
    return tuple(_plain(name) for names in split if len(names) > 1 for name in names)


@lru_cache(maxsize=16384)
def _plain(title: str) -> str:
    return _SIGNS.sub(" ", title.casefold()).strip()
