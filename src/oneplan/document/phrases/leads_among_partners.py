"""Partners and leads of one cell told apart: by labels and marks, or posts at its end."""

from __future__ import annotations

import re

from oneplan.document.phrases.naming_words import (
    ACRONYM,
    BODIES,
    BODY_ACRONYMS,
    POST_NOUN,
    STANDING,
)
from oneplan.document.phrases.posts import NOUN, PREFIX, looks_like_post

_LEAD_LABEL = re.compile(
    r"(?:^|(?<=[\s.;,(]))lead(?:ing)?(?:\s(?:officer|agency|post|partner|professional|organisation))?s?\s?(?::|[–-]\s)\s?",
    re.IGNORECASE,
)
_PARTNER_LABEL = re.compile(
    r"\b(?:(?:(?:delivery|supporting|other|key)\s)?partners?(?:\s(?:organisations?|agencies))?"
    r"|support(?:ing|ed\sby)?(?:\s(?:agencies|agency|organisations?|partners?|officers?))?)\s?(?::|[–-]\s)\s?",
    re.IGNORECASE,
)
_MARKED_LEAD = re.compile(
    r"\s*[(\[](?:joint |overall |strategic )?lead(?: (?:agency|officer|partner|organisation))?s?[)\]]|\s[–-]\slead$",
    re.IGNORECASE,
)


def leads_after_partners(text: str) -> tuple[str, str]:
    """A cell's text cut into its partners and the posts at its end."""
    labelled = _labelled(text) or _marked(text)
    if labelled is not None:
        return labelled
    lines = _with_bare_nouns(text)
    whole = "\n".join(lines)
    if not whole or (NOUN.search(whole) is None and PREFIX.search(whole) is None):
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


def marks_a_lead(text: str) -> bool:
    """Whether a mark behind a name says that it leads: "Public Health (lead), Schools"."""
    return _MARKED_LEAD.search(text) is not None


def _marked(text: str) -> tuple[str, str] | None:
    """Partners and leads where a mark behind a name says that it leads: "Public Health (lead), Schools"."""
    if not marks_a_lead(text):
        return None
    pieces = [piece.strip() for piece in re.split(r"[,;\n]", text)]
    leads = [_MARKED_LEAD.sub("", piece) for piece in pieces if _MARKED_LEAD.search(piece)]
    partners = [piece for piece in pieces if piece and not _MARKED_LEAD.search(piece)]
    return "\n".join(partners), "\n".join(leads)


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
    return bool(PREFIX.search(text) or NOUN.search(text))


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
    title = PREFIX.search(piece)
    if title is not None:
        return title.start() if piece[: title.start()].strip() else 0
    place = len(piece) - len(piece.lstrip())
    standing = STANDING.match(piece, place)
    cut = 0
    while standing is not None:
        place = standing.end()
        while place < len(piece) and piece[place].isspace():
            place += 1
        if len(piece[place:].split()) < 2 or _begins_a_title(piece, standing):
            break
        cut = place
        standing = STANDING.match(piece, place)
    return max(cut, _after_last_body(piece))


def _begins_a_title(piece: str, standing: re.Match[str]) -> bool:
    """Whether initials that name no body begin the post itself: "SEND Strategic Manager"."""
    initials = standing.group()
    alone = standing.start() == len(piece) - len(piece.lstrip())
    return alone and ACRONYM.match(initials) is not None and initials not in BODY_ACRONYMS


def _after_last_body(piece: str) -> int:
    words = list(re.finditer(r"\S+", piece))
    nouns = [noun.end() for noun in NOUN.finditer(piece)]
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
