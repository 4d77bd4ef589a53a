"""Where an action points: to another part of the plan, to the plan before, to the report that it answers."""

from __future__ import annotations

import re

from oneplan.document.phrases.numbering import normalise_reference
from oneplan.document.schema import CrossReference, Recommendation

_REFERENCE = r"[A-Z]{1,5}[ -]?\d{1,3}(?:\.\d{1,3}){0,3}"
_LEVEL = r"(?i:priorit(?:y|ies)|outcomes?|objectives?|themes?|aims?|workstreams?|sections?)\s\d{1,2}(?:\.\d{1,2})?(?:\s?(?:,|&|and)\s?\d{1,2}\b){0,5}"
_TITLE = r"[A-Z][\w'’-]+(?:(?:\s(?:and|&|of))?\s[A-Z][\w'’-]+){0,5}"
_CROSS = re.compile(
    rf"(?i:\bcross[- ]?refer(?:ence[sd]?|red|s)?)(?:\s(?i:to|with|under))?:?\s(?:(?i:the|actions?)\s)?(?P<target>{_LEVEL}|{_REFERENCE}|{_TITLE})"
)
_SEE = re.compile(
    rf"(?i:\b(?:see(?:\salso)?|refer(?:s|red)?\sto|link(?:s|ed)?\s(?:to|with)|as\sper|duplicates?))\s(?:(?i:actions?)\s)?(?P<target>{_LEVEL}|{_REFERENCE}|(?<=[Aa]ction\s)\d[\d.]{{0,8}})(?![\w%])"
)
_ONLY = re.compile(
    r"(?i:see|as|refer\sto|duplicate\sof)\s(?:(?i:also)\s)?(?:(?i:actions?|item|ref\.?|no\.?)\s)?"
    r"(?P<target>\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?)(?:\s(?:above|below))?\.?"
)
_FORWARD = re.compile(
    r"\b(?:brought|carried|rolled)[ -](?:forward|over)\s+from\s+(?:the\s+)?(?P<from>\d{4}\s?[/–-]\s?\d{2,4}|\d{4}|[^().;\n]{3,60}?)(?:\s(?:action\s)?plan)?\s?(?=[).;,\n]|$)",
    re.IGNORECASE,
)
_REPORT_NAME = r"[A-Z][\w&'’-]{1,40}(?:\s(?:[A-Z][\w&'’-]{1,40}|\d{4}|and|of|for|the|into)){0,7}?"
_PAGE = r"(?:pages?|pp?\.?|pg\.?)\s?(?P<page>\d{1,3}(?:\s?(?:[-–,&]|and)\s?\d{1,3}){0,4})\b"
_REPORT = re.compile(
    rf"\b(?P<report>{_REPORT_NAME})(?:\s(?:report|inspection|review|letter))?,?\s\(?{_PAGE}"
)
_PAGE_OF = re.compile(
    rf"\b{_PAGE},?\s(?:of\s)?(?:the\s)?(?P<report>{_REPORT_NAME})\s(?:report|inspection|review|letter)\b"
)
_LEADING = re.compile(r"^(?:The|See|In)\s")


def find_cross_references(text: str) -> list[CrossReference]:
    """The pointers of a text to other parts of the plan, one for each part named."""
    plain = " ".join(text.split())
    matches = sorted(
        (match for pattern in (_CROSS, _SEE) for match in pattern.finditer(plain)),
        key=lambda match: match.start(),
    )
    # "See 3b" alone in its cell is a pointer; in a sentence a bare number may be anything.
    alone = _ONLY.fullmatch(plain)
    if alone and not matches:
        matches = [alone]
    return [
        CrossReference(text=match.group(), target=target)
        for match in matches
        for target in _targets(match["target"])
    ]


def _targets(printed: str) -> list[str]:
    if printed[0].isdigit():
        return [f"Action {printed.rstrip('.')}"]
    level = re.match(r"(?P<word>[A-Za-z]+)\s\d", printed)
    if level is None or (normalise_reference(printed) and level["word"].isupper()):
        return [normalise_reference(printed) or printed]
    word = level["word"].capitalize()
    word = "Priority" if word == "Priorities" else word.removesuffix("s")
    return [f"{word} {number}" for number in re.findall(r"\d+(?:\.\d+)?", printed)]


def brought_forward_from(text: str) -> str | None:
    """The plan or year that an action was carried over from ("2008/09"), None where it says nothing."""
    match = _FORWARD.search(" ".join(text.split()))
    return match["from"].strip() if match else None


def find_recommendations(text: str) -> list[Recommendation]:
    """The inspection reports, with pages, that a text names as its reason; each page once."""
    plain = " ".join(text.split())
    matches = sorted(
        (match for pattern in (_REPORT, _PAGE_OF) for match in pattern.finditer(plain)),
        key=lambda match: match.start(),
    )
    found: dict[tuple[str, str], Recommendation] = {}
    end = 0
    for match in matches:
        if match.start() < end:
            continue
        end = match.end()
        report = re.sub(r"\s(?:report|inspection|review)$", "", _LEADING.sub("", match["report"]))
        page = re.sub(r"\s", "", match["page"]).replace("and", ",")
        found.setdefault((report, page), Recommendation(report=report, page=page))
    return list(found.values())
