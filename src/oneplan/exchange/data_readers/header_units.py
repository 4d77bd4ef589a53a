"""What a column's header says of its figures: a share, a rate per so many, a change, or nothing."""

from __future__ import annotations

import re

from oneplan.evidence.definitions import IndicatorKind

_SHARE = re.compile(r"percent|(?:^|[_ ])pe?r?ct?(?:[_ ]|$)|^pt_|_pt$|_pt_|%", re.IGNORECASE)
_RATE = re.compile(r"(?:^|[_ ])rate(?:[_ ]|$)", re.IGNORECASE)
_PER = re.compile(r"[_ ]per[_ ]([\d,]*\d)(?!\d*k)", re.IGNORECASE)
_PER_THOUSANDS = re.compile(r"per[_ ](\d+)k", re.IGNORECASE)
_CHANGE = re.compile(r"change|gap|difference|quintile|decile|rank|score|_ci_", re.IGNORECASE)


def kind_of_header(header: str) -> tuple[IndicatorKind | None, str | None, float | None]:
    """The kind, the unit and what a rate is per; None where the header does not say."""
    if _CHANGE.search(header):
        return "value_only", None, None
    if _SHARE.search(header):
        return "proportion", "%", 100
    thousands, per_so_many = _PER_THOUSANDS.search(header), _PER.search(header)
    per = 0.0
    if thousands:
        per = float(thousands[1]) * 1000
    elif per_so_many:
        per = float(per_so_many[1].replace(",", ""))
    if per:
        return "rate", f"per {per:,.0f}", per
    return ("rate", None, None) if _RATE.search(header) or per_so_many else (None, None, None)
