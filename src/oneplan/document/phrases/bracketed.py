"""Levels in brackets: "95% (71% at March 2023)" says where things stood when it was written."""

from __future__ import annotations

from oneplan.document.phrases.chunks import Chunk
from oneplan.document.phrases.facts import Fact
from oneplan.document.phrases.periods import first_month, last_month
from oneplan.document.phrases.sentence import Sentence
from oneplan.document.phrases.tokens import words

_AT = words("in at as of on during for , (")


def is_earlier_level(sentence: Sentence, place: int, chunk: Chunk) -> bool:
    """Whether a number in brackets, with a date of its own, is where the target before it starts from."""
    low = sentence.tokens.low
    target = sentence.last
    if not sentence.open or target is None or target.role not in ("target", "change"):
        return False
    if sentence.cued(chunk) in ("to", "target", "by") or target.first < sentence.first:
        return False
    dated = sentence.following(place)
    if dated is not None and dated.does == "cue" and dated.says == "at":
        dated = sentence.following(place + 1)
    if dated is None or dated.does != "period" or dated.first - chunk.after > 3:
        return False
    if not all(low(at) in _AT for at in range(chunk.after, dated.first)):
        return False
    same = target.role == "change" or target.unit in (None, chunk.says) or chunk.says == "number"
    return same and _stands_before(dated, target)


def _stands_before(dated: Chunk, target: Fact) -> bool:
    if dated.period is None or dated.period.period is None:
        return False
    if target.period is None or target.period.period is None:
        return True
    return last_month(dated.period.period) <= first_month(target.period.period)
