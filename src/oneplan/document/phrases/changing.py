"""Numbers that say by how much: "by 10%", "a 0.5% annual decrease", "5 fewer", "halve"."""

from __future__ import annotations

from oneplan.document.phrases.chunks import Chunk
from oneplan.document.phrases.facts import Fact
from oneplan.document.phrases.sentence import Sentence
from oneplan.document.phrases.tokens import DASHES, words
from oneplan.document.phrases.units import COUNT, PERCENT, POINTS, TIMES

_BETWEEN = words(
    "annual yearly year on - – percentage point points overall net further real per annum relative in the"
)
_NOUNS = words("increase decrease reduction rise fall growth decline improvement")
_ON_TOP = words("further additional another extra")
_HOW_MUCH = words("of around approximately about a an further at least circa")
_BEFORE_VERBS = words("to will should must")
_WAYS = {"up": "increase", "down": "decrease"}
_MULTIPLES = (
    dict.fromkeys(("halve", "halved", "halving"), 50.0)
    | dict.fromkeys(("double", "doubled", "doubling", "twice"), 100.0)
    | dict.fromkeys(("treble", "trebled", "triple", "tripled"), 200.0)
)


def change_in_itself(sentence: Sentence, chunk: Chunk) -> Fact | None:
    """The change that a word says without a number: "halve", "double"."""
    multiple = _MULTIPLES.get(sentence.tokens.low(chunk.first))
    if multiple is None:
        return None
    return Fact("change", chunk.first, chunk.after, multiple, PERCENT, sign=chunk.says)


def is_change(
    sentence: Sentence, place: int, chunk: Chunk, cue: str | None, bound: Chunk | None
) -> bool:
    """Whether a number says by how much something changes."""
    signed = _signed_way(chunk, cue, bound, sentence)
    if signed is not None or _beside_a_year(sentence, place, chunk) is not None:
        return True
    if _is_kept(sentence) or is_bounded_level(sentence, bound):
        return False
    if cue in ("from", "to", "baseline", "target", "within"):
        return cue == "target" and _change_after(sentence, place, chunk) is not None
    if cue == "by":
        gestation = chunk.says in TIMES and sentence.tokens.low(chunk.after) in ("of", "after")
        return sentence.change is not None and not gestation
    if _change_after(sentence, place, chunk) is not None or is_addition(sentence, chunk):
        return True
    told = _up_or_down(sentence, chunk) is not None
    return told or (sentence.change is not None and _changes_uncued(sentence, place, chunk, cue))


def _is_kept(sentence: Sentence) -> bool:
    """Whether the sentence keeps something as it is ("maintain 20 mph zones")."""
    return sentence.change is not None and sentence.change.says == "maintain"


def is_bounded_level(sentence: Sentence, bound: Chunk | None) -> bool:
    """Whether "drop below 500" says to what level and not by how much."""
    change = sentence.change
    if change is None or bound is None or bound.first != change.after:
        return False
    low = sentence.tokens.low
    verb = low(change.after - 1) not in _NOUNS
    return verb and low(bound.first) in ("below", "under", "above", "beneath")


def _signed_way(
    chunk: Chunk, cue: str | None, bound: Chunk | None, sentence: Sentence
) -> str | None:
    """The way that "+5%" or "-10%" goes; None for a level below nought ("a score of -0.34")."""
    if cue in ("from", "to", "was", "at") or bound is not None:
        return None
    mark = sentence.tokens.low(chunk.first)
    if mark == "+":
        return "increase"
    shares = chunk.says in (PERCENT, POINTS)
    return "decrease" if mark in DASHES and shares and cue != "baseline" else None


def is_addition(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether "a further 40 homes", "an additional 200", "40 extra places": so many on top."""
    low = sentence.tokens.low
    return low(chunk.first - 1) in _ON_TOP or (chunk.says == COUNT and low(chunk.after) in _ON_TOP)


def _up_or_down(sentence: Sentence, chunk: Chunk) -> str | None:
    """The way that "up 5 percentage points" or "down 10%" goes."""
    way = _WAYS.get(sentence.tokens.low(chunk.first - 1))
    return way if chunk.says in (PERCENT, POINTS) else None


def _changes_uncued(sentence: Sentence, place: int, chunk: Chunk, cue: str | None) -> bool:
    """ "Reduce 10%", "an increase of around 25%", "increase take-up 2% annually"."""
    if cue == "change":
        low = sentence.tokens.low
        return all(low(at) in _HOW_MUCH for at in range(sentence.cue_after, chunk.first))
    if _is_measure_of_change(sentence, chunk):
        return True
    recurs = sentence.following(place)
    annual = recurs is not None and recurs.does == "recurs" and recurs.first == chunk.after
    return chunk.says == POINTS or (annual and sentence.head is None and chunk.says == PERCENT)


def sign(sentence: Sentence, place: int, fact: Fact, chunk: Chunk) -> None:
    """Gives a change its direction and takes in the words that say it and how often."""
    following = _change_after(sentence, place, chunk)
    beside = _beside_a_year(sentence, place, chunk)
    signed = _signed_way(chunk, None, None, sentence)
    if signed is not None:
        fact.sign, fact.value = signed, abs(fact.value or 0.0)
    elif following is not None:
        fact.sign, fact.after = following.says, following.after
    elif beside is not None:
        fact.sign, fact.after = "decrease" if beside.says == "at_most" else "increase", beside.after
    elif (way := _up_or_down(sentence, chunk)) is not None:
        fact.sign, fact.first = way, min(fact.first, chunk.first - 1)
    elif is_addition(sentence, chunk):
        before = sentence.tokens.low(chunk.first - 1) in _ON_TOP
        fact.sign, fact.first = "increase", min(fact.first, chunk.first - before)
    elif sentence.change is not None:
        fact.sign = sentence.change.says
    for later in sentence.chunks[place + 1 : place + 4]:
        if later.does == "recurs" and later.first - fact.after <= 2:
            fact.recurs, fact.after = True, max(fact.after, later.after)


def _is_measure_of_change(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether "a rise in self-referrals of 15%": a noun of change, and "of" before the share."""
    change, low = sentence.change, sentence.tokens.low
    noun = change is not None and low(change.first) in _NOUNS
    return noun and chunk.says == PERCENT and sentence.head is None and low(chunk.first - 1) == "of"


def _beside_a_year(sentence: Sentence, place: int, chunk: Chunk) -> Chunk | None:
    """The "below" of "5% below the 2011 level": by how much, set against a year."""
    bound, year = sentence.following(place), sentence.following(place + 1)
    if bound is None or year is None or bound.does != "bound" or year.does != "period":
        return None
    beside = bound.first == chunk.after and sentence.near(bound.after, year.first)
    return bound if beside else None


def _change_after(sentence: Sentence, place: int, chunk: Chunk) -> Chunk | None:
    """The change that a number goes before: "10% increase", "0.5% annual decrease", "5 fewer"."""
    following = sentence.following(place)
    if following is not None and following.does == "recurs":
        following = sentence.following(place + 1)
    if following is None or following.does != "change" or following.says == "maintain":
        return None
    low = sentence.tokens.low
    participle = low(following.after - 1).endswith(("ed", "ing", "en"))
    is_verb = low(following.first) in _BEFORE_VERBS
    if participle or is_verb or following.first - chunk.after > 4:
        return None
    between = all(low(at) in _BETWEEN for at in range(chunk.after, following.first))
    return following if between else None
