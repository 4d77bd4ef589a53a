"""Names of bodies, strategies and groups, where commas and "and" may belong to the name.

A list is first cut at its separators; then neighbours that are one name are joined (a field of work
before "… and … Board") and names between which the comma was lost are parted.
"""

from __future__ import annotations

import re

from oneplan.document.phrases.naming_words import (
    BODIES,
    BODY_ACRONYMS,
    DOCUMENTS,
    GROUPS,
    HEADS,
    MODIFIERS,
    SMALL,
    STANDING,
    is_topic,
)
from oneplan.document.phrases.posts import leads_after_partners, looks_like_post, read_posts

__all__ = ["looks_like_post", "read_posts", "split_names", "split_partners_and_leads"]

_BULLETS = "•●▪■◦‣⁃·*"
_WORD = re.compile(r"[^\s,;]+")
_UNFINISHED = re.compile(r"(?:\b(?:and|of|for|the|with|in|to)|[&/–—-])$", re.IGNORECASE)
_DEPARTMENT = re.compile(
    r"^(?:[A-Z][\w'’-]*\s){0,4}?(?:Departments?|Ministry|Office|Directorate|Centre|Institute|Director|Head|Board|Council|Commission|"
    r"Strateg(?:y|ies)|Plans?|Programmes?|Partnership|Group|Services?|Forum|Network|Alliance)\s(?:for|of)\s",
    re.IGNORECASE,
)
_SPACED_SLASH = re.compile(r"\s+/\s*|\s*/\s+")
_LIST_MARK = re.compile(r"^(?:[-–—]\s|\(?(?:\d{1,2}|[a-z])[.)]\s)")
_AND = re.compile(r"\s(?:and|&)\s")
_LISTED = re.compile(r"\s[-–—]\s?[A-Z][a-z]+(?:, [A-Z][a-z]+)*$")
_GLUED_SLASH = re.compile(r"(?<=[a-z])/(?=[A-Z][a-z])")
_FULL_STOP = re.compile(r"(?:[a-z]{3}|\s)\.$")
_ACRONYM = re.compile(r"^[A-Z][A-Za-z]{0,2}[A-Z]+s?$")
_NOTHING = re.compile(r"^(?:n/?a|none|tbc|-+|–|—)?$", re.IGNORECASE)


def split_names(text: str) -> list[str]:
    """The names of a list in order, each whole and without stray marks; empty for an empty cell."""
    pieces: list[str] = []
    for line in _lines(text):
        for part in outside_brackets(line, ";"):
            pieces += _joined(outside_brackets(part, ","))
    names = [
        name
        for piece in pieces
        for part in _at_slashes(piece)
        for body in _at_and(part)
        for name in _parted(body)
    ]
    return [name for name in map(_tidy, names) if not _NOTHING.match(name)]


def split_partners_and_leads(text: str) -> tuple[list[str], list[str]]:
    """The partners of a cell and, after them, the posts that lead – with a separator or without one."""
    partners, leads = leads_after_partners(text)
    return split_names(partners), read_posts(leads)


def _tidy(name: str) -> str:
    tidy = " ".join(name.split()).strip(" ,;•●▪■◦‣⁃·*–—-")
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
    first = outside_brackets(line, ",")[0].split()
    if len(first) == 1:
        return first[0].lower() in HEADS and first[0].lower() not in (
            "schools",
            "police",
            "libraries",
        )
    last = re.split(r"[,;]", above)[-1].split()
    ended = last and last[-1].lower() in HEADS
    return bool(last) and not ended and is_topic(last[-1]) and first[-1].lower() in HEADS


def outside_brackets(text: str, separator: str) -> list[str]:
    """The text cut at a separator, but not inside brackets."""
    pieces: list[str] = []
    depth = start = 0
    for place, mark in enumerate(text):
        if mark == "(":
            depth += 1
        elif mark == ")":
            depth = max(0, depth - 1)
        elif mark == separator and depth == 0:
            pieces.append(text[start:place].strip())
            start = place + 1
    pieces.append(text[start:].strip())
    return [piece for piece in pieces if piece]


def _joined(pieces: list[str]) -> list[str]:
    """Neighbouring pieces that are one name, made one again."""
    names: list[str] = []
    waiting: list[str] = []
    for piece in pieces:
        if piece.startswith("(") and piece.endswith(")") and (names or waiting):
            held = waiting if waiting else names
            held[-1] = f"{held[-1]} {piece}"
        elif _may_begin(piece):
            if waiting and _DEPARTMENT.match(piece):
                names, waiting = names + waiting, []
            waiting.append(piece)
        elif not waiting and names and _goes_on_after_dash(names[-1], piece):
            names[-1] = f"{names[-1]}, {piece}"
        elif waiting and _closes(waiting, piece):
            names.append(", ".join([*waiting, piece]))
            waiting = []
        else:
            names += [*waiting, piece]
            waiting = []
    return names + waiting


def _goes_on_after_dash(above: str, piece: str) -> bool:
    """Whether "Universities – Leeds, York": single names listed after a dash."""
    one_word = " " not in piece and piece[:1].isupper() and not _ACRONYM.match(piece)
    return one_word and bool(_LISTED.search(above)) and STANDING.fullmatch(piece) is None


def _may_begin(piece: str) -> bool:
    """Whether a piece is a field of work alone, that may go on after its comma."""
    words = piece.split()
    department = _DEPARTMENT.match(piece)
    rest = piece[department.end() :].split() if department else words
    if not rest or " and " in piece or "&" in words or len(rest) > 5 or not piece[0].isupper():
        return False
    if department:
        return rest[-1].lower() not in HEADS and rest[-1][0].isupper()
    if words[-1].lower() in HEADS or _ACRONYM.match(words[0]):
        return False
    return all(is_topic(word) or word.lower() in SMALL for word in rest)


def _closes(waiting: list[str], piece: str) -> bool:
    """Whether a piece ends the name that fields of work began: "… and Growth Board"."""
    words = piece.split()
    joint = next((at for at, word in enumerate(words) if word in ("and", "&")), None)
    if joint is None:
        return False
    department = _DEPARTMENT.match(waiting[0])
    if department:
        field = all(is_topic(word) for word in waiting[0][department.end() :].split())
        own = STANDING.match(piece) is not None and not field
        return not own and words[-1].lower() not in HEADS
    named = any(word.lower().strip(".") in HEADS for word in words[joint + 1 :])
    before = words[:joint]
    return named and all(is_topic(word) or word.lower() in SMALL for word in before)


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
    joint = _AND.search(piece)
    if joint is None:
        return [piece]
    left, right = piece[: joint.start()], piece[joint.end() :]
    if left not in BODY_ACRONYMS and left != "Police":
        return [piece]
    whole = right in BODY_ACRONYMS or (left != "Police" and right.split()[-1].lower() in HEADS)
    return [left, right] if whole else [piece]


def _stand_alone(left: str, right: str) -> bool:
    """Whether "Women's Aid/Refuge" are two names and "Parent/Carer Forum" or "Health/Care" is one."""
    shared_head = right.rsplit(maxsplit=1)[-1].lower() in HEADS and len(left.split()) == 1
    topics = is_topic(left.rsplit(maxsplit=1)[-1]) or is_topic(right.split(maxsplit=1)[0])
    return not shared_head and not topics and len(left.split()) + len(right.split()) > 2


def _parted(piece: str) -> list[str]:
    """The names of a piece between which the comma was lost; the piece itself where none was."""
    return _all_standing(piece) or _after_heads(piece)


def _all_standing(piece: str) -> list[str]:
    names: list[str] = []
    place = 0
    while place < len(piece):
        match = STANDING.match(piece, place)
        if match is None:
            return []
        names.append(match.group())
        place = match.end()
        while place < len(piece) and piece[place].isspace():
            place += 1
    if len(names) < 2:
        return []
    first = names[0]
    qualifies = _ACRONYM.match(first) and first.upper() not in BODY_ACRONYMS
    all_acronyms = all(_ACRONYM.match(name) for name in names)
    return [] if qualifies and not all_acronyms else names


def _after_heads(piece: str) -> list[str]:
    """Parted after "… Plan" or "… Group" where another plan or group follows."""
    words = [match.span() for match in _WORD.finditer(piece)]
    names: list[str] = []
    start = 0
    for place in range(1, len(words) - 1):
        if _is_seam(piece, words, place, start):
            names.append(piece[start : words[place][1]])
            start = words[place + 1][0]
    names.append(piece[start:])
    return names


def _is_seam(piece: str, words: list[tuple[int, int]], place: int, start: int) -> bool:
    word = piece[slice(*words[place])]
    if word.islower() and word in BODIES:
        return _is_lower_seam(piece, words, place)
    kind = next((kind for kind in (DOCUMENTS, GROUPS) if word.lower() in kind), None)
    if kind is None or word.endswith("ies"):
        return False
    following = piece[slice(*words[place + 1])]
    if (
        not following[:1].isupper()
        or following.lower().strip("&") in MODIFIERS | HEADS
        or not following[0].isalpha()
    ):
        return False
    before = piece[start : words[place][0]].split()
    if not before or before[-1].lower() == "national":
        return False
    last = piece[slice(*words[-1])].lower().strip(".")
    rest_is_acronym = place + 2 == len(words) and bool(_ACRONYM.match(following))
    return (last in kind and len(words) - place > 2) or (kind is GROUPS and rest_is_acronym)


def _is_lower_seam(piece: str, words: list[tuple[int, int]], place: int) -> bool:
    """Whether "FE colleges Training providers": a name that ends small and one that begins large."""
    following = piece[slice(*words[place + 1])]
    last = piece[slice(*words[-1])].lower()
    return following[:1].isupper() and following.lower() not in HEADS and last in HEADS
