"""References of actions: found at the head of a text, and written in one way."""

from __future__ import annotations

import re

from oneplan.document.phrases.tokens import words

_LETTERED = re.compile(
    r"\s*(?P<letters>[A-Z]{1,5})\s?[-–.:/]?\s?(?P<number>\d{1,3}(?:[.\-/]\d{1,3}){0,3}[a-z]?)(?![\w%])[.:)]?(?=\s|$|[^\w])"
)
_DOTTED = re.compile(r"\s*(?P<number>\d{1,3}(?:\.\d{1,3}){1,4}[a-z]?)(?![\w%])[.:)]?(?=\s|$)")
_SUBLETTERED = re.compile(r"\s*(?P<number>\d{1,2}[a-h])(?:[.:)]\s*|\s+)(?=[A-Z‘“\"'])")
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
    if lettered and lettered["letters"] not in _NEVER and not _counts_after_letters(lettered):
        return _lettered(lettered), lettered.end()
    sublettered = _SUBLETTERED.match(text)
    if sublettered:
        return sublettered["number"], sublettered.end()
    dotted = _DOTTED.match(text)
    if dotted and _begins_words(text[dotted.end() :]):
        return dotted["number"], dotted.end()
    return None


def _counts_after_letters(match: re.Match[str]) -> bool:
    """Whether "A 24 hour line" or "GP 5 surgeries": a word and a count, and no reference."""
    apart = match.string[match.end("letters") : match.start("number")].isspace()
    if not apart or not match["number"].isdigit():
        return False
    return len(match["letters"]) == 1 or not _begins_words(match.string[match.end() :])


def _begins_words(rest: str) -> bool:
    """Whether what follows could be an action's own words: "2.4 Build …" and not "2.4 hours", "2.5 FTE"."""
    first = rest.strip().split(" ", 1)[0]
    return not first or not (first[0].islower() or first in ("FTE", "WTE", "FTEs", "WTEs"))


def _lettered(match: re.Match[str]) -> str:
    """ "BH1.0" as "BH 1.0", "CYP-12" as it is, "A1" together."""
    letters, number = match["letters"], match["number"]
    between = match.string[match.end("letters") : match.start("number")]
    if "-" in between:
        return f"{letters}-{number}"
    return (
        f"{letters}{number}" if len(letters) == 1 and "." not in number else f"{letters} {number}"
    )
