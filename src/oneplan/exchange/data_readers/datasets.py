"""What a dataset is called from one release to the next."""

from __future__ import annotations

import re
from pathlib import PurePath

_RELEASE = re.compile(
    r"(?:[\s_-]*(?:\(\d+\)|(?:to|and)[\s_-]*(?=\d)|(?:19|20)\d\d(?:[_-]?\d\d(?:\d\d)?)?|v\d+|final|revised|provisional))+$"
)
_NOT_WORD = re.compile(r"[\W_]+")


def dataset_name(file: str) -> str:
    """A file's name without its ending and the years at its end: it is to outlive the release."""
    stem = PurePath(file).stem.casefold()
    short = _RELEASE.sub("", stem)
    return _NOT_WORD.sub("_", short or stem).strip("_") or "data"


def slug(name: str) -> str:
    """An indicator's name as a code: "Early years – GLD" is "early-years-gld"."""
    return _NOT_WORD.sub("-", name.casefold()).strip("-") or "indicator"
