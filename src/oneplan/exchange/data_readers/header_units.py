"""What a column's header says of its figures: a share, a rate per so many, a change, or nothing."""

from __future__ import annotations

import re

from oneplan.evidence.definitions import IndicatorKind

_SHARE = re.compile(r"percent|(?:^|[_ ])pe?r?ct?(?:[_ ]|$)|^pt_|_pt$|_pt_|%", re.IGNORECASE)
_RATE = re.compile(r"(?:^|[_ ])rate(?:[_ ]|$)|[_ ]per[_ ]([\d,]*\d)(?!\d*k)", re.IGNORECASE)
_PER_THOUSANDS = re.compile(r"per[_ ](\d+)k", re.IGNORECASE)
_CHANGE = re.compile(r"change|gap|difference|quintile|decile|rank|score|_ci_", re.IGNORECASE)


def kind_of_header(header: str) -> tuple[IndicatorKind | None, str | None, float | None]:
    """The kind, the unit and what a rate is per; None where the header does not say."""
    if _CHANGE.search(header):
        return "value_only", None, None
    if _SHARE.search(header):
        return "proportion", "%", 100
    thousands, rate = _PER_THOUSANDS.search(header), _RATE.search(header)
    if thousands:
        per = float(thousands[1]) * 1000
        return "rate", f"per {per:,.0f}", per
    if rate:
        per = float(rate[1].replace(",", "")) if rate[1] else 0.0
        return "rate", f"per {per:,.0f}" if per else None, per or None
    return None, None, None
