"""The part that a number plays in its sentence: baseline, target, change – or none at all."""

from __future__ import annotations

from oneplan.document.phrases.bracketed import bracketed_role, is_earlier_level
from oneplan.document.phrases.changing import is_bounded_level, is_change
from oneplan.document.phrases.chunks import Chunk
from oneplan.document.phrases.facts import Fact
from oneplan.document.phrases.levels import is_of_a_milestone, says_it_in_shares
from oneplan.document.phrases.ranges import counts_things
from oneplan.document.phrases.sentence import Sentence, is_purpose
from oneplan.document.phrases.tokens import WORD, words
from oneplan.document.phrases.units import COUNT, PERCENT, POINTS, TIMES, is_rate

_CHAIN = words(", and & then ; / a further followed up or ) to by in")
_ROLES_OF_CUES = {
    "from": "baseline",
    "baseline": "baseline",
    "was": "baseline",
    "to": "target",
    "target": "target",
}
_DOING = words(
    "reported seen used attended led run made signed visited read completed taken agreed adopted"
)
_AVERAGES = words("median average mean typical")
_UPS = words("up down rising falling moving going")
_AFTER_A_LEVEL = words("to in at by on per and or")
_ENDS_A_JOURNEY = ("", ".", ",", ";", "(", "by", "in")
_INTRODUCING = (":", "–", "-", "—", "=")


def role_of(sentence: Sentence, place: int, chunk: Chunk, bound: Chunk | None) -> str | None:
    """ "baseline", "target", "change" or "gap"; None where the number only describes or repeats."""
    cue = sentence.cued(chunk)
    if _plays_none(sentence, place, chunk, cue):
        return None
    told = _told_role(sentence, place, chunk, cue, bound)
    if told is not None:
        return told
    role = _cued_role(sentence, cue, chunk)
    if role is not None:
        return None if role == "target" and _describes(sentence, chunk) else role
    if cue in ("based", "within") or (cue == "by" and bound is None):
        return None
    return _uncued_role(sentence, place, chunk, bound)


def _told_role(
    sentence: Sentence, place: int, chunk: Chunk, cue: str | None, bound: Chunk | None
) -> str | None:
    against = sentence.tokens.low(chunk.first - 1) == "against" and sentence.has_value("target")
    if against or is_earlier_level(sentence, place, chunk):
        return "baseline"
    if cue == "by" and _is_agent(sentence):
        return "target"
    if is_change(sentence, place, chunk, cue, bound):
        return "change"
    bounded_gap = sentence.reading.gap_to is not None and bound is not None and cue is None
    return "target" if bounded_gap or is_bounded_level(sentence, bound) else None


def _plays_none(sentence: Sentence, place: int, chunk: Chunk, cue: str | None) -> bool:
    if (chunk.value is None and not _is_meant(sentence, chunk, cue)) or _is_gloss(
        sentence, place, chunk
    ):
        return True
    if chunk.says in (PERCENT, POINTS) and _is_distance(sentence, chunk):
        return True
    if is_of_a_milestone(sentence, chunk) or says_it_in_shares(sentence, chunk):
        return True
    return cue == "from" and _is_origin(sentence, place, chunk)


def _is_meant(sentence: Sentence, chunk: Chunk, cue: str | None) -> bool:
    """Whether a range says how many or how much, and not who ("14-19 learners") or when ("at 6-8 weeks")."""
    if cue in _ROLES_OF_CUES or (cue == "by" and sentence.change is not None):
        return True
    if chunk.says in TIMES:
        return False
    told = chunk.says != COUNT or sentence.tokens.low(chunk.first) == "between"
    return told or counts_things(sentence.tokens, chunk.first, chunk.after)


def _is_distance(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether "(now 4 points below)" says how far off others are, and no level of its own."""
    low = sentence.tokens.low
    return low(chunk.after) in ("below", "above", "behind") and low(chunk.after + 1) in (
        "",
        ")",
        ".",
        ",",
    )


def _is_origin(sentence: Sentence, place: int, chunk: Chunk) -> bool:
    """Whether "replies from 200 parents": whom something comes from, and no level to start from."""
    low = sentence.tokens.low
    if chunk.says != COUNT or sentence.change is not None or low(sentence.cue_after - 2) in _UPS:
        return False
    noun = sentence.tokens.at(chunk.after)
    later = sentence.chunks[place + 1 : place + 3]
    leads_on = any(part.does == "period" or part.says == "to" for part in later)
    return noun.kind == WORD and noun.low not in _AFTER_A_LEVEL and not leads_on


def _is_agent(sentence: Sentence) -> bool:
    """Whether "reported by 80% of carers": who does it, and not by how much it changes."""
    before = sentence.tokens.low(sentence.cue_after - 2)
    if sentence.change is not None and sentence.change.after == sentence.cue_after - 1:
        return False
    return before in _DOING


def _cued_role(sentence: Sentence, cue: str | None, chunk: Chunk) -> str | None:
    if cue == "within":
        is_gap = chunk.says not in TIMES and sentence.tokens.low(chunk.after) == "of"
        return "gap" if is_gap else None
    if cue == "goal":
        return "target" if sentence.head is None else None
    if cue == "at":
        return "target" if _maintains(sentence) else None
    return _ROLES_OF_CUES.get(cue or "")


def _maintains(sentence: Sentence) -> bool:
    return sentence.change is not None and sentence.change.says == "maintain"


def _describes(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether "60% of drivers to be under 30": a second unit describes what the first counts."""
    last = sentence.last
    if last is None or last.role != "target" or sentence.change is not None or sentence.nouns:
        return False
    if is_rate(last.unit) and is_rate(chunk.says):
        return False
    return last.first >= sentence.first and last.unit not in (None, chunk.says)


def _is_gloss(sentence: Sentence, place: int, chunk: Chunk) -> bool:
    """Whether "75% (188) of schools": a bracketed number that says the one before it again."""
    if not sentence.open or sentence.open[-1] != chunk.first or place < 2:
        return False
    before = sentence.chunks[place - 2]
    again = before.does == "quantity" and before.after == chunk.first - 1
    return again and sentence.tokens.low(chunk.after) in (")", "/", "of")


def _uncued_role(sentence: Sentence, place: int, chunk: Chunk, bound: Chunk | None) -> str | None:
    last = sentence.last
    if _is_top(sentence, chunk):
        return None
    joint = _range_joint(sentence, place, chunk)
    if joint is not None:
        return "baseline" if _is_journey(sentence, place, chunk, joint) else None
    if last is not None and last.unit == chunk.says and _chained(sentence, last, chunk):
        return last.role if last.role != "change" else None
    if _says_comparator(sentence, chunk):
        return None
    if chunk.says in TIMES and _only_tells_how_long(sentence, place, chunk, bound):
        return None
    return _role_by_place(sentence, place, chunk, bound)


def _is_journey(sentence: Sentence, place: int, chunk: Chunk, joint: str) -> bool:
    """Whether "30 → 45", "reduce 45 to 30" and "5.4% to 4.8%" lead from the first number to the second."""
    last = sentence.following(place + 1)
    falls = last is not None and (last.value or 0.0) < (chunk.value or 0.0)
    if last is not None and last.says == chunk.says == PERCENT and joint == "to":
        return sentence.tokens.low(last.after) in _ENDS_A_JOURNEY
    return joint == "→" or (joint == "to" and (falls or sentence.change is not None))


def _only_tells_how_long(sentence: Sentence, place: int, chunk: Chunk, bound: Chunk | None) -> bool:
    """Whether a time describes ("150 minutes of exercise: 66% of adults") and is not what is measured."""
    if chunk.first > 0:
        heads = sentence.tokens.low(chunk.after) == ":"
        return heads or not _bounds_a_time(sentence, bound)
    shares = any(later.says == PERCENT for later in sentence.chunks[place + 1 : place + 4])
    return sentence.tokens.low(chunk.after) == "of" and shares


def _bounds_a_time(sentence: Sentence, bound: Chunk | None) -> bool:
    """Whether "wait less than 40 days" says how long; "away for more than 10 days" says who."""
    if bound is None and sentence.tokens.low(sentence.first) in _AVERAGES:
        return True
    before = sentence.tokens.low(bound.first - 1) if bound is not None else "for"
    if bound is not None and sentence.tokens.low(bound.first) == "longer":
        return sentence.denies(bound.first)
    return before not in ("for", "after", "lasting", "within")


def _range_joint(sentence: Sentence, place: int, chunk: Chunk) -> str | None:
    """The word that joins two numbers: "45 to 60 homes", "30 → 45"."""
    low = sentence.tokens.low
    after, last = low(chunk.after), sentence.following(place)
    if after in ("to", "→") and last is not None and last.says == "to":
        last = sentence.following(place + 1)
        joined = last is not None and last.does == "quantity" and last.first == chunk.after + 1
        return after if joined else None
    return None


def _role_by_place(sentence: Sentence, place: int, chunk: Chunk, bound: Chunk | None) -> str | None:
    if sentence.open:
        return bracketed_role(sentence, place, chunk)
    ranged = chunk.value is None or bound is not None
    kept = _maintains(sentence) and (ranged or _is_plain_level(sentence, chunk))
    named = sentence.tokens.says(chunk.after, ("(", "target", ")"))
    if kept or named or _is_headed(sentence, bound or chunk):
        return "target"
    if _is_measured(sentence):
        return "target" if _is_introduced(sentence, place, chunk) else None
    last = sentence.last
    again = chunk.says == PERCENT or sentence.tokens.low(chunk.first - 1) in (":", "=")
    return "target" if last is None or (again and last.role == "target") else None


def _is_plain_level(sentence: Sentence, chunk: Chunk) -> bool:
    return sentence.head is None and chunk.says != COUNT


def _is_measured(sentence: Sentence) -> bool:
    """Whether the sentence says what is counted, so that a bare number only describes it.

    "Workshops to reduce falls held in 12 halls" does not: what it would change is only its purpose.
    """
    change = sentence.change
    return sentence.head is not None or (
        change is not None and not is_purpose(sentence.tokens, change)
    )


def _is_headed(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether "a response rate of 60%": the number is what the noun before it comes to."""
    head, low = sentence.head, sentence.tokens.low
    if head is None:
        return False
    if head.after != chunk.first:
        rate = head.says == "rate" and chunk.says == PERCENT and low(chunk.first - 1) == "of"
        return rate and sentence.change is None
    if sentence.change is not None and not _maintains(sentence):
        return False
    return head.says in ("rate", "ratio") and sentence.tokens.low(head.after - 1) == "of"


def _is_top(sentence: Sentence, chunk: Chunk) -> bool:
    """Takes "top 25%" as the place in a ranking that it is."""
    if sentence.tokens.low(chunk.first - 1) not in ("top", "best", "upper", "performing"):
        return False
    relation = "top_quartile" if chunk.value == 25 else None
    sentence.add(Fact("target", chunk.first - 1, chunk.after, relation=relation))
    return True


def _is_introduced(sentence: Sentence, place: int, chunk: Chunk) -> bool:
    """Whether a colon or dash leads to the number, or a share ends what is measured."""
    before = sentence.tokens.at(chunk.first - 1)
    if before.low in _INTRODUCING and not (before.glued and before.low in _INTRODUCING[1:4]):
        return True
    following = sentence.following(place)
    ends = following is None or following.does in ("stop", "period")
    ends = ends or sentence.tokens.low(chunk.after) in ("by", "in")
    return chunk.says == PERCENT and sentence.head is not None and sentence.change is None and ends


def _chained(sentence: Sentence, last: Fact, chunk: Chunk) -> bool:
    low = sentence.tokens.low
    between = range(last.after, chunk.first)
    return len(between) <= 4 and all(low(at) in _CHAIN for at in between)


def _says_comparator(sentence: Sentence, chunk: Chunk) -> bool:
    """Takes "in line with the average of 43%" as the value of the relation; what a later sentence says
    of the comparator ("the average is now 43%") is where others stand and no target.
    """
    comparator = sentence.comparator
    if comparator is None or (sentence.open and not sentence.first_sentence):
        return False
    related = [fact for fact in sentence.reading.facts if fact.role == "target" and fact.comparator]
    if not related:
        return chunk.first - comparator.after <= 6
    if sentence.first_sentence and chunk.first - comparator.after > 3:
        return False
    fact = related[-1]
    if fact.value is None and fact.first >= sentence.first:
        fact.value, fact.unit, fact.after = chunk.value, chunk.says, chunk.after
    return True
