"""A sentence cut into the chunks that carry meaning, each recognised by its own small grammar."""

from __future__ import annotations

from typing import NamedTuple

from oneplan.document.phrases.dates import period_at
from oneplan.document.phrases.not_values import skip_number, skip_numbered
from oneplan.document.phrases.periods import PeriodFound
from oneplan.document.phrases.quantities import STARTS, is_signed, recognise_quantity
from oneplan.document.phrases.tokens import CODE, NUMBER, WORD, Tokens, words
from oneplan.document.phrases.wording import Phrase, recognise_phrase

_MARKS = {"(": "open", "[": "open", ")": "close", "]": "close", ";": "stop"}
_BOUNDS = {"<": "at_most", "≤": "at_most", ">": "at_least", "≥": "at_least"}
_AFTER_NOUN = words(
    "of is are was to for by in at set not being will yet and or tbc tba tbd figure figures level rate date value "
    "fewer less more no not under below above up between "
    "over on from that which agreed established identified between nil zero"
)
_FALLS = words("fall falls drop drops dip dips")
_NOUNS_OR_ADJECTIVES = (("national",), ("target",), ("targets",))


class Chunk(NamedTuple):
    """A piece of a sentence: the part it plays, what it says there, and its tokens ``first`` to ``after``."""

    does: str
    says: str
    first: int
    after: int
    value: float | None = None
    period: PeriodFound | None = None


def cut(tokens: Tokens) -> list[Chunk]:
    """The chunks of a text in order; words that play no part are left out."""
    chunks: list[Chunk] = []
    place = 0
    length = len(tokens)
    while place < length:
        chunk, place = _next(tokens, place)
        if chunk is not None:
            chunks.append(chunk)
    return chunks


def _next(tokens: Tokens, place: int) -> tuple[Chunk | None, int]:
    kind = tokens.items[place].kind
    if kind == WORD:
        return _word(tokens, place)
    if kind == NUMBER:
        return _number(tokens, place)
    if kind == CODE:
        return _period(tokens, place) or (None, place + 1)
    return _mark(tokens, place)


def _period(tokens: Tokens, place: int) -> tuple[Chunk, int] | None:
    recognised = period_at(tokens, place)
    if recognised is None:
        return None
    found, after = recognised
    return Chunk("period", found.period or "", place, after, period=found), after


def _number(tokens: Tokens, place: int) -> tuple[Chunk | None, int]:
    dated = _period(tokens, place)
    if dated is not None:
        return dated
    skipped = skip_number(tokens, place)
    if skipped is not None:
        return None, skipped
    return _quantity(tokens, place) or (None, place + 1)


def _quantity(tokens: Tokens, place: int) -> tuple[Chunk, int] | None:
    quantity = recognise_quantity(tokens, place)
    if quantity is None:
        return None
    return Chunk("quantity", quantity.unit, place, quantity.after, quantity.value), quantity.after


def _word(tokens: Tokens, place: int) -> tuple[Chunk | None, int]:
    skipped = skip_numbered(tokens, place)
    if skipped is not None:
        return None, skipped
    dated = _period(tokens, place)
    if dated is not None:
        return dated
    if tokens.low(place) in _FALLS and _is_share(tokens, place + 1):
        return Chunk("change", "decrease", place, place + 1), place + 1
    phrase = recognise_phrase(tokens, place)
    if phrase is not None and not _is_a_quarter(tokens, place):
        return _phrase(tokens, place, phrase)
    return _number_word(tokens, place) if tokens.low(place) in STARTS else (None, place + 1)


def _phrase(tokens: Tokens, place: int, phrase: Phrase) -> tuple[Chunk | None, int]:
    after = place + len(phrase.words)
    adjective = phrase.words in _NOUNS_OR_ADJECTIVES and _is_adjective(tokens, after)
    if adjective or phrase.does == "plain":
        return None, after
    return Chunk(phrase.does, phrase.says, place, after), after


def _is_share(tokens: Tokens, place: int) -> bool:
    return tokens.at(place).kind == NUMBER and tokens.low(place + 1) in ("%", "per", "percent")


def _is_a_quarter(tokens: Tokens, place: int) -> bool:
    """Whether "by a quarter" says by how much and not how often."""
    return tokens.low(place - 1) == "by" and tokens.says(place, ("a", "quarter"))


def _number_word(tokens: Tokens, place: int) -> tuple[Chunk | None, int]:
    skipped = skip_number(tokens, place)
    if skipped is not None:
        return None, skipped
    return _quantity(tokens, place) or (None, place + 1)


def _is_adjective(tokens: Tokens, after: int) -> bool:
    """Whether "target" only describes what follows it: "7 new target schools"."""
    following = tokens.at(after)
    return (
        following.kind == WORD and following.low not in _AFTER_NOUN and not _period(tokens, after)
    )


def _mark(tokens: Tokens, place: int) -> tuple[Chunk | None, int]:
    mark = tokens.low(place)
    if mark in ("£", "€", "$") or is_signed(tokens, place):
        return _quantity(tokens, place) or (None, place + 1)
    if mark == "→":
        return Chunk("cue", "to", place, place + 1), place + 1
    if mark in _BOUNDS:
        return _bound(tokens, place, _BOUNDS[mark])
    if mark == "%":
        return _share_of(tokens, place)
    does = _MARKS.get(mark)
    if mark == "." and _ends_sentence(tokens, place):
        does = "stop"
    return (Chunk(does, "", place, place + 1), place + 1) if does else (None, place + 1)


def _bound(tokens: Tokens, place: int, says: str) -> tuple[Chunk | None, int]:
    """The bound that a sign before a number sets: "≥ 95%", "<5", ">= 20"."""
    after = place + 1 + (tokens.low(place + 1) == "=")
    following = tokens.at(after)
    if following.kind != NUMBER and following.low not in ("£", "€", "$"):
        return None, place + 1
    return Chunk("bound", says, place, after), after


def _share_of(tokens: Tokens, place: int) -> tuple[Chunk, int]:
    """The "%" of "% of homes let" or "% homes let": what is measured is a share."""
    phrase = recognise_phrase(tokens, place)
    after = place + (len(phrase.words) if phrase is not None else 1)
    return Chunk("head", "percent", place, after), after


def _ends_sentence(tokens: Tokens, place: int) -> bool:
    following = tokens.at(place + 1)
    return not following.text or following.kind == NUMBER or not following.text[0].islower()
