"""From chunks to facts: a walk from left to right that gives each chunk its part in the sentence."""

from __future__ import annotations

from collections.abc import Callable

from oneplan.document.phrases.changing import change_in_itself, sign
from oneplan.document.phrases.chunks import Chunk, cut
from oneplan.document.phrases.dating import close, date_the_undated, take_period
from oneplan.document.phrases.facts import Fact, Reading
from oneplan.document.phrases.levels import drop_described, set_against_target
from oneplan.document.phrases.sentence import Sentence
from oneplan.document.phrases.tokens import Tokens, words
from oneplan.document.phrases.valuing import role_of

_LEVELS = words("figure level rate baseline position outturn of was :")
_BEYOND = words(
    "more longer greater higher over above exceed exceeds exceeding less fewer lower under below beneath"
)


def assemble(tokens: Tokens) -> Reading:
    """The facts of a text in order."""
    sentence = Sentence(tokens, cut(tokens))
    for place, chunk in enumerate(sentence.chunks):
        take = _TAKERS.get(chunk.does)
        if take is not None:
            take(sentence, place, chunk)
    close(sentence)
    drop_described(sentence.reading)
    set_against_target(sentence)
    date_the_undated(sentence)
    return sentence.reading


def _take_head(sentence: Sentence, _place: int, chunk: Chunk) -> None:
    sentence.reading.heads.append(chunk)
    sentence.head = sentence.head or chunk


def _take_open(sentence: Sentence, _place: int, chunk: Chunk) -> None:
    sentence.open.append(chunk.after)


def _take_close(sentence: Sentence, _place: int, _chunk: Chunk) -> None:
    if sentence.open:
        sentence.open.pop()


def _take_stop(sentence: Sentence, _place: int, chunk: Chunk) -> None:
    close(sentence)
    sentence.begin_next(chunk.after)


def _take_change(sentence: Sentence, _place: int, chunk: Chunk) -> None:
    sentence.reading.changes.append(chunk)
    sentence.change = chunk
    sentence.cue, sentence.cue_after = "change", chunk.after
    if sentence.tokens.low(chunk.after - 1) in ("to", "from"):
        sentence.cue = sentence.tokens.low(chunk.after - 1)
    fact = change_in_itself(sentence, chunk)
    if fact is not None:
        sentence.add(fact)


def _take_cue(sentence: Sentence, _place: int, chunk: Chunk) -> None:
    if chunk.says in ("baseline", "target"):
        if _names_the_last(sentence, chunk):
            return
        sentence.nouns.append(chunk.says)
        sentence.noun_at = chunk.first if sentence.noun_at < 0 else sentence.noun_at
    answered = sentence.tokens.low(sentence.cue_after - 2).endswith("ed")
    if chunk.says == "within" and sentence.cued(chunk) == "to" and not answered:
        sentence.bound = chunk._replace(does="bound", says="at_most")
        sentence.cue_after = chunk.after
        return
    if chunk.says == "at" and sentence.cued(chunk) == "baseline":
        sentence.cue_after = chunk.after
        return
    sentence.cue, sentence.cue_after = chunk.says, chunk.after


def _names_the_last(sentence: Sentence, noun: Chunk) -> bool:
    """Takes "45% baseline" and "45% (target)": the noun after a number says what it is."""
    last, low = sentence.last, sentence.tokens.low
    if last is None or last.role not in ("target", "baseline") or last.value is None:
        return False
    bracketed = noun.first == last.after + 1 and low(last.after) == "(" and low(noun.after) == ")"
    leads_on = low(noun.after) in (":", "of", "=", "is", "-", "–") or low(noun.after)[:1].isdigit()
    if not bracketed and (noun.first != last.after or leads_on):
        return False
    last.role = noun.says
    return True


def _take_bound(sentence: Sentence, _place: int, chunk: Chunk) -> None:
    sentence.carry_cue(chunk)
    sentence.bound = chunk


def _take_bound_after(sentence: Sentence, _place: int, chunk: Chunk) -> None:
    last = sentence.last
    if last is not None and chunk.first - last.after <= 1:
        last.relation, last.after = chunk.says, chunk.after


def _take_relation(sentence: Sentence, _place: int, chunk: Chunk) -> None:
    sentence.relation, sentence.bound = chunk, None
    if chunk.says == "top_quartile":
        sentence.add(Fact("target", chunk.first, chunk.after, relation=chunk.says))
    elif sentence.tokens.low(chunk.after - 1) in ("reach", "reaches", "reaching"):
        sentence.cue, sentence.cue_after = "to", chunk.after


def _take_comparator(sentence: Sentence, _place: int, chunk: Chunk) -> None:
    sentence.comparator = chunk
    if _ends_a_gap(sentence, chunk):
        sentence.reading.gap_to, sentence.cue = chunk.says, None
        return
    last = sentence.last
    if last is not None and last.relation == "top_quartile":
        if chunk.first - last.after <= 4 and last.comparator is None:
            last.comparator, last.after = chunk.says, chunk.after
        return
    related = _relation_to(sentence, chunk)
    if related is None:
        if sentence.tokens.low(chunk.first - 1) == "against" and not sentence.reading.facts:
            sentence.add(Fact("target", chunk.first - 1, chunk.after, comparator=chunk.says))
        return
    first, says = related
    fact = Fact("target", first, chunk.after, relation=says, comparator=chunk.says)
    if says == "gap_at_most" and sentence.relation is not None:
        fact.value, fact.unit = sentence.relation.value, sentence.gap_unit
    sentence.add(fact)
    sentence.relation = sentence.bound = sentence.cue = None


def _ends_a_gap(sentence: Sentence, comparator: Chunk) -> bool:
    """Whether a gap is measured to the comparator: "the gap with England", "gaps to the region"."""
    place = comparator.first - 1
    place -= sentence.tokens.low(place) == "the"
    beside = sentence.tokens.low(place) in ("to", "with", "from", "against")
    return beside and sentence.tokens.low(place - 1) in ("gap", "gaps")


def _relation_to(sentence: Sentence, comparator: Chunk) -> tuple[int, str] | None:
    """Where the words begin that say how to stand to a comparator, and what they say."""
    relation, bound = sentence.relation, sentence.bound
    if relation is not None and comparator.first - relation.after <= 5:
        return relation.first, relation.says
    if bound is not None and comparator.first - bound.after <= 4:
        beyond = sentence.tokens.low(bound.first) in _BEYOND
        return bound.first, "better_than" if beyond else "at_or_better_than"
    if sentence.cue in ("to", "at", "target") and sentence.near(
        sentence.cue_after, comparator.first
    ):
        return sentence.cue_after, "in_line_with"
    return None


def _take_unset(sentence: Sentence, _place: int, chunk: Chunk) -> None:
    nouns = _nouns_unset(sentence, chunk)
    first = sentence.noun_at if sentence.noun_at >= 0 else chunk.first
    facts = [Fact(noun, min(first, chunk.first), chunk.after, to_be_set=True) for noun in nouns]
    if facts and sentence.pending is not None:
        for fact in facts:
            fact.period = sentence.pending.period
            fact.first = min(fact.first, sentence.pending.first)
        sentence.claim(sentence.pending)
    for fact in facts:
        sentence.add(fact)
    if facts:
        sentence.unset = facts
        sentence.spent()


def _nouns_unset(sentence: Sentence, chunk: Chunk) -> list[str]:
    """What is to be set: the nouns before, or in, the words that say so."""
    if chunk.says == "before":
        return ["baseline"]
    if chunk.says == "data":
        return ["target" if "target" in sentence.tokens.low(chunk.after - 1) else "baseline"]
    if sentence.nouns:
        return list(dict.fromkeys(sentence.nouns))
    cue = sentence.cued(chunk)
    return {"from": ["baseline"], "to": ["target"]}.get(cue or "", [])


def _take_quantity(sentence: Sentence, place: int, chunk: Chunk) -> None:
    if _gives_level(sentence, chunk):
        return
    bound = sentence.bound or _relation_as_bound(sentence, chunk)
    sentence.bound = None
    if bound is not None and not sentence.near(bound.after, chunk.first):
        bound = None
    role = role_of(sentence, place, chunk, bound)
    if role is None and sentence.cued(chunk) == "within":
        sentence.cue = None
    elif role is None:
        sentence.carry_cue(chunk)
    elif role == "gap":
        first = sentence.cue_after - 1
        sentence.relation = Chunk("relation", "gap_at_most", first, chunk.after, chunk.value)
        sentence.gap_unit = chunk.says
    else:
        _add_number(sentence, place, chunk, role, bound)


def _gives_level(sentence: Sentence, chunk: Chunk) -> bool:
    """Takes "the 2006 figure of 15.2%": the number of a baseline that was named by its period."""
    last = sentence.last
    if last is None or last.role != "baseline" or last.unit or last.to_be_set or not last.period:
        return False
    between = [sentence.tokens.low(at) for at in range(last.after, chunk.first)]
    if not 0 < len(between) <= 3 or not all(word in _LEVELS for word in between):
        return False
    last.value, last.unit, last.after = chunk.value, chunk.says, chunk.after
    return True


def _add_number(
    sentence: Sentence, place: int, chunk: Chunk, role: str, bound: Chunk | None
) -> None:
    first = bound.first if bound is not None else chunk.first
    fact = Fact(role, first, chunk.after, chunk.value, chunk.says, cue=sentence.cued(chunk))
    fact.relation = _denied(sentence, bound) if bound is not None else None
    if sentence.tokens.low(chunk.after) == "+":
        fact.relation, fact.after = "at_least", chunk.after + 1
    if role == "change":
        sign(sentence, place, fact, chunk)
    pending = sentence.pending
    if pending is not None and sentence.reaches(pending.after, chunk.first):
        fact.period, fact.first = pending.period, min(fact.first, pending.first)
        sentence.claim(pending)
    sentence.add(fact)
    sentence.spent()


def _denied(sentence: Sentence, bound: Chunk) -> str:
    """What a bound says; "no child waits more than 18 weeks" turns it round."""
    if sentence.tokens.low(bound.first) not in _BEYOND or not sentence.denies(bound.first):
        return bound.says
    return {"at_least": "at_most", "at_most": "at_least"}.get(bound.says, bound.says)


def _relation_as_bound(sentence: Sentence, chunk: Chunk) -> Chunk | None:
    """ "At or below 18%" as the bound that it is beside a number."""
    relation = sentence.relation
    if relation is None or relation.says != "at_or_better_than":
        return None
    if not sentence.near(relation.after, chunk.first):
        return None
    said = {sentence.tokens.low(place) for place in range(relation.first, relation.after)}
    return relation._replace(says="at_most" if said & {"below", "under", "lower"} else "at_least")


_TAKERS: dict[str, Callable[[Sentence, int, Chunk], None]] = {
    "quantity": _take_quantity,
    "period": take_period,
    "change": _take_change,
    "cue": _take_cue,
    "bound": _take_bound,
    "bound_after": _take_bound_after,
    "relation": _take_relation,
    "comparator": _take_comparator,
    "unset": _take_unset,
    "head": _take_head,
    "open": _take_open,
    "close": _take_close,
    "stop": _take_stop,
}
