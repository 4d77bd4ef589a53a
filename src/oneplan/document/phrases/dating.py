"""The fact that a period belongs to: the number before it, the one after it, or what is still to be set."""

from __future__ import annotations

from oneplan.document.phrases.chunks import Chunk
from oneplan.document.phrases.facts import Fact
from oneplan.document.phrases.levels import is_of_a_milestone
from oneplan.document.phrases.sentence import Sentence
from oneplan.document.phrases.tokens import words

_UNTIL = words("by until before till")
_BASED = words("from on against over than with to since vs v")
_FIGURES = words("baseline baselines figures figure levels level data outturn position")
_STANDING = words("performance result results outturn actual : =")
_SETTING_AGAINST = words("compared currently current now presently existing")
_LEADING = ("by", "in", "during", "of", "", ",")


def take_period(sentence: Sentence, place: int, chunk: Chunk) -> None:
    """Gives a period to a fact or keeps it for what follows."""
    last = sentence.last
    if _dates_a_milestone(sentence, place):
        sentence.reading.unclaimed.append(chunk)
    elif sentence.unset:
        _date_unset(sentence, chunk)
    elif _begins_baseline(sentence, place, chunk) or _follows_noun(sentence):
        sentence.hold(chunk)
    elif _is_baseline(sentence, chunk):
        sentence.add(Fact("baseline", chunk.first, chunk.after, period=chunk.period))
    elif last is not None and last.period is None and _may_date(sentence, last, chunk):
        last.period, last.after = chunk.period, max(chunk.after, last.after)
        sentence.carry_cue(chunk)
    else:
        sentence.hold(chunk)


def _dates_a_milestone(sentence: Sentence, place: int) -> bool:
    """Whether the number right before, as in "a milestone of 30 by March", is only a step on the way."""
    for before in reversed(sentence.chunks[max(0, place - 3) : place]):
        if before.does == "quantity":
            taken = sentence.last is not None and sentence.last.after > before.first
            return not taken and is_of_a_milestone(sentence, before)
        if before.does not in ("cue", "open"):
            return False
    return False


def _date_unset(sentence: Sentence, chunk: Chunk) -> None:
    """The period after "baseline to be set" is the baseline's; "… by May" is when it will be set."""
    facts, sentence.unset = sentence.unset, []
    if sentence.tokens.low(chunk.after) in _FIGURES:
        sentence.add(Fact("baseline", chunk.first, chunk.after + 1, period=chunk.period))
        return
    if sentence.tokens.low(chunk.first - 1) in _UNTIL:
        sentence.hold(chunk)
        sentence.set_then = chunk
        return
    for fact in facts:
        if fact.role == "baseline" and fact.period is None:
            fact.period, fact.after = chunk.period, chunk.after


def _begins_baseline(sentence: Sentence, place: int, chunk: Chunk) -> bool:
    """Whether "2007/08 baseline of 69%", "2007/08 data to provide baseline", "baseline 2007/08: 69%"."""
    following = sentence.following(place)
    if following is None or _says_where_things_stood(sentence, chunk, following):
        return following is not None
    if not sentence.near(chunk.after, following.first) or sentence.tokens.low(chunk.after) == ",":
        return False
    if following.does == "unset":
        return following.says == "data"
    if following.does == "quantity":
        cued = sentence.cued(chunk) in ("baseline", "target", "from")
        return cued and sentence.reaches(chunk.after, following.first)
    later = sentence.following(place + 1)
    against = sentence.tokens.low(following.first) in _SETTING_AGAINST
    if following.says != "baseline" or later is None or against:
        return False
    return later.does in ("quantity", "unset") and sentence.near(following.after, later.first)


def _says_where_things_stood(sentence: Sentence, period: Chunk, following: Chunk) -> bool:
    """Whether "(2022/23 performance: 84%)" dates the number that follows it."""
    told = bool(sentence.open) and sentence.tokens.low(period.after) in _STANDING
    return told and following.does == "quantity" and following.first - period.after <= 3


def _follows_noun(sentence: Sentence) -> bool:
    last = sentence.last
    return sentence.noun_at >= 0 and (last is None or sentence.noun_at >= last.after)


def _is_baseline(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether "on 2005 baseline", "based on 2008/09 figures", "from 2005 levels"."""
    before = sentence.tokens.low(chunk.first - 1)
    if before in ("a", "the", "our"):
        before = sentence.tokens.low(chunk.first - 2)
    last = sentence.last
    if sentence.tokens.low(chunk.after) in _FIGURES:
        if last is not None and last.role == "change" and sentence.near(last.after, chunk.first):
            return True
        return before in _BASED or sentence.cued(chunk) in ("baseline", "based", "from")
    if before in ("below", "above", "under", "than"):
        return sentence.last is not None and sentence.last.role == "change"
    last = sentence.last
    changes = last is not None and last.role == "change" and not last.recurs
    than = before in ("in", "at") and sentence.tokens.low(chunk.first - 2) == "than"
    return changes and (than or before in ("from", "since", "on", "with", "against"))


def _may_date(sentence: Sentence, fact: Fact, chunk: Chunk) -> bool:
    before = sentence.tokens.low(chunk.first - 1)
    if fact.first < sentence.first or (fact.role == "baseline" and before in _UNTIL):
        return False
    return not (fact.role == "change" and before in ("from", "since"))


def close(sentence: Sentence) -> None:
    """At a sentence's end: "(baseline 2009/10)" and "compared with 2009/10" name a baseline by its period."""
    pending = sentence.pending
    if pending is None or "baseline" not in sentence.nouns or pending.first < sentence.noun_at:
        return
    if sentence.cue == "baseline" and pending.first - sentence.noun_at <= 4:
        sentence.claim(pending)
        sentence.add(Fact("baseline", sentence.noun_at, pending.after, period=pending.period))


def date_the_undated(sentence: Sentence) -> None:
    """A period said apart ("By March 2010 …", "… from 1998 baseline by 2010") dates the one undated target."""
    bare = [
        fact
        for fact in sentence.reading.facts
        if fact.role != "baseline" and fact.period is None and not fact.to_be_set
    ]
    if len(bare) != 1:
        return
    apart = [
        chunk for chunk in sentence.reading.unclaimed if _may_date_apart(sentence, bare[0], chunk)
    ]
    if len(apart) == 1:
        bare[0].period = apart[0].period
        sentence.reading.unclaimed.remove(apart[0])


def _may_date_apart(sentence: Sentence, fact: Fact, chunk: Chunk) -> bool:
    before = sentence.tokens.low(chunk.first - 1)
    if chunk is sentence.set_then:
        return False
    if chunk.after <= fact.first:
        return before in _LEADING
    return fact.role == "change" and fact.first >= sentence.first and before in _UNTIL
