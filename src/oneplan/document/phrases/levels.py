"""Where things stand: a number that stands before a target and is no target itself."""

from __future__ import annotations

from oneplan.document.phrases.chunks import Chunk
from oneplan.document.phrases.facts import Fact, Reading
from oneplan.document.phrases.periods import last_month
from oneplan.document.phrases.sentence import Sentence
from oneplan.document.phrases.tokens import words
from oneplan.document.phrases.units import PERCENT, is_rate

_LEADS_ON = words(") ( to , survey surveys data cohort results average figure figures")
_GOING = words("rising increasing growing improving falling reducing dropping decreasing up down")
_MILESTONES = words("milestone milestones")
_IS = words("of is : at target being – -")
_YEAR = 12
_TELLS_TO_CHANGE = words("increase reduce improve raise decrease cut lower grow expand")


def drop_described(reading: Reading) -> None:
    """A number without a cue describes what is measured where "from … to …" says the values."""
    cues = [fact.cue for fact in reading.facts]
    if "from" not in cues or "to" not in cues:
        return
    start = min(cues.index("from"), cues.index("to"))
    reading.facts = [
        fact
        for place, fact in enumerate(reading.facts)
        if place >= start or fact.cue or fact.role != "target" or fact.value is None
    ]


def set_against_target(sentence: Sentence) -> None:
    """ "9.4% (2012/13); target 9% (2015/16)", "40.4 (2007) to 24.1": what stands first is where things are."""
    reading = sentence.reading
    _set_against_change(reading)
    _set_against_end(reading)
    _set_against_day(sentence)
    named = next((fact for fact in reading.facts if fact.cue in ("target", "to")), None)
    if named is None or any(fact.role == "baseline" for fact in reading.facts):
        return
    before = reading.facts[: reading.facts.index(named)]
    if len(before) != 1 or before[0].role != "target" or not _is_level(before[0], named):
        return
    between = [sentence.tokens.low(at) for at in range(before[0].after, named.first)]
    told = any(word in _TELLS_TO_CHANGE for word in between)
    dated = before[0].period is not None
    leads_on = len(between) <= 5 and all(word in _LEADS_ON for word in between)
    goes_on = bool(_GOING & set(between)) and _months_between(before[0], named) > _YEAR
    dated = dated and not _printed_by(sentence, before[0])
    if goes_on and dated and all(word in _GOING | _LEADS_ON for word in between):
        before[0].role = "baseline"
    if told or (dated and (named.cue == "target" or leads_on)):
        before[0].role = "baseline"


def _set_against_change(reading: Reading) -> None:
    """ "412 offences (2022/23), 10% fewer by March 2027": the level that a later change starts from."""
    facts = reading.facts
    if len(facts) != 2 or facts[0].role != "target" or facts[1].role != "change":
        return
    level, change = facts
    if level.period is None or change.period is None or level.cue or level.relation:
        return
    if level.period.period and change.period.period:
        earlier = last_month(level.period.period) < last_month(change.period.period)
        level.role = "baseline" if earlier and level.value is not None else level.role


def _is_level(fact: Fact, named: Fact) -> bool:
    plain = fact.cue in (None, "change") and fact.relation is None and fact.value is not None
    return plain and (fact.unit == named.unit or (is_rate(fact.unit) and is_rate(named.unit)))


def _set_against_day(sentence: Sentence) -> None:
    """ "48% in March 2023, 75% by March 2025": what is so in one year, and is to be by another."""
    facts = sentence.reading.facts
    if len(facts) != 2 or any(fact.role != "target" or fact.cue for fact in facts):
        return
    level, aim = facts
    tied = _printed_by(sentence, aim) and not _printed_by(sentence, level)
    if tied and _is_level(level, aim) and _months_between(level, aim) > 0:
        level.role = "baseline"


def _printed_by(sentence: Sentence, fact: Fact) -> bool:
    return any(sentence.tokens.low(place) == "by" for place in range(fact.first, fact.after))


def _months_between(one: Fact, other: Fact) -> int:
    """How many months lie between the ends of two facts' periods; 0 where either is open."""
    if one.period is None or other.period is None:
        return 0
    if one.period.period is None or other.period.period is None:
        return 0
    (year, month), (later, last) = (
        map(int, last_month(period).split("-"))
        for period in (one.period.period, other.period.period)
    )
    return (later - year) * _YEAR + last - month


def _set_against_end(reading: Reading) -> None:
    """ "Reduce 15 placements (March 2023) to nil": a number right behind the verb is where it starts."""
    facts = reading.facts
    if len(facts) != 2 or facts[0].role != "change" or facts[1].role != "target":
        return
    start, end = facts
    if start.cue != "change" or end.cue != "to" or start.unit != end.unit or start.recurs:
        return
    if start.value is None or end.value is None or start.sign not in ("increase", "decrease"):
        return
    if (end.value < start.value) == (start.sign == "decrease") and end.value != start.value:
        start.role, start.sign = "baseline", None


def is_of_a_milestone(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether "with a milestone of 50%": a step on the way from or to a level that was said before."""
    low = sentence.tokens.low
    if not (sentence.has_value("target") or sentence.has_value("baseline")):
        return False
    named = [place for place in range(chunk.first - 3, chunk.first) if low(place) in _MILESTONES]
    return bool(named) and all(low(at) in _IS for at in range(named[-1] + 1, chunk.first))


def says_it_in_shares(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether "from 25 in 2022 to 40 in 2025 (5% to 8%)": the same way again, in shares."""
    told = sentence.has_value("baseline") and sentence.has_value("target")
    paired = "to" in (sentence.tokens.low(chunk.after), sentence.tokens.low(chunk.first - 1))
    if not (sentence.open and told and paired and chunk.says == PERCENT):
        return False
    return all(fact.unit != PERCENT or fact.role == "change" for fact in sentence.reading.facts)
