"""Posts: who leads. One cell may name two ("OM: 0-11 & OM: 11-19"), or a post of two parts ("Manager, CAMHS")."""

from __future__ import annotations

import re

from oneplan.document.phrases.naming_words import (
    BODIES,
    DOCUMENTS,
    GROUPS,
    POST_ACRONYMS,
    POST_NOUN,
    POST_PREFIX,
    POST_TITLE,
    STANDING,
)

_PREFIX = re.compile(rf"\b{POST_PREFIX}")
_TITLE = re.compile(POST_TITLE)
_TITLE_BEFORE_FIELD = re.compile(rf"(?:[A-Z][\w-]{{0,30}}\s){{0,3}}{POST_NOUN}\s?:", re.IGNORECASE)
_LEAD_LABEL = re.compile(
    r"(?:^|(?<=[\s.;,(]))lead(?:ing)?(?:\s(?:officer|agency|post|partner|professional|organisation))?s?\s?(?::|[–-]\s)\s?",
    re.IGNORECASE,
)
_PARTNER_LABEL = re.compile(
    r"\b(?:delivery\s)?partners?(?:\s(?:organisations?|agencies))?\s?:\s?", re.IGNORECASE
)
_NOUN = re.compile(rf"\b{POST_NOUN}\b", re.IGNORECASE)
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
    if "/" in printed and _PREFIX.match(printed.rpartition("/")[2]):
        return looks_like_post(printed.rpartition("/")[0])
    if _PREFIX.match(printed):
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
    if _PREFIX.match(right) or _TITLE.match(right) or _TITLE_BEFORE_FIELD.match(right):
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
    for title in _PREFIX.finditer(piece):
        if title.start() > start and ":" in piece[title.start() : title.end() + 2]:
            posts.append(piece[start : title.start()])
            start = title.start()
    return [*posts, *_after_nouns(piece[start:])]


def _after_nouns(piece: str) -> list[str]:
    """Posts without anything between them: "Drugs Co-ordinator Safer Streets Manager"."""
    if _PREFIX.match(piece) or not _ENDS_IN_NOUN.search(piece):
        return [piece]
    posts: list[str] = []
    start = 0
    for noun in _NOUN.finditer(piece):
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


def leads_after_partners(text: str) -> tuple[str, str]:
    """A cell's text cut into its partners and the posts at its end."""
    labelled = _labelled(text)
    if labelled is not None:
        return labelled
    lines = _with_bare_nouns(text)
    whole = "\n".join(lines)
    if not whole or (_NOUN.search(whole) is None and _PREFIX.search(whole) is None):
        return whole, ""
    for place in range(len(lines)):
        if all_posts("\n".join(lines[place:])):
            return "\n".join(lines[:place]), "\n".join(lines[place:])
    head, _, last = whole.rpartition("\n") if _has_post(lines[-1]) else ("", "", whole)
    partners, leads = _cut(last)
    return "\n".join(part for part in (head, partners) if part), leads


def _labelled(text: str) -> tuple[str, str] | None:
    """Partners and leads where the cell itself says which is which ("Lead: …", "Partners: …")."""
    lead = _LEAD_LABEL.search(text)
    if lead is None:
        return None
    before, after = text[: lead.start()], text[lead.end() :]
    partners = _PARTNER_LABEL.search(after)
    if partners is not None:
        before, after = f"{before}\n{after[partners.end() :]}", after[: partners.start()]
    if before.rstrip().endswith("("):
        before, after = before.rstrip()[:-1], after.replace(")", "", 1)
    return _PARTNER_LABEL.sub("", before).strip(" .;,\n"), after.strip(" .;,\n")


def _with_bare_nouns(text: str) -> list[str]:
    """The lines of a cell, a lone "Manager" put back to the line that it was broken from."""
    lines: list[str] = []
    for raw in text.split("\n"):
        line = " ".join(raw.split())
        if lines and re.fullmatch(POST_NOUN, line, re.IGNORECASE):
            lines[-1] = f"{lines[-1]} {line}"
        elif line:
            lines.append(line)
    return lines


def all_posts(text: str) -> bool:
    """Whether a text holds nothing but posts."""
    joined = " ".join(text.split())
    return looks_like_post(joined.split(",")[0]) and _boundary(joined) == 0


def _has_post(text: str) -> bool:
    return bool(_PREFIX.search(text) or _NOUN.search(text))


def _cut(text: str) -> tuple[str, str]:
    pieces = text.split(",")
    place = len(pieces)
    for at in range(len(pieces) - 1, -1, -1):
        if _has_post(pieces[at]) and (at == len(pieces) - 1 or len(pieces) - at <= 3):
            place = at
            break
    if place == len(pieces):
        return text, ""
    piece = pieces[place]
    inside = _boundary(piece)
    while inside == 0 and place > 0 and looks_like_post(pieces[place - 1]):
        place -= 1
        piece = pieces[place]
        inside = _boundary(piece)
    before = ",".join([*pieces[:place], piece[:inside]])
    return before.strip(" ,"), ",".join([piece[inside:], *pieces[place + 1 :]]).strip()


def _boundary(piece: str) -> int:
    """Where in a piece the posts begin: at a title, or after the last body that is whole."""
    title = _PREFIX.search(piece)
    if title is not None:
        return title.start() if piece[: title.start()].strip() else 0
    place = len(piece) - len(piece.lstrip())
    standing = STANDING.match(piece, place)
    cut = 0
    while standing is not None:
        place = standing.end()
        while place < len(piece) and piece[place].isspace():
            place += 1
        if len(piece[place:].split()) < 2:
            break
        cut = place
        standing = STANDING.match(piece, place)
    return max(cut, _after_last_body(piece))


def _after_last_body(piece: str) -> int:
    words = list(re.finditer(r"\S+", piece))
    nouns = [noun.end() for noun in _NOUN.finditer(piece)]
    if not nouns:
        return len(piece)
    cut = 0
    for place, word in enumerate(words[:-2]):
        following = words[place + 1].group()
        if word.end() > nouns[0]:
            break
        if (
            word.group().lower().strip(",.") in BODIES
            and following[:1].isupper()
            and words[place + 1].start() < nouns[0] - 12
        ):
            cut = words[place + 1].start()
    return cut
