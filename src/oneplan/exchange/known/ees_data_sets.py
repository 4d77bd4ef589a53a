"""Data sets of Explore Education Statistics that the catalogue has series of, by their titles and columns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from oneplan.evidence.catalogue import load_catalogue

TITLES = {
    "absence_la": r"\babsence\b.*\b(?:geograph\w*|local authorit\w*|la)\b",
    "ks2_la": r"\b(?:key stage 2|ks2)\b.*\b(?:geograph\w*|local authorit\w*|la|region\w*)\b",
    "ks4_la": r"\b(?:key stage 4|ks4|gcse\w*)\b.*\b(?:geograph\w*|local authorit\w*|la|region\w*)\b",
    "cla_number_and_rate_per_10k_children": r"\b(?:looked after|cla)\b.*\brates?\b.*\b10(?:k|,?000)\b",
    "la_cla_placement_stability": r"\bplacement stability\b",
    "c1_children_in_need_referrals_and_rereferrals": r"^c1\b|\bre ?referrals\b",
    "d3_cpps_subsequent_plan": r"^d3\b|\bsubsequent\b.*\bplans?\b|\bplans?\b.*\bsubsequent\b",
    "eyfsp_aps_gld_elg_underlying_data": r"\b(?:early years foundation stage|eyfsp|eyfs profile)\b",
    "ud_neetnk_la_dashboard": r"\bneet\b.*\b(?:local authorit\w*|la|scorecard)\b",
}
"""What the catalogue calls a data set, and how its title is known."""
_OF_A_PART = re.compile(
    r"\b(?:pru|pupil referral|alternative provision|special schools?|autumn|spring|summer|terms?|weekly)\b"
)
_NOT_WORD = re.compile(r"[^a-z0-9,]+")


def known_data_set(title: str, columns: Iterable[str]) -> str | None:
    """What the catalogue calls the data set of this title, if it has all columns that it reads.

    None where it knows none, or the title says that the figures are of a part: one term, one kind of
    school.
    """
    plain = _NOT_WORD.sub(" ", title.casefold()).strip()
    if _OF_A_PART.search(plain):
        return None
    there = {column.casefold() for column in columns}
    found = [
        name
        for name, pattern in TITLES.items()
        if re.search(pattern, plain) and _columns_read().get(name, {""}) <= there
    ]
    return found[0] if len(found) == 1 else None


@cache
def _columns_read() -> dict[str, set[str]]:
    """The columns of each data set that the catalogue has series of."""
    read: dict[str, set[str]] = {}
    for definition in load_catalogue():
        for series in definition.series:
            for code in (series.code, series.numerator, series.denominator):
                if code and "/" in code:
                    name, _, column = code.partition("/")
                    read.setdefault(name, set()).add(column.casefold())
    return read
