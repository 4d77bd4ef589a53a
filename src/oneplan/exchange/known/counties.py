"""The county that each non-metropolitan district lies in, as of April 2023."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def county_of() -> dict[str, str]:
    """The code of the county of each district; unitary authorities and boroughs are in none."""
    text = files(__package__).joinpath("counties.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return {row[0]: row[1] for row in rows}
