"""References of actions, and the pointers from one action to another, to a past plan or to a report."""

from __future__ import annotations

import re

from oneplan.document.phrases.tokens import words
from oneplan.document.schema import CrossReference, Recommendation

_LETTERED = re.compile(
    r"\s*(?P<letters>[A-Z]{1,5})\s?[-–.:/]?\s?(?P<number>\d{1,3}(?:[.\-/]\d{1,3}){0,3}[a-z]?)(?![\w%])[.:)]?(?=\s|$|[^\w])"
)
_DOTTED = re.compile(r"\s*(?P<number>\d{1,3}(?:\.\d{1,3}){1,4}[a-z]?)(?![\w%])[.:)]?(?=\s|$)")
_SPELT = re.compile(
    r"\s*(?P<word>Action|Priority|Objective|Outcome|Recommendation|Ref(?:erence)?)\s?(?:No\.?\s?)?(?P<number>\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?)(?![\w%])[.:)\-–]?(?=\s|$)",
    re.IGNORECASE,
)
_PAIRED = re.compile(r"\s*(?P<whole>[A-Z]{1,3}\d{1,3}/[A-Z]{1,3}\d{1,3})(?!\w)[.:)]?(?=\s|$)")
_NEVER = words("NI KS PSA LPI LI PHOF BV BVPI LAA PI Y YR Q FY MMR HPV A&E GCSE L T H P")


def take_reference(text: str) -> tuple[str | None, str]:
    """The normalised reference at the head of a text ("BH 1.0") and the text after it.

    Ages, counts, key stages and indicator codes are no references: (None, the text).
    """
    matched = _match(text)
    if matched is None:
        return None, text.strip()
    reference, end = matched
    return reference, text[end:].strip(" \t\n:–-.") if end < len(text) else ""


def normalise_reference(text: str) -> str | None:
    """A cell that holds only a reference, normalised; None where it holds anything else."""
    matched = _match(text)
    if matched is None or text[matched[1] :].strip(" .:)"):
        return None
    return matched[0]


def _match(text: str) -> tuple[str, int] | None:
    paired = _PAIRED.match(text)
    if paired:
        return paired["whole"], paired.end()
    spelt = _SPELT.match(text)
    if spelt:
        return f"{spelt['word'].capitalize()} {spelt['number']}", spelt.end()
    lettered = _LETTERED.match(text)
    if lettered and lettered["letters"] not in _NEVER:
        return _lettered(lettered), lettered.end()
    dotted = _DOTTED.match(text)
    return (dotted["number"], dotted.end()) if dotted else None


def _lettered(match: re.Match[str]) -> str:
    """ "BH1.0" as "BH 1.0", "CYP-12" as it is, "A1" together."""
    letters, number = match["letters"], match["number"]
    between = match.string[match.end("letters") : match.start("number")]
    if "-" in between:
        return f"{letters}-{number}"
    return (
        f"{letters}{number}" if len(letters) == 1 and "." not in number else f"{letters} {number}"
    )


_CROSS = re.compile(
    r"\(?\s*(?:cross[- ]?referenced?|see(?: also)?|refer|links?|linked|as per|as in)\b(?:\s+(?:to|with|action|under))*\s*:?\s*"
    r"(?P<target>priorit(?:y|ies)\s+\d{1,2}|outcome\s+\d{1,2}|action\s+[A-Z]{0,4}\s?\d{1,3}(?:\.\d{1,3})*|[A-Z]{1,4}\s?\d{1,3}\.\d{1,3}|[A-Z][a-z]+(?:[ -](?:and\s)?[A-Z][a-z]+){0,4})\s*\)?",
)
_CROSS_FOLDED = re.compile(_CROSS.pattern, re.IGNORECASE)
_FORWARD = re.compile(
    r"(?:brought|carried|rolled)[ -]forward\s+from\s+(?:the\s+)?(?P<from>\d{4}\s?[/–-]\s?\d{2,4}|\d{4}|[^).;\n]{3,60}?)(?:\s+(?:action\s+)?plan)?\s*(?=[).;\n]|$)",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?P<report>[A-Z][\w&'’-]*(?:\s+(?:[A-Z][\w&'’-]*|and|of|for|the)){0,7}?)(?:\s+(?:report|inspection|review))?,?\s*\(?(?:pages?|pp?\.?|pg\.?)\s*(?P<page>\d{1,3}(?:\s?[-–,&]\s?\d{1,3})*)"
)
_LEADING = re.compile(r"^(?:The|See|In)\s+")


def find_cross_references(text: str) -> list[CrossReference]:
    """The pointers of a text to other parts of the plan, with what each names."""
    found = []
    for match in _CROSS_FOLDED.finditer(text):
        if (
            not match.group().lstrip(" (").lower().startswith("cross")
            and match["target"][0].islower()
        ):
            continue
        target = re.sub(r"\s+", " ", match["target"]).strip()
        found.append(
            CrossReference(text=match.group().strip().strip("()").strip(), target=_titled(target))
        )
    return found


def _titled(target: str) -> str:
    first, _, rest = target.partition(" ")
    if first.lower() in ("priority", "outcome"):
        return f"{first.capitalize()} {rest}"
    if first.lower() == "action" and rest:
        return normalise_reference(rest) or rest
    return normalise_reference(target) or target


def brought_forward_from(text: str) -> str | None:
    """The plan or year that an action was carried over from ("2008/09"), None where it says nothing."""
    match = _FORWARD.search(text)
    return re.sub(r"\s+", " ", match["from"]).strip() if match else None


def find_recommendations(text: str) -> list[Recommendation]:
    """The inspection reports, with pages, that a text names as its reason."""
    found: dict[tuple[str, str], Recommendation] = {}
    for match in _REPORT.finditer(text):
        report = _LEADING.sub("", match["report"]).removesuffix(" report").strip()
        page = re.sub(r"\s+", "", match["page"])
        found.setdefault((report, page), Recommendation(report=report, page=page))
    return list(found.values())
