"""What the world outside a plan knows, as package data: indicators, acronyms and bodies."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from oneplan.document.lint.facts import Known


@cache
def load_known() -> Known:
    """The National Indicators of 2008 with their titles, and the usual acronyms of the field."""
    return Known(
        indicators=_pairs("national_indicators_2008.tsv"),
        acronyms=_pairs("acronyms.tsv"),
    )


def _pairs(name: str) -> dict[str, str]:
    text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    pairs = {}
    for line in text.splitlines():
        key, _, value = line.partition("\t")
        pairs[key] = value
    return pairs
