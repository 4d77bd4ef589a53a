"""What a sentence is about: its content words, and the things that its numbers count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from oneplan.document.lint.printed import Printed, numbers_in

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_TWO_PARTS = re.compile(
    r"\b(take|drop|start|set|follow|check|sign|roll|break)[ -](up|in|out|on|off)\b", re.I
)
_SENTENCE_END = re.compile(
    r"[.;:•(),]|\b(?:and|by|from|to|in|with|who|that|which|will|have|has|are|is|for|through|at|on|as|per|using|via|across|within|of|here|now|today|currently)\b"
)
_OF = re.compile(r"\s*(?:of )?")
_FIVE_WORDS = re.compile(r"(?:\s*\S+){0,5}")
_SMALL = frozenset(
    "a an and any are as at be been being by can do each every for from had has have how if in into is it its "
    "least less local many may more most must no not of off on or other our out over own per so some such than "
    "that the their them then there these they this those through to under up upon via was we were what when "
    "where which while who whom whose will with within would all also both only new further additional".split()
)
_GENERIC = frozenset(
    "people child children young person family parent carer pupil adult resident man woman user client citizen "
    "number percentage proportion rate share level area year month".split()
)


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A word in lower case without its plural ending or possessive."""
    plain = word.casefold().replace("’", "'").removesuffix("'s").rstrip("'")
    if plain.endswith("ies") and len(plain) > 4:
        return plain[:-3] + "y"
    if plain.endswith("s") and not plain.endswith(("ss", "us", "is")) and len(plain) > 3:
        return plain[:-1]
    return plain


@lru_cache(maxsize=32768)
def content_words(text: str) -> tuple[str, ...]:
    """The stems of a text's words in order, without the small ones."""
    joined = _TWO_PARTS.sub(r"\1\2", text).replace("-", "")
    stems = (stem(word) for word in _WORD.findall(joined))
    return tuple(word for word in stems if word not in _SMALL and len(word) > 1)


def telling_words(text: str) -> frozenset[str]:
    """The content words that say what is meant, without "children", "people", "percentage" …"""
    return frozenset(content_words(text)) - _GENERIC


@dataclass(frozen=True, slots=True)
class Counted:
    """A number in a text and the things that it counts, as the stems of at most four words after it."""

    number: Printed
    things: tuple[str, ...]
    before: str
    words: str
    """The number with its unit and its things, as printed."""


@lru_cache(maxsize=32768)
def counted_in(text: str) -> tuple[Counted, ...]:
    """Every number of a text with what it counts; numbers that count nothing are left out."""
    found = []
    for number in numbers_in(text):
        after = text[number.end : number.end + 90]
        start = _end(_OF, after, 0)
        stop = _SENTENCE_END.search(after, start)
        said = after[start : stop.start() if stop else len(after)]
        things = content_words(said)[:4]
        if things:
            before = text[max(0, number.start - 24) : number.start].casefold()
            end = _end(_FIVE_WORDS, after[: start + len(said)], start)
            words = text[number.start : number.end + end].strip(" /–-")
            found.append(Counted(number, things, before, words))
    return tuple(found)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at
