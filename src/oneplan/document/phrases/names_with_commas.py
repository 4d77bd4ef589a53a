"""Names with commas of their own: fields of work before "… and … Board", places that share one council."""

from __future__ import annotations

import re

from oneplan.document.phrases.naming_words import ACRONYM, HEADS, SMALL, STANDING, is_topic
from oneplan.document.phrases.tokens import words

_DEPARTMENT = re.compile(
    r"^(?:[A-Z][\w'’-]*\s){0,4}?(?:Departments?|Ministry|Office|Directorate|Centre|Institute|Director|Head|Board|Council|Commission|"
    r"Strateg(?:y|ies)|Plans?|Programmes?|Partnership|Group|Services?|Forum|Network|Alliance)\s(?:for|of)\s",
    re.IGNORECASE,
)
_SHARED_AREAS = re.compile(
    r"\b(?:Barking, Havering|Barnet, Enfield|Bath and North East Somerset, Swindon|Bedfordshire, Luton|Bournemouth, Christchurch"
    r"|Bristol, North Somerset|Buckinghamshire, Oxfordshire|Cumbria, Northumberland, Tyne|Devon, Cornwall|Lambeth, Southwark"
    r"|Leicester, Leicestershire|Shropshire, Telford|Tees, Esk)(?=,? (?:and|&) [A-Z])"
)
"""Areas and trusts whose official names have commas."""
_KEPT_COMMA = "\x00"
_SHARING = words(
    "fire police ambulance probation district borough town parish city county unitary primary secondary special "
    "middle infant junior nursery"
)
_SHARED = words("services councils schools teams authorities trusts boards agencies forces")
_SECTORS = frozenset(("sector", "sectors"))
_LISTED = re.compile(r"\s[-–—]\s?[A-Z][a-z]+(?:, [A-Z][a-z]+)*$")


def pieces_of(part: str) -> list[str]:
    """The pieces of a list at its commas, official names with commas and fields of work whole."""
    guarded = _SHARED_AREAS.sub(lambda area: area.group().replace(",", _KEPT_COMMA), part)
    pieces = outside_brackets(guarded, ",")
    return joined([piece.replace(_KEPT_COMMA, ",") for piece in pieces])


def is_one_field(part: str) -> bool:
    """Whether a part between semicolons is one name: "Children, Young People and Families"."""
    listed = part.replace(",", " ").split()
    return "and" in listed and all(is_topic(word) or word.lower() in SMALL for word in listed)


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


def joined(pieces: list[str]) -> list[str]:
    """Neighbouring pieces that are one name, made one again."""
    names: list[str] = []
    waiting: list[str] = []
    for piece in pieces:
        if piece.startswith("(") and piece.endswith(")") and (names or waiting):
            held = waiting if waiting else names
            held[-1] = f"{held[-1]} {piece}"
        elif _may_begin(piece):
            if waiting and (_DEPARTMENT.match(piece) or _shares(piece) != _shares(waiting[-1])):
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
    one_word = " " not in piece and piece[:1].isupper() and not ACRONYM.match(piece)
    return one_word and bool(_LISTED.search(above)) and STANDING.fullmatch(piece) is None


def _shares(piece: str) -> bool:
    """Whether "Fire" may share what ends the list: "Fire, Police and Ambulance services"."""
    return piece.lower() in _SHARING


def _may_begin(piece: str) -> bool:
    """Whether a piece is a field of work alone, that may go on after its comma."""
    if _shares(piece):
        return True
    spoken = piece.split()
    department = _DEPARTMENT.match(piece)
    rest = piece[department.end() :].split() if department else spoken
    if not rest or " and " in piece or "&" in spoken or len(rest) > 5 or not piece[0].isupper():
        return False
    if department:
        return rest[-1].lower() not in HEADS and rest[-1][0].isupper()
    if spoken[-1].lower() in HEADS or ACRONYM.match(spoken[0]):
        return False
    return all(is_topic(word) or word.lower() in SMALL for word in rest)


def _closes(waiting: list[str], piece: str) -> bool:
    """Whether a piece ends the name that fields of work began: "… and Growth Board"."""
    spoken = piece.split()
    joint = next((at for at, word in enumerate(spoken) if word in ("and", "&")), None)
    if joint is None:
        return False
    if _shares(waiting[-1]):
        return joint == 1 and _shares(spoken[0]) and spoken[-1].lower() in _SHARED
    department = _DEPARTMENT.match(waiting[0])
    if department:
        field = all(is_topic(word) for word in waiting[0][department.end() :].split())
        own = STANDING.match(piece) is not None and not field
        return not own and spoken[-1].lower() not in HEADS
    named = any(word.lower().strip(".") in HEADS | _SECTORS for word in spoken[joint + 1 :])
    before = spoken[:joint]
    return named and all(is_topic(word) or word.lower() in SMALL for word in before)
