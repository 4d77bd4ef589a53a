"""Money: sums, funds named without a sum, and cells that say there is none."""

from __future__ import annotations

import re

from oneplan.document.schema import Funding, FundingKind

_SUM = re.compile(
    r"(?:(?P<times>\d{1,3})\s?[x×@]\s?)?(?P<sign>[£€$]|GBP|EUR|USD)\s?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,12}(?:\.\d+)?)"
    r"(?:\s?(?P<scale>bn|billion|millions?|mn|m|k|thousand)\b)?",
    re.IGNORECASE,
)
_SCALES = {"b": 1e9, "m": 1e6, "k": 1e3, "t": 1e3}
_CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD"}
_KINDS: tuple[tuple[re.Pattern[str], FundingKind], ...] = (
    (re.compile(r"\bin[- ]kind\b", re.IGNORECASE), "in_kind"),
    (
        re.compile(
            r"\b(?:within|from|using|through|met by|contained in)?\s*(?:the\s+)?(?:existing|current|core|mainstream|within)\s+(?:\w+\s+)?(?:resources?|budgets?|funding|capacity|staff\w*)|no additional|\bnil\b|no cost|cost neutral|staff time only",
            re.IGNORECASE,
        ),
        "within_existing",
    ),
    (
        re.compile(
            r"^\W*(?:tbc|tba|tbd|n/?k|not known|unknown|to be (?:confirmed|agreed|determined|decided|identified|costed|advised))\b",
            re.IGNORECASE,
        ),
        "not_known",
    ),
)
_EMPTY = re.compile(r"^[\s\-–—./*]*$|^\s*n/?a\.?\s*$", re.IGNORECASE)


def read_funding(text: str) -> list[Funding]:
    """The sums of a cell with what each is for, else the fund it names; empty for an empty cell."""
    printed = " ".join(text.split())
    if _EMPTY.match(printed):
        return []
    sums = list(_SUM.finditer(printed))
    if not sums:
        return [Funding(text=printed, kind=_kind(printed))]
    ends = [match.start() for match in sums[1:]] + [len(printed)]
    return [
        _funding(printed, match, 0 if place == 0 else match.start(), end)
        for place, (match, end) in enumerate(zip(sums, ends, strict=True))
    ]


def _kind(printed: str) -> FundingKind:
    return next((kind for pattern, kind in _KINDS if pattern.search(printed)), "fund_named")


def _funding(printed: str, match: re.Match[str], start: int, end: int) -> Funding:
    amount = float(match["number"].replace(",", ""))
    if match["scale"]:
        amount *= _SCALES[match["scale"][0].lower()]
    if match["times"]:
        amount *= int(match["times"])
    words = printed[start : match.start()] + " " + printed[match.end() : end]
    label = " ".join(words.split()).strip(" ,;:+.-–()") or None
    return Funding(
        text=printed[start:end].strip(" ,;+"),
        amount=round(amount, 2),
        currency=_CURRENCIES.get(match["sign"], match["sign"].upper()),
        label=label,
        kind="amount",
    )
