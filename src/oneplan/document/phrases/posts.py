"""Posts: who leads. One cell may name two ("OM: 0-11 & OM: 11-19"), or a post of two parts ("Manager, CAMHS")."""

from __future__ import annotations

import re

from oneplan.document.phrases.naming_words import (
    DOCUMENTS,
    GROUPS,
    POST_ACRONYMS,
    POST_NOUN,
    POST_PREFIX,
    POST_TITLE,
)

PREFIX = re.compile(rf"\b{POST_PREFIX}")
_TITLE = re.compile(POST_TITLE)
_TITLE_BEFORE_FIELD = re.compile(rf"(?:[A-Z][\w-]{{0,30}}\s){{0,3}}{POST_NOUN}\s?:", re.IGNORECASE)
NOUN = re.compile(rf"\b{POST_NOUN}\b", re.IGNORECASE)
_LABEL = re.compile(
    r"^\s*(?:lead(?:ing)?(?:\s+(?:officer|agency|post|partner))?s?|responsible(?:\s+officer)?|owner|by whom)\s*[:–-]\s*",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"^(?P<title>SDM|OM|AD|GM|EIA|Head|Manager|Director)s\s*:?\s*(?P<list>.+)$")
_BETWEEN_ITEMS = re.compile(r"\s*(?:/|,|&|\band\b)\s*")
_JOINT = re.compile(r"\s*(?:/|,|;|\s&\s|\s(?:and|with|supported by|together with)\s|&(?=\s))\s*")
_ENDS_IN_NOUN = re.compile(rf"\b{POST_NOUN}\W*$", re.IGNORECASE)
_LONGEST = 120


def looks_like_post(text: str) -> bool:
    """Whether a text names a post ("Head of Midwifery", "OM: 11-19") and not a body, group or plan."""
    printed = " ".join(text.split())
    if not printed or len(printed) > _LONGEST:
        return False
    if printed in POST_ACRONYMS or _TITLE.match(printed):
        return True
    if "/" in printed and PREFIX.match(printed.rpartition("/")[2]):
        return looks_like_post(printed.rpartition("/")[0])
    if PREFIX.match(printed):
        return not _is_of_bodies(printed) or printed.split()[0].lower() in ("chair", "sdm:", "om:")
    last = (printed.rstrip(" .)").split() or [""])[-1].lower()
    if last in DOCUMENTS | GROUPS:
        return False
    return bool(_ENDS_IN_NOUN.search(printed)) or bool(
        re.search(rf"\b{POST_NOUN}\b\s*(?:[,(–:-]|in\b|for\b|of\b|at\b|-)", printed, re.IGNORECASE)
    )


def _is_of_bodies(printed: str) -> bool:
    return (printed.rstrip(" .").split() or [""])[-1].lower() in DOCUMENTS


def read_posts(text: str) -> list[str]:
    """The posts that a cell names, each whole; ranges and lists after a plural title are spelt out."""
    posts: list[str] = []
    for line in _whole_lines(text):
        for piece in _at_joints(_LABEL.sub("", line)):
            posts += _spelt_out(piece)
    return [post for post in (" ".join(post.split()).strip(" ,;/&•") for post in posts) if post]


def _whole_lines(text: str) -> list[str]:
    """Lines, with a line that names no post of its own put to the one above ("Manager,⏎CAMHS")."""
    lines: list[str] = []
    for raw in text.replace("\t", "\n").split("\n"):
        line = " ".join(raw.split()).lstrip("•●▪ ")
        if not line:
            continue
        bare = bool(re.fullmatch(POST_NOUN, line, re.IGNORECASE))
        if lines and (
            bare or not looks_like_post(line) or not looks_like_post(lines[-1].rstrip(" ,/&"))
        ):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return lines


def _at_joints(line: str) -> list[str]:
    """The line cut wherever a joint has a post on its right, and before each new title."""
    if _PLURAL.match(line):
        return [line]
    pieces: list[str] = []
    start = 0
    for joint in _JOINT.finditer(line):
        left, right = line[start : joint.start()], line[joint.end() :]
        if looks_like_post(left) and _begins_post(right, joint.group().strip()):
            pieces.append(left)
            start = joint.end()
    pieces.append(line[start:])
    return [post for piece in pieces for post in _before_titles(piece)]


def _begins_post(right: str, joint: str) -> bool:
    if PREFIX.match(right) or _TITLE.match(right) or _TITLE_BEFORE_FIELD.match(right):
        return True
    first = _JOINT.split(right, 1)[0]
    if joint in ("&", "and") and len(first.split()) < 2:
        return False
    return bool(_ENDS_IN_NOUN.search(first)) and not re.fullmatch(
        POST_NOUN, first.strip(), re.IGNORECASE
    )


def _before_titles(piece: str) -> list[str]:
    """Cut before a second title without separator, or after a post's noun where another post follows."""
    posts: list[str] = []
    start = 0
    for title in PREFIX.finditer(piece):
        if title.start() > start and ":" in piece[title.start() : title.end() + 2]:
            posts.append(piece[start : title.start()])
            start = title.start()
    return [*posts, *_after_nouns(piece[start:])]


def _after_nouns(piece: str) -> list[str]:
    """Posts without anything between them: "Drugs Co-ordinator Safer Streets Manager"."""
    if PREFIX.match(piece) or not _ENDS_IN_NOUN.search(piece):
        return [piece]
    posts: list[str] = []
    start = 0
    for noun in NOUN.finditer(piece):
        rest = piece[noun.end() : noun.end() + _LONGEST].strip()
        if piece[start : noun.start()].strip() and rest[:1].isupper() and " " in rest:
            posts.append(piece[start : noun.end()])
            start = noun.end()
    return [*posts, piece[start:]]


def _spelt_out(piece: str) -> list[str]:
    plural = _PLURAL.match(piece.strip())
    if plural is None:
        return [piece]
    items = [item for item in _BETWEEN_ITEMS.split(plural["list"]) if item]
    if len(items) < 2 or not any(item[:1].isdigit() for item in items):
        return [piece]
    return [f"{plural['title']}: {item}" for item in items]
