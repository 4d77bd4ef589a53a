"""The direction in which a measure is to go, from its words; from its numbers where words leave it open."""

from __future__ import annotations

from oneplan.document.phrases.chunks import Chunk
from oneplan.document.phrases.facts import Fact, Reading
from oneplan.document.phrases.sentence import is_purpose
from oneplan.document.phrases.tokens import Tokens, words
from oneplan.document.schema import Direction

_WAYS: dict[str, Direction] = {
    "increase": "increase",
    "decrease": "decrease",
    "maintain": "maintain",
}
_LEADING = words(
    "a an the significant overall further continued continue year on - % percentage point "
    "points number numbers in to achieve see secure show evidence there will be is "
    "demonstrate demonstrated with and annual total rate level of an increased sustained "
    "marked measurable steady net planned expected"
)
_ADVERSE = words(
    "gap gaps vacancy vacancies absence exclusion exclusions offending waiting turnover "
    "inequality inequalities"
)


def direction_of(tokens: Tokens, reading: Reading, facts: list[Fact]) -> Direction | None:
    """The stated direction; "reach" for a bare target; None where the sentence has neither."""
    for fact in facts:
        change_fact = fact if fact.role == "change" else fact.change
        if change_fact is not None and change_fact.sign in _WAYS:
            return _WAYS[change_fact.sign]
    change = next(iter(reading.changes), None)
    valued = [fact for fact in facts if not fact.to_be_set]
    if change is not None and _leads(tokens, reading, change, valued):
        return _way(tokens, change, valued)
    if not valued:
        return None
    by_values = _by_values(valued)
    aimed_at = any(fact.role != "baseline" for fact in valued)
    return by_values or ("reach" if aimed_at else None)


def _leads(tokens: Tokens, reading: Reading, change: Chunk, valued: list[Fact]) -> bool:
    """Whether the change is what the sentence is about and not a word inside its description."""
    if valued:
        led_up_to = any(fact.cue and (fact.cue != "by" or fact.role == "change") for fact in valued)
        if (is_purpose(tokens, change) and not led_up_to) or _is_counted(tokens, reading, change):
            return False
        first = min(valued, key=lambda fact: fact.first)
        return change.first < first.first or any(
            fact.role == "change" or fact.change for fact in valued
        )
    before = [tokens.low(place) for place in range(change.first)]
    if change.first <= 6 and all(low in _LEADING or low[:1].isdigit() for low in before):
        return True
    if tokens.low(change.first - 1) in ("is", "are", "been", "be", "will", "has", "have"):
        return True
    if reading.heads and reading.heads[0].first <= 1 and change.first > 2:
        return tokens.at(change.after - 1).low.endswith(("ed", "es", "ing"))
    last = tokens.low(change.after) in ("", ".", "and", ",")
    return last and tokens.low(change.after - 1).endswith(("ed", "fall", "falls", "drop"))


def _is_counted(tokens: Tokens, reading: Reading, change: Chunk) -> bool:
    """Whether "number of files closed: 12": the change says what is counted, not how the count goes."""
    participle = tokens.low(change.after - 1).endswith("ed")
    headed = bool(reading.heads) and reading.heads[0].first <= 1
    return headed and participle and tokens.low(change.after) in (":", "–", "—", "=")


def _way(tokens: Tokens, change: Chunk, valued: list[Fact]) -> Direction:
    plain = _WAYS.get(change.says)
    if plain is not None:
        return plain
    by_values = _by_values(valued)
    if by_values:
        return by_values
    near = {tokens.low(place) for place in range(change.after, min(len(tokens), change.after + 6))}
    return "decrease" if near & _ADVERSE else "increase"


def _by_values(valued: list[Fact]) -> Direction | None:
    baseline = next(
        (fact.value for fact in valued if fact.role == "baseline" and fact.value is not None), None
    )
    target = next(
        (fact.value for fact in valued if fact.role == "target" and fact.value is not None), None
    )
    if baseline is None or target is None or baseline == target:
        return None
    return "increase" if target > baseline else "decrease"
