"""The unit that a header gives to the bare numbers below it: "Cost (£)", "Budget £000", "£m"."""

from __future__ import annotations

import re

from oneplan.document.schema import Funding

_UNIT = re.compile(
    r"(?P<sign>[£€$])\s?(?P<scale>['’]?000['’]?s?|k\b|thousands?\b|m\b|mn\b|millions?\b)?",
    re.IGNORECASE,
)
_BARE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,12}(?:\.\d+)?")
_CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD"}


def in_units_of(header: str, funding: Funding) -> Funding:
    """A bare number in the currency and scale of its header; any other sum as it is."""
    unit = _UNIT.search(header)
    bare = _BARE.fullmatch(funding.text.strip())
    if unit is None or bare is None:
        return funding
    scale = (unit["scale"] or "").strip("'’").casefold()
    times = 1_000_000 if scale.startswith("m") else 1_000 if scale else 1
    return funding.model_copy(
        update={
            "amount": float(bare[0].replace(",", "")) * times,
            "currency": _CURRENCIES[unit["sign"]],
            "kind": "amount",
        }
    )
