"""The bodies that a membership paragraph names."""

from __future__ import annotations

import re

from oneplan.document.phrases.names import split_names

_SENTENCE = re.compile(r"(?<=[a-z)])\.\s+(?=[A-Z])")
_LISTS = re.compile(
    r"\b(?:including|includes?|comprises?|consists? of|comprising|made up of|drawn from|representatives (?:from|of)|members (?:are|include)|"
    r"members of|membership (?:is|includes)|partners (?:are|include)|involves|brings together)\b:?",
    re.IGNORECASE,
)
_LAST_AND = re.compile(r",?\s+and\s+(?=(?:the\s+)?[\w’'&-]+)")
_ARTICLE = re.compile(r"^(?:and\s+|also\s+|the\s+)+", re.IGNORECASE)
_ACRONYM = re.compile(r"\s\(([A-Z][A-Za-z]{2,11})\)$")
_BODIES = frozenset(
    "council police trust service board partnership group school college university forum committee"
    " authority association network team centre church charity agency company society".split()
)
_SMALL = frozenset("of for the and in to with on at by a".split())


def read_members(text: str) -> list[str]:
    """The members in order. Where sentences surround the list, the part after "including" counts.

    "and" parts the last two names of a list only where both sides can stand alone; commas and
    brackets inside a name stay with it.
    """
    listed = _list_in(text)
    names = [name.strip(" .;") for name in split_names(listed)]
    names = _rejoined([name for name in names if name])
    if len(names) >= 2 or listed != text:
        names = _with_last_divided(names)
    cleaned = (_ARTICLE.sub("", name).strip(" .;") for name in names)
    return list(dict.fromkeys(name for name in cleaned if name))


def is_only_names(text: str) -> bool:
    """Whether a membership paragraph is nothing but the list of its names."""
    return _list_in(text) == text


def _rejoined(names: list[str]) -> list[str]:
    """The names, those put together again of which an acronym tells that a comma belongs to them."""
    whole: list[str] = []
    for name in names:
        match = _ACRONYM.search(name)
        own = name[: match.start()] if match else ""
        if (
            match
            and whole
            and not _spells(match[1], own)
            and _spells(match[1], f"{whole[-1]} {own}")
        ):
            whole.append(f"{whole.pop()}, {name}")
        else:
            whole.append(name)
    return whole


def _spells(acronym: str, name: str) -> bool:
    """Whether an acronym is made of the beginnings of all the telling words of a name, in order."""
    rest = acronym.lower()
    for word in name.replace("-", " ").split():
        if word.lower() in _SMALL or word == "&":
            continue
        if word.isupper() and len(word) > 1 and rest.startswith(word.lower()):
            rest = rest[len(word) :]
        elif rest[:1] == word[:1].lower():
            rest = rest[1:]
        else:
            return False
    return not rest


def _list_in(text: str) -> str:
    """The part of the text that is the list of names."""
    sentences = _SENTENCE.split(text.strip())
    best = max(sentences, key=lambda sentence: sentence.count(",") + sentence.count(";"))
    if len(sentences) == 1 and not _is_prose(best):
        return best
    # A list inside a list ("partners from providers that …, including X, Y") begins at the last opener.
    depth, opener = 0, None
    places = {match.start(): match for match in _LISTS.finditer(best)}
    for place, letter in enumerate(best):
        depth += (letter == "(") - (letter == ")" and depth > 0)
        if place in places and depth == 0:
            opener = places[place]
    return best[opener.end() :].strip() if opener else best


def _inside_brackets(text: str, place: int) -> bool:
    return text.count("(", 0, place) > text.count(")", 0, place)


def _is_prose(text: str) -> bool:
    """Whether the text is a sentence about the members rather than their list."""
    head = re.split(r"[,;:]", text, maxsplit=1)[0].split()
    lower = sum(1 for word in head if word[:1].islower() and word not in _SMALL)
    return lower >= 4 or bool(_LISTS.search(" ".join(head)))


def _with_last_divided(names: list[str]) -> list[str]:
    """The names, the last divided at "and" where the list ends so ("…, schools and the police")."""
    if not names:
        return names
    last = names[-1]
    if re.match(r"and\s", last, re.IGNORECASE) or len(names) < 2:
        return names
    match = next(
        (m for m in _LAST_AND.finditer(last) if not _inside_brackets(last, m.start())), None
    )
    if match is None or not _divides(last[: match.start()], last[match.end() :]):
        return names
    return [*names[:-1], last[: match.start()], last[match.end() :]]


def _divides(left: str, right: str) -> bool:
    """Whether two sides of an "and" are two bodies and not one name ("Hereford and Worcester Fire …").

    They are where an article or a change between common words and proper names shows the seam.
    """
    if right.lower().startswith("the "):
        return True
    left_proper, right_proper = left[:1].isupper(), right[:1].isupper()
    if left_proper != right_proper:
        return True
    if not left_proper:
        return len(left.split()) <= 3 and len(right.split()) <= 3
    return left.rsplit(maxsplit=1)[-1].rstrip("s)").lower() in _BODIES
