"""Where things stand: a number that stands before a target and is no target itself."""

from __future__ import annotations

from oneplan.document.phrases.facts import Fact, Reading
from oneplan.document.phrases.periods import last_month
from oneplan.document.phrases.sentence import Sentence
from oneplan.document.phrases.tokens import words

_LEADS_ON = words(") ( to , survey surveys data cohort results average figure figures")
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
    return plain and fact.unit == named.unit
