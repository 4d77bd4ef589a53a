"""Names of bodies, strategies and groups, where commas and "and" may belong to the name.

A list is first cut at its separators; then neighbours that are one name are joined (a field of work
before "… and … Board") and names between which the comma was lost are parted.
"""

from __future__ import annotations

import re

from oneplan.document.phrases.leads_among_partners import leads_after_partners
from oneplan.document.phrases.lost_commas import parted
from oneplan.document.phrases.names_with_commas import is_one_field, outside_brackets, pieces_of
from oneplan.document.phrases.naming_words import (
    ACRONYM,
    BODY_ACRONYMS,
    HEADS,
    MODIFIERS,
    is_topic,
)
from oneplan.document.phrases.posts import looks_like_post, read_posts

__all__ = ["looks_like_post", "read_posts", "split_names", "split_partners_and_leads"]

_BULLETS = "•●▪■◦‣⁃·*"
_UNFINISHED = re.compile(r"(?:\b(?:and|of|for|the|with|in|to)|[&/–—-])$", re.IGNORECASE)
_SPACED_SLASH = re.compile(r"\s+/\s*|\s*/\s+|\s\+\s")
_LIST_MARK = re.compile(r"^(?:[-–—]\s|\(?(?:\d{1,2}|[a-z])[.)]\s)")
_AND = re.compile(r"\s(?:and|&)\s")
_GLUED_SLASH = re.compile(r"(?<=[a-z])/(?=[A-Z][a-z])")
_LEADING = re.compile(r"^(?:and|e\.g\.|eg|incl?\.|including|such as)\s+(?=[A-Z])")
_LONGEST = 300
_FULL_STOP = re.compile(r"(?:[a-z]{3}|\s)\.$")
_NOTHING = re.compile(r"^(?:n/?a|none|tbc|-+|–|—)?$", re.IGNORECASE)


def split_names(text: str) -> list[str]:
    """The names of a list in order, each whole and without stray marks; empty for an empty cell."""
    pieces: list[str] = []
    for line in _lines(text):
        parts = outside_brackets(line, ";")
        for part in parts:
            pieces += [part] if len(parts) > 1 and is_one_field(part) else pieces_of(part)
    names = [
        name
        for piece in pieces
        for part in _at_slashes(piece)
        for body in _at_and(part)
        for name in parted(body)
    ]
    return [name for name in map(_tidy, names) if not _NOTHING.match(name)]


def split_partners_and_leads(text: str) -> tuple[list[str], list[str]]:
    """The partners of a cell and, after them, the posts that lead – with a separator or without one."""
    partners, leads = leads_after_partners(text)
    return split_names(partners), read_posts(leads)


def _tidy(name: str) -> str:
    tidy = _LEADING.sub("", " ".join(name.split()).strip(" ,;•●▪■◦‣⁃·*–—-"))
    return tidy[:-1].rstrip() if _FULL_STOP.search(tidy) else tidy


def _lines(text: str) -> list[str]:
    """The lines of a cell, with names that run over a line's end made whole."""
    lines: list[str] = []
    for raw in text.replace("\t", "\n").split("\n"):
        line = _LIST_MARK.sub("", " ".join(raw.split()))
        if not line:
            continue
        if lines and line[0] not in _BULLETS and _runs_on(lines[-1], line):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line.lstrip(_BULLETS + " "))
    return [part for line in lines for part in re.split(f"[{_BULLETS[:-1]}]", line)]


def _runs_on(above: str, line: str) -> bool:
    if above.endswith((",", ";")):
        return False
    if _UNFINISHED.search(above) or line[0].islower() or line[0] == "(":
        return True
    if above.count("(") > above.count(")"):
        return True
    first = (outside_brackets(line, ",") or [""])[0].split()
    if len(first) < 2:
        return (
            bool(first)
            and first[0].lower() in HEADS
            and first[0].lower()
            not in (
                "schools",
                "police",
                "libraries",
            )
        )
    last = re.split(r"[,;]", above)[-1].split()
    ended = last and last[-1].lower() in HEADS
    return bool(last) and not ended and is_topic(last[-1]) and first[-1].lower() in HEADS


def _at_slashes(piece: str) -> list[str]:
    """The piece cut at slashes where each side could stand alone."""
    parts = _SPACED_SLASH.split(piece)
    if len(parts) < 2:
        parts = piece.split("/")
        if len(parts) > 1 and sum(part in BODY_ACRONYMS for part in parts) >= len(parts) - 1:
            return [part for part in parts if part]
        parts = _GLUED_SLASH.split(piece)
        if len(parts) != 2 or not _stand_alone(parts[0], parts[1]):
            return [piece]
    if "(" in piece or not all(part[:1].isupper() or part[:1].isdigit() for part in parts):
        return [piece]
    return parts


def _at_and(piece: str) -> list[str]:
    """ "PCT and Acute Trust" as the two bodies that they are; most names keep their "and"."""
    if len(piece) > _LONGEST:
        return [piece]
    names: list[str] = []
    start = 0
    for joint in _AND.finditer(piece):
        left, right = piece[start : joint.start()], piece[joint.end() :]
        if _are_two(left, right):
            names.append(left)
            start = joint.end()
    return [*names, piece[start:]]


def _are_two(left: str, right: str) -> bool:
    """Whether what stands left and right of an "and" are whole names."""
    ends = right.rsplit(maxsplit=1)[-1].lower() in HEADS
    if left in BODY_ACRONYMS or left == "Police":
        return right in BODY_ACRONYMS or bool(ACRONYM.match(right)) or (left != "Police" and ends)
    if ACRONYM.match(left):
        return ACRONYM.match(right) is not None
    first, second = left.split(), right.split()
    if (
        "," in left
        or min(len(first), len(second)) < 2
        or not (left[0].isupper() and right[0].isupper())
    ):
        return False
    heads = sum(word.lower() in HEADS for word in second)
    named = any(word.lower() not in MODIFIERS | HEADS for word in second)
    return first[-1].lower() in HEADS and ends and heads == 1 and named


def _stand_alone(left: str, right: str) -> bool:
    """Whether "Women's Aid/Refuge" are two names and "Parent/Carer Forum" or "Health/Care" is one."""
    shared_head = right.rsplit(maxsplit=1)[-1].lower() in HEADS and len(left.split()) == 1
    topics = is_topic(left.rsplit(maxsplit=1)[-1]) or is_topic(right.split(maxsplit=1)[0])
    return not shared_head and not topics and len(left.split()) + len(right.split()) > 2
