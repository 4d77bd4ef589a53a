"""Money: sums with what each is for, funds named without a sum, and cells that say there is none."""

from __future__ import annotations

import re
from itertools import pairwise

from oneplan.document.schema import Funding, FundingKind

_SUM = re.compile(
    r"(?:(?P<times>\d{1,3})\s?[x×@]\s?)?(?P<sign>[£€$]|\b(?:GBP|EUR|USD))\s?"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,12}(?:\.\d+)?)(?!\d|,\d)"
    r"(?:\s?(?P<scale>bn|billion|millions?|mn|m|k|thousand)\b)?",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?<![\w.,])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,12}(?:\.\d+)?)"
    r"(?:\s?(?P<scale>bn|billion|millions?|mn|m|k|thousand))?\s?(?P<sign>GBP|EUR|USD|euros?|pounds)\b",
    re.IGNORECASE,
)
_SCALES = {"b": 1e9, "m": 1e6, "k": 1e3, "t": 1e3}
_CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD", "euro": "EUR", "euros": "EUR", "pounds": "GBP"}
_SEAM = re.compile(
    r"\n|[;+]|,\s|\b(?:plus|and)\b|\s(?=(?:19|20)\d\d\b)|(?<=[\s)])(?=[A-Z][\w ]{0,30}:\s*$)",
    re.IGNORECASE,
)
_STRONG_SEAM = re.compile(r"\n|[;+]|\bplus\b", re.IGNORECASE)
_LONGEST_LIST_OF_PARTS = 300
_BRACKETED = re.compile(r"\([^()]*\)")
_PARTS_FOLLOW = re.compile(
    r"\W*(?:of which|including|incl\.?|comprising|made up of)\b", re.IGNORECASE
)
_WITHIN = re.compile(
    r"\b(?:existing|current|core|mainstream|within)\s+(?:\w+\s+){0,2}?(?:resources?|budgets?|funding|capacity|staff\w*)"
    r"|\bno (?:additional|extra|new|further)\b|\bnil\b|\bno cost|^\W*(?:none|not) (?:required|needed)\b|^\W*none\W*$|\bcost neutral|\bofficer time only|\bstaff time only"
    r"|^\W*existing\W*$",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"\b(?:subject to|dependent on|dependant on|awaiting|pending)\b.{0,60}\b(?:bid|funding|approval|application|outcome|decision)"
    r"|\b(?:funding )?bids? (?:to be )?(?:submitted|pending|made|in progress|under way)\b"
    r"|^\W*(?:tbc|tba|tbd|not (?:yet )?known|unknown|to be (?:confirmed|agreed|determined|decided|identified|costed|advised))\b"
    r"|\b(?:costs?|costings?|funding|budgets?|amounts?|sources?|resources?) (?:is |are )?(?:tbc|tba|tbd|to be \w+|not (?:yet )?\w+)\b"
    r"|\bunfunded\b|\b(?:no (?:funding|budget|resources?)|none)(?: yet)? (?:identified|available|allocated|secured)\b",
    re.IGNORECASE,
)
_IN_KIND = re.compile(
    r"\bin[- ]kind\b|^\W*(?:(?!existing|current|core|within)\w+ ){0,2}(?:officer|staff|consultant|admin(?:istration)?|practitioner|management"
    r"|volunteer|partner|team)s?[’']? time\W*$",
    re.IGNORECASE,
)
_HOW_OFTEN = re.compile(
    r"\W*(?:p\.?\s?a\.?|per (?:annum|year|month|week|quarter)|a (?:year|month)|(?:each|every) year|annual(?:ly)?"
    r"|yearly|one[- ]off|recurring|recurrent|in total|total|approx(?:imately)?\.?|c\.?|ca\.?|circa|about|around|/\s?year)\W*",
    re.IGNORECASE,
)
_KINDS: tuple[tuple[re.Pattern[str], FundingKind], ...] = (
    (_IN_KIND, "in_kind"),
    (_WITHIN, "within_existing"),
    (_UNKNOWN, "not_known"),
)
_RANGE = re.compile(r"\s?(?:[-–—]|to)\s?[£€$]?\s?\d")
_BARE = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{3,12}(?:\.\d+)?|\d{1,4}(?:\.\d+)?(?=\s?[km]))\s?(?P<scale>million|[km])?",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"[\s\-–—./*]*|n\s?/?\s?a\.?|not applicable\.?", re.IGNORECASE)
_EDGES = " \t\n,;:+.-–<>~≈/"


def read_funding(text: str) -> list[Funding]:
    """The sums of a cell, each with what it is for, else the fund it names; empty for an empty cell.

    Amounts are in whole currency units; "2 x £5,000" is 10000. A number alone has no currency; a range
    ("£50-60k") has no amount.
    """
    printed = "\n".join(
        line for line in (" ".join(raw.split()) for raw in text.split("\n")) if line
    )
    if _EMPTY.fullmatch(printed):
        return []
    bare = _BARE.fullmatch(printed)
    if bare is not None:
        return [Funding(text=printed, amount=_amount(bare), kind="amount")]
    sums = _sums(printed)
    if not sums:
        return [Funding(text=" ".join(printed.split()), kind=_kind(printed))]
    cuts = [0, *_cuts(printed, sums), len(printed)]
    return [
        _funding(printed[start:end], match, start)
        for match, (start, end) in zip(sums, pairwise(cuts), strict=True)
    ]


def _sums(printed: str) -> list[re.Match[str]]:
    """The sums of a cell; the second of "£1m to £2m" is no sum of its own."""
    sums: list[re.Match[str]] = []
    for match in _SUM.finditer(printed) if _SUM.search(printed) else _AFTER.finditer(printed):
        between = printed[sums[-1].end() : match.start()].strip() if sums else ""
        if between not in ("-", "–", "—", "to"):
            sums.append(match)
    return _without_parts(printed, sums)


def _without_parts(printed: str, sums: list[re.Match[str]]) -> list[re.Match[str]]:
    """The sums without those that only say what the one before is made up of.

    "£370,000 (£120,000 capital and £250,000 revenue)" is £370,000; "£20,000 (+ £5,000 match)" is two sums.
    """
    whole: list[re.Match[str]] = []
    for match in sums:
        last = whole[-1] if whole else None
        if last is None or not _is_part(printed, last, match):
            whole.append(match)
    return whole


def _is_part(printed: str, whole: re.Match[str], part: re.Match[str]) -> bool:
    if _amount(part) > _amount(whole) or part.start() - whole.end() > _LONGEST_LIST_OF_PARTS:
        return False
    between = printed[whole.end() : part.start()]
    if _PARTS_FOLLOW.match(between):
        return True
    opened = between.lstrip().startswith("(") and ")" not in between
    return opened and not between.strip(" (").lower().startswith(("+", "plus", "and"))


def _kind(printed: str) -> FundingKind:
    return next((kind for pattern, kind in _KINDS if pattern.search(printed)), "fund_named")


def _cuts(printed: str, sums: list[re.Match[str]]) -> list[int]:
    """Where one sum's words end and the next one's begin.

    The words between two sums are cut at a seam; without one they go with the sum that the cell's
    first words suggest: "Capital: £2m Revenue: £1m" labels before, "£2m (capital) £1m (revenue)" after.
    """
    labels_before = bool(printed[: sums[0].start()].strip(_EDGES))
    cuts = []
    for left, right in pairwise(sums):
        seam = _seam(printed[left.end() : right.start()])
        if seam is not None:
            cuts.append(left.end() + seam)
        else:
            cuts.append(left.end() if labels_before else right.start())
    return cuts


def _seam(between: str) -> int | None:
    """Where the words between two sums are cut: not inside brackets, and rather at "plus" than at "and"."""
    bare = _BRACKETED.sub(lambda found: "_" * len(found.group()), between)
    seam = _STRONG_SEAM.search(bare) or _SEAM.search(bare)
    return seam.start() if seam is not None else None


def _funding(piece: str, match: re.Match[str], start: int) -> Funding:
    if _RANGE.match(match.string, match.end()):
        currency = _currency(match)
        return Funding(
            text=" ".join(piece.split()).strip(" ,;+"), currency=currency, kind="not_known"
        )
    amount = _amount(match) * int(match.groupdict().get("times") or 1)
    before, after = piece[: match.start() - start], piece[match.end() - start :]
    return Funding(
        text=" ".join(piece.split()).strip(" ,;+"),
        amount=round(amount, 2),
        currency=_currency(match),
        label=None if _HOW_OFTEN.fullmatch(f"{before} {after}") else _label(before, after),
        kind="amount",
    )


def _currency(match: re.Match[str]) -> str:
    return _CURRENCIES.get(match["sign"].lower(), match["sign"].upper())


def _amount(match: re.Match[str]) -> float:
    scale = _SCALES[match["scale"][0].lower()] if match["scale"] else 1.0
    return round(float(match["number"].replace(",", "")) * scale, 2)


def _label(before: str, after: str) -> str | None:
    first, second = " ".join(before.split()).strip(_EDGES), " ".join(after.split()).strip(_EDGES)
    if first.endswith("("):
        first, second = first[:-1], second.removesuffix(")")
    if second.startswith("(") and second.endswith(")") and second.count("(") == 1:
        second = second[1:-1]
    first = re.sub(r"^(?:plus|and)(?:\s+|$)", "", first, flags=re.IGNORECASE)
    glue = ": " if before.rstrip().endswith(":") and first and second else " "
    return glue.join(part.strip(_EDGES) for part in (first, second) if part.strip(_EDGES)) or None
