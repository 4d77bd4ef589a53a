"""Levels in brackets: "95% (71% at March 2023)" says where things stood when it was written."""

from __future__ import annotations

from oneplan.document.phrases.chunks import Chunk
from oneplan.document.phrases.facts import Fact
from oneplan.document.phrases.periods import first_month, last_month
from oneplan.document.phrases.sentence import Sentence
from oneplan.document.phrases.tokens import words
from oneplan.document.phrases.units import CURRENCIES

_STANDING = words(
    "performance result results figure figures position level data was is actual outturn :"
)
_STANDING_IN_BRACKETS = words("position performance outturn actual now")
_MONEY = frozenset(CURRENCIES.values())
_AT = words("in at as of on during for , (")


def is_earlier_level(sentence: Sentence, place: int, chunk: Chunk) -> bool:
    """Whether a number in brackets, with a date of its own, is where the target before it starts from."""
    low = sentence.tokens.low
    target = sentence.last
    if not sentence.open or target is None or target.role not in ("target", "change"):
        return False
    if sentence.cued(chunk) in ("to", "target", "by") or target.first < sentence.first:
        return False
    if _is_dated_before(sentence, place, chunk):
        return True
    dated = sentence.following(place)
    if dated is not None and dated.does == "cue" and dated.says == "at":
        dated = sentence.following(place + 1)
    if dated is None or dated.does != "period" or dated.first - chunk.after > 3:
        return False
    if not all(low(at) in _AT for at in range(chunk.after, dated.first)):
        return False
    same = target.role == "change" or target.unit in (None, chunk.says) or chunk.says == "number"
    return same and _stands_before(dated, target)


def _is_dated_before(sentence: Sentence, place: int, chunk: Chunk) -> bool:
    """Whether "(2022/23 performance: 84%)" says where things stood: a date first, then what it is."""
    dated, target, low = sentence.pending, sentence.last, sentence.tokens.low
    if place == 0 or dated is None or target is None or not sentence.open:
        return False
    between = [low(at) for at in range(dated.after, chunk.first)]
    told = bool(between) and all(word in _STANDING for word in between)
    return told and dated.first >= sentence.open[-1] and _stands_before(dated, target)


def _stands_before(dated: Chunk, target: Fact) -> bool:
    if dated.period is None or dated.period.period is None:
        return False
    if target.period is None or target.period.period is None:
        return True
    return last_month(dated.period.period) <= first_month(target.period.period)


def bracketed_role(sentence: Sentence, place: int, chunk: Chunk) -> str | None:
    """The part that a number in brackets plays where nothing else says it."""
    low = sentence.tokens.low
    before = {low(at) for at in range(sentence.open[-1], chunk.first)}
    if sentence.has_value("target") and before & _STANDING_IN_BRACKETS:
        return "baseline"
    costs = chunk.says in _MONEY and _counts_no_money(sentence)
    if costs or (sentence.first_sentence and sentence.has_value("baseline")):
        return None
    if sentence.has_value("target") and _is_on_the_way(sentence, place, chunk):
        return "target"
    if sentence.change is not None:
        return "baseline"
    if sentence.has_value("target") or sentence.is_compared():
        return "baseline" if sentence.comparator is not None else None
    return "target"


def _counts_no_money(sentence: Sentence) -> bool:
    """Whether the target before a bracket counts something other than money ("12 schools (£60,000)")."""
    last = sentence.last
    return last is not None and last.unit is not None and last.unit not in _MONEY


def _is_on_the_way(sentence: Sentence, place: int, chunk: Chunk) -> bool:
    """Whether "30 employers (15 by May 2031)" says how far it is to be by an earlier date."""
    by, dated, target = sentence.following(place), sentence.following(place + 1), sentence.last
    if by is None or dated is None or target is None or by.says != "by" or dated.does != "period":
        return False
    return by.first == chunk.after and target.unit == chunk.says
