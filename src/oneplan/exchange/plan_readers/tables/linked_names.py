"""Linked plans and linked bodies: two tiers of a cell, or one run of names without separators."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from oneplan.document.phrases.names import looks_like_post, split_names
from oneplan.exchange.plan_readers.tables.flow import breaks_off, goes_on

LinkKind = Literal["strategy", "group"]

_STRATEGY = (
    r"plans?|strategy|strategies|programmes?|polic(?:y|ies)|frameworks?|agreements?|laa|charters?"
    r"|contracts?|pledge|reviews?|manifesto|schemes?|guidance|toolkits?|standards?|protocols?"
    r"|recommendations|assessments?|bsf|prospectus|agenda|initiative|prevention duty|act"
)
_GROUP = (
    r"groups?|boards?|partnerships?|committees?|sub-?committees?|forums?|fora|councils?|networks?"
    r"|panels?|teams?|sub-?groups?|jcg|pag|pigs?|[a-z]?scb|meetings?|cabinet|trusts?|alliances?"
    r"|consorti(?:um|a)|collaborative|commission|assembly|executive|advisory body|taskforce|ics|icb"
)
_KIND = re.compile(rf"\b(?:(?P<strategy>{_STRATEGY})|(?P<group>{_GROUP}))\b", re.IGNORECASE)
_ENDS_A_NAME = re.compile(
    r"\b(?i:plans?\d?|strategy|strategies|programmes?|groups?|boards?|(?:sub-?)?committees?|panel"
    r"|sub-?groups?)(?:\s\d{4}(?:\s?[/–-]\s?\d{2,4})?)?\.?\s+(?=[A-Z\d‘'])"
)
_FIRM_GROUP = re.compile(r"(?:groups?|boards?|partnerships?|(?:sub-?)?committees?|forums?)", re.I)
_MODIFIES_A_GROUP = frozenset(
    "steering management working project sub task implementation development delivery advisory"
    " commissioning coordination co-ordination planning reference strategic operational theme"
    " reporting executive monitoring partnership joint programme team action improvement finish and"
    " strategy group board groups".split()
)
_BODY_ALONE = re.compile(
    r"\b(?:forum|groups?|(?:advisory )?body|panel|committee|board)\b", re.IGNORECASE
)
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z&]*[A-Z]s?$")


Meanings = Mapping[str, str]
"""What the plan's own glossary says of its abbreviations."""

_NONE: Meanings = {}


def link_kind(name: str, meanings: Meanings = _NONE) -> LinkKind | None:
    """Whether a name is one of a plan or of a body; the last telling word decides."""
    kind: LinkKind | None = None
    name = meanings.get(name.strip(" ."), name)
    for match in _KIND.finditer(name):
        kind = "strategy" if match["strategy"] else "group"
    return kind


def split_links(
    tiers: Sequence[Sequence[str]], meanings: Meanings = _NONE
) -> tuple[list[str], list[str]]:
    """The plans and the bodies of a cell that holds both.

    A second row holds the bodies, as plans print them, and a group or board is one in the first row
    too; in a single cell each name goes by its words.
    """
    parts = _by_line(tiers[0]) if len(tiers) == 1 else [list(tier) for tier in tiers]
    if len(parts) > 1:
        above = _names(parts[0], meanings)
        bodies = [name for name in above if _is_firmly_a_body(name)]
        below = [name for part in parts[1:] for name in _names(part, meanings)]
        return [name for name in above if name not in bodies], bodies + below
    names = _names(parts[0], meanings) if parts else []
    groups = [name for name in names if link_kind(name, meanings) == "group"]
    return [name for name in names if link_kind(name, meanings) != "group"], groups


def _is_firmly_a_body(name: str) -> bool:
    """Whether a name ends as only bodies do ("… Group", "… Board")."""
    last = name.rstrip(" .)").rpartition(" ")[2]
    return _FIRM_GROUP.fullmatch(last) is not None


def _by_line(lines: Sequence[str]) -> list[list[str]]:
    """The lines of a cell as tiers where plans stand above and bodies below, each in a line of its own."""
    if len(lines) != 2 or not all("," in line or link_kind(line) for line in lines):
        return [list(lines)]
    kinds = [[link_kind(name) for name in split_names(line)] for line in lines]
    above_are_plans = kinds[0].count("group") * 2 < len(kinds[0])
    below_are_groups = kinds[1].count("group") * 2 > len(kinds[1])
    if above_are_plans and below_are_groups:
        return [[lines[0]], [lines[1]]]
    return [list(lines)]


def _names(lines: Sequence[str], meanings: Meanings) -> list[str]:
    return [part for line in lines for name in split_names(line) for part in apart(name, meanings)]


def apart(name: str, meanings: Meanings = _NONE) -> list[str]:
    """Names that run together after a word that ends one ("… Action Plan Housing Forum").

    Abbreviations that the plan explains as bodies end one too.
    """
    parts: list[str] = []
    start = 0
    for gap in _ENDS_A_NAME.finditer(name):
        if _begins_a_name(name[gap.end() :], gap.group().strip()):
            parts.extend(_bodies_first(name[start : gap.end()].strip(" ."), meanings))
            start = gap.end()
    parts.extend(_bodies_first(name[start:].strip(), meanings))
    return [part for part in parts if part]


def _bodies_first(name: str, meanings: Meanings) -> list[str]:
    """A run of known bodies by their initials, and the name of a body that follows them."""
    words = name.split()
    known = 0
    while known < len(words) and _is_a_body(words[known], meanings):
        known += 1
    rest = words[known:]
    own = [word for word in rest if word[0].isupper() and word.casefold() not in _MODIFIES_A_GROUP]
    follows = not rest or (len(own) > 1 and link_kind(" ".join(rest)) == "group")
    return [*words[:known], " ".join(rest)] if known and follows else [name]


def _is_a_body(word: str, meanings: Meanings) -> bool:
    meaning = meanings.get(word) or meanings.get(word.removesuffix("s"))
    return meaning is not None and _BODY_ALONE.search(meaning) is not None


def _begins_a_name(rest: str, before: str) -> bool:
    """Whether what follows "… Plan" or "… Group" is another name and not more of the same."""
    kind = _KIND.search(rest)
    words = (rest[: kind.start()] if kind else rest).split()
    first = rest.split(maxsplit=1)[0]
    own = [word for word in words if word.casefold() not in _MODIFIES_A_GROUP and word[0].isupper()]
    numbered = bool(re.match(r"\d\d?\s?[-–+]", rest))
    if link_kind(before) == "group":
        return bool(own) or numbered
    if kind is None:
        return bool(_ABBREVIATION.match(first)) and len(rest.split()) == 1
    return len(own) > 1 or numbered or (bool(own) and _ends_as_a_body(rest[kind.start() :]))


def _ends_as_a_body(text: str) -> bool:
    """Whether "Steering Group …" or "Partnership" stands at the head of a text."""
    for word in text.split():
        if _FIRM_GROUP.fullmatch(word.strip(" .,")):
            return True
        if word.casefold() not in _MODIFIES_A_GROUP:
            return False
    return False


def whole_tier(before: str, after: str, tiers: int, *, links: bool, second_row: bool) -> bool:
    """Whether names after a page break are a tier of their own and not the rest of the one before.

    ``links`` says that the names are of plans and bodies, and not of partners and posts;
    ``second_row`` that the row holds nothing but names, as rows with the lead officer do.
    """
    if breaks_off(before) or goes_on(after):
        return False
    names = split_names(after)
    first = names[0] if names else after
    if second_row and tiers == 1 and len(first.split()) > 1:
        return links or not any(looks_like_post(name) for name in split_names(before)[-1:])
    if looks_like_post(first):
        return len(names) == 1 and len(first.split()) > 1
    if not links or tiers > 1 or len(first.split()) < 2:
        return False
    plans_before = any(link_kind(name) == "strategy" for name in split_names(before)[-1:])
    begins = _KIND.match(first) is None
    return begins and link_kind(first) == "group" and (plans_before or link_kind(before) is None)
