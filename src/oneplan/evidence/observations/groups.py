"""The group that an observation is about, as one text: empty for everyone."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PART = re.compile(r"((?:[^;\\]|\\.)*)(?:; |$)")
_QUOTED = re.compile(r"\\(.)")


def group_text(dimensions: Mapping[str, str]) -> str:
    """Dimensions and members as "age=0 to 4; sex=Female", in the order of their names."""
    return "; ".join(f"{name}={_quoted(member)}" for name, member in sorted(dimensions.items()))


def dimensions_of(group: str) -> dict[str, str]:
    """The dimensions and members of a group's text."""
    parts = (found[1] for found in _PART.finditer(group) if found[1])
    named = (part.partition("=") for part in parts)
    return {name: _QUOTED.sub(r"\1", member) for name, _, member in named}


def _quoted(member: str) -> str:
    return member.replace("\\", "\\\\").replace(";", "\\;")
