"""What the lines between action tables are: lists of indicators, places, pointers to reports, remarks."""

from __future__ import annotations

import re

from oneplan.document.phrases.indicators import find_codes
from oneplan.document.phrases.places import split_places
from oneplan.document.schema import Place, StatementKind

_INDICATORS_FOLLOW = re.compile(
    r"(?:(?:the|our|key|national|local|headline|related|relevant|success|outcome|impact|performance|"
    r"progress|population|linked|main|high[- ]level|supporting|nis?)\s+)*"
    r"(?:measures?|indicators?|kpis?|performance measures?)(?:\s+of\s+success)?(?:\s*\([^)]*\))?\s*"
    r"(?P<colon>:|-|–)?\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_GENERIC = re.compile(
    r"(?:(?:the|our|key|detailed|annual|draft|delivery|improvement|strategic)\s+)*"
    r"(?:action plans?|actions?|delivery plan|implementation plan|what (?:we will|are we going to) do|how"
    r"|table \d+|appendix \w+|annex \w+|contents|sheet ?\d*|plan|key actions?|progress|activities)"
    r"(?:\s*[:–-]?\s*(?:19|20)\d\d(?:\s*[/–-]\s*(?:19|20)?\d\d)?)?\s*[:.]?",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:plan|strategy|framework|agreement|programme|compact)\b|\b(?:19|20)\d\d\b", re.IGNORECASE
)
_REPORT = re.compile(
    r"\b(?:report|reports|inspection|inspectors?|review|assessment|audit|ofsted|cqc|jar|apa|ilacs|"
    r"hmicfrs|recommendations?)\b",
    re.IGNORECASE,
)
_REPORT_NAMED = re.compile(
    r"(?P<name>(?:(?:[A-Z][\w&'’-]*|of|and|the|for|in)\s+){0,8}(?:(?:joint|area|peer|inspection|focused"
    r"|local|annual)\s+){0,3}(?:(?:[Rr]eport|[Ii]nspection|[Rr]eview|[Aa]ssessment|[Aa]udit)s?"
    r"\s?){1,4}(?:\((?:19|20)\d\d\))?)"
)
_FOLLOWING = re.compile(
    r"\b(?:following|below|these)\b.{0,80}\b(?:actions?|areas?|recommendations?|steps|table|plan)\b"
    r"|\b(?:actions?|areas|recommendations?)\b.{0,40}\b(?:below|following)\b",
    re.IGNORECASE,
)
_PLACES_FOLLOW = re.compile(
    r"\b(?P<kind>hot ?spots?|hot ?spot areas?|wards?|districts?|neighbourhoods?|localities|estates?"
    r"|parishes|towns|villages|schools|areas)\b[^:.]{0,80}:\s*(?P<list>[^.:]{3,2000})(?P<rest>\..*)?",
    re.IGNORECASE | re.DOTALL,
)
_IN_BRACKETS = re.compile(r"[^.]*\b(?:in|within) (?:brackets|parentheses)\b[^.]*\.?", re.IGNORECASE)
_NAMED = re.compile(
    r"\(?[A-Z0-9][\w’'&-]*(?: (?:[A-Z0-9][\w’'&-]*|and|on|the|upon|in|of|le|under))*\)?"
)
_KINDS = {
    "ward": re.compile(r"\bwards?\b", re.IGNORECASE),
    "district": re.compile(r"\bdistricts?\b", re.IGNORECASE),
    "school": re.compile(r"\bschools?\b", re.IGNORECASE),
    "parish": re.compile(r"\bparish(?:es)?\b", re.IGNORECASE),
    "town": re.compile(r"\btowns?\b", re.IGNORECASE),
    "village": re.compile(r"\bvillages?\b", re.IGNORECASE),
    "neighbourhood": re.compile(r"\bneighbourhoods?|estates?\b", re.IGNORECASE),
}
_FEWEST_PLACES = 3
_BOLD_HEADING = 120
_GLOSSARY = re.compile(
    r"(?:list of )?(?:acronyms?|glossary|abbreviations?|glossary of terms|jargon buster)\b.{0,60}",
    re.IGNORECASE,
)
_WHO_LEADS = re.compile(
    r"(?:[\w’'-]+ ){0,3}(?:leads?|owners?|sponsors?|sro|chair|champion|officers?|holder|member|board|group)"
    r"(?: \w+){0,2}\s?(?::|–|\s-)\s+\S",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:both|merged|combined|joint(?:ly)?|shared?|two areas|each of these)\b", re.IGNORECASE
)


def indicators_follow(text: str) -> str | None:
    """What stands after "Outcome measures:" on its line ("" mostly), None where no list is announced."""
    match = _INDICATORS_FOLLOW.fullmatch(" ".join(text.split()))
    if match is None or (match["rest"] and not match["colon"]):
        return None
    return match["rest"] if not match["rest"] or find_codes(match["rest"]) else None


def is_generic(text: str) -> bool:
    """Whether a heading only says that actions follow, and names no part of the plan."""
    return _GENERIC.fullmatch(" ".join(text.split())) is not None


def names_the_plan(text: str) -> bool:
    """Whether a heading over everything is the title of the plan and no part of it."""
    return is_generic(text) or _TITLE.search(text) is not None


def says_who_leads(text: str) -> bool:
    """Whether a line only says who answers for a part: "Priority lead: Director of Education"."""
    return _WHO_LEADS.match(text) is not None


def may_head(text: str) -> bool:
    """Whether a bold line is short and open enough to be the heading of a part."""
    if says_who_leads(text):
        return False
    return len(text) <= _BOLD_HEADING and text.strip()[-1:] not in ":.;," and len(text) > 2


def begins_a_glossary(text: str) -> bool:
    """Whether a line is the heading of a list of acronyms."""
    return _GLOSSARY.fullmatch(" ".join(text.split())) is not None


def announces_answers(text: str) -> bool:
    """Whether a line says that the actions after it answer an inspection report."""
    return bool(_FOLLOWING.search(text) and _REPORT.search(text))


def report_named(text: str) -> str | None:
    """The inspection report that a line names with a name of its own, None where it names none."""
    for match in _REPORT_NAMED.finditer(text):
        name = re.sub(r"^(?:(?:of|and|the|The|for|in)\s+)+", "", match["name"]).strip()
        if name[:1].isupper() and len(name.split()) > 1:
            return name
    return None


def says_both(text: str) -> bool:
    """Whether a line says that what follows serves several parts of the plan."""
    return bool(_BOTH.search(text))


def kind_of_remark(text: str) -> StatementKind:
    """The kind of a remark between tables: it points at a report, or gives context."""
    return "recommendation" if _REPORT.search(text) and announces_answers(text) else "context"


def places_listed(text: str) -> list[Place]:
    """The wards or other places that a sentence lists after a colon; what brackets mean is their note."""
    match = _PLACES_FOLLOW.search(text)
    if match is None:
        return []
    places = split_places(match["list"])
    named = sum(_NAMED.fullmatch(place.name) is not None for place in places)
    if len(places) < _FEWEST_PLACES or named < len(places) * 0.9:
        return []
    kind = next((kind for kind, words in _KINDS.items() if words.search(text)), "area")
    legend = _IN_BRACKETS.search(match["rest"] or "")
    for place in places:
        place.kind = kind
        if place.note is not None and legend:
            place.note = legend[0].strip(" .")
    return places
