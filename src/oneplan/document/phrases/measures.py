"""One item of a progress-measure cell as a measure."""

from __future__ import annotations

import re
from typing import Literal, get_args

from oneplan.document.phrases.assembly import assemble
from oneplan.document.phrases.chunks import Chunk
from oneplan.document.phrases.directions import direction_of
from oneplan.document.phrases.facts import Fact, Reading
from oneplan.document.phrases.indicators import find_codes
from oneplan.document.phrases.named_measures import names_a_measure
from oneplan.document.phrases.tokens import WORD, Tokens, words
from oneplan.document.phrases.units import COUNT, PERCENT, POINTS, rate_named
from oneplan.document.schema import (
    Baseline,
    Indicator,
    Measure,
    MeasureKind,
    Milestone,
    Relation,
    Target,
)
from oneplan.vocabulary.findings import Source

ChangeUnit = Literal["percent", "points", "number"]

_RELATIONS = {name: name for name in get_args(Relation)}
_CUES_OF_MILESTONES = words(
    "by in from until before end during on at of starting commencing commences begins and "
    "summer to early mid late ("
)
_REFERENCE = re.compile(
    r"^\W*(?:(?:[\w&'’/-]+\s+){0,6}?(?:vital\s+signs?|self[- ]assessment|progress\s+checks?|K?PIs?\s*\d|NIS?\s?\d|PSA\s*\d)|(?:as\s+above|see\s+\w|refer\s+to|as\s+per\b))",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"(?:as\s+(?:above|below|per\b)|see\s+(?:also\s+)?(?:action|above|below|priority|outcome|plan|page|section|[A-Z]{1,4}\s?\d)|refer\s+to\b)",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:\w{3,}ed|in place|available|have|has|will|are|is|take|takes)\b(?!\s+figures)"
)
_HEAD = 200
LONGEST = 20_000
"""Characters. A longer text is no item of a list but a document in a cell, and stays in one piece."""
_BULLETS = " \t\n•●▪■◦‣⁃·"


def read_measure(text: str, source: Source | None = None) -> Measure:
    """The measure that an item states; what is not understood stays as text alone."""
    printed = " ".join(text.split()).lstrip(_BULLETS)
    if len(printed) > LONGEST:
        return Measure(text=printed, source=source)
    if _POINTER.match(printed):
        return Measure(text=printed, kind="reference", source=source)
    tokens = Tokens(printed)
    reading = assemble(tokens)
    facts = _merged(reading.facts)
    codes = find_codes(printed)
    percents = _percents(reading, facts)
    measure = Measure(
        text=printed,
        source=source,
        indicator=Indicator(code=codes[0]) if codes else None,
        direction=direction_of(tokens, reading, facts),
        unit=_unit(reading, facts),
        baselines=[_baseline(tokens, fact) for fact in facts if fact.role == "baseline"],
        targets=[
            _target(tokens, fact, percents, reading.gap_to)
            for fact in facts
            if fact.role != "baseline"
        ],
        milestones=_milestones(tokens, reading),
    )
    if measure.unit == COUNT:
        measure.unit = rate_named(printed) or COUNT
    headed = bool(reading.heads and reading.heads[0].first <= 1)
    measure.kind = _kind(measure, printed, facts, headed=headed)
    if measure.kind == "deliverable":
        measure.direction = measure.direction or "deliver"
    return measure


def _kind(measure: Measure, printed: str, facts: list[Fact], *, headed: bool) -> MeasureKind:
    if any(fact.unit or fact.relation or fact.value is not None for fact in facts):
        return "quantified"
    if measure.direction in ("increase", "decrease", "maintain"):
        return "directional"
    if headed:
        return "directional"
    if measure.baselines or measure.targets:
        return "quantified"
    if _REFERENCE.match(printed[:_HEAD]) and not _DONE.search(printed):
        return "reference"
    return "directional" if names_a_measure(printed) else "deliverable"


def _merged(facts: list[Fact]) -> list[Fact]:
    """The facts with what belongs together put together.

    A change and the one value it leads to are one target ("10% more, from 162 to 191"); a pace said
    after the value ("…, with 25% more each quarter") is no target of its own. A baseline known only
    by its period dates the one with a number.
    """
    starts = [fact for fact in facts if fact.role == "baseline" and fact.unit]
    if starts:
        bare = [fact for fact in facts if _is_bare_baseline(fact)]
        if len(starts) == len(bare) == 1 and starts[0].period is None:
            starts[0].period = bare[0].period
        facts = [fact for fact in facts if not _is_bare_baseline(fact)]
    changes = [fact for fact in facts if fact.role == "change"]
    values = [fact for fact in facts if fact.role == "target" and fact.value is not None]
    if len(changes) != 1 or len(values) != 1 or values[0].comparator:
        return facts
    if changes[0].period and values[0].period and changes[0].period != values[0].period:
        return facts
    if changes[0].first < values[0].first or not changes[0].recurs:
        values[0].change = changes[0]
    return [fact for fact in facts if fact is not changes[0]]


def _is_bare_baseline(fact: Fact) -> bool:
    return fact.role == "baseline" and not fact.unit and not fact.to_be_set


def _printed(tokens: Tokens, fact: Fact) -> str:
    first, after = fact.first, fact.after
    if fact.change is not None:
        first, after = min(first, fact.change.first), max(after, fact.change.after)
    printed = tokens.between(first, after)
    if printed.count("(") > printed.count(")") and tokens.low(after) == ")":
        printed = tokens.between(first, after + 1)
    if printed.count(")") > printed.count("(") and tokens.low(first - 1) == "(":
        printed = tokens.between(first - 1, after)
    return printed.strip(" ,;:").removesuffix("(").strip()


def _one_period(fact: Fact) -> str | None:
    """The month or year of a fact. A span ("2009 to 2011") is more than one and stays in the text, save
    that a change over a span is reached at its end.
    """
    found = fact.period
    if found is None or (found.first is not None and fact.role != "change"):
        return None
    return found.period


def _baseline(tokens: Tokens, fact: Fact) -> Baseline:
    return Baseline(
        text=_printed(tokens, fact),
        value=fact.value,
        period=_one_period(fact),
        year_kind=fact.period.year_kind if fact.period else None,
        to_be_set=fact.to_be_set,
    )


def _target(tokens: Tokens, fact: Fact, percents: ChangeUnit | None, gap_to: str | None) -> Target:
    change = fact if fact.role == "change" else fact.change
    relation, comparator = fact.relation, fact.comparator
    if gap_to and fact.role == "target" and fact.value is not None and comparator is None:
        relation, comparator = "gap_at_most", gap_to
    target = Target(
        text=_printed(tokens, fact),
        value=None if fact.role == "change" else fact.value,
        relation=_RELATIONS.get(relation) if relation else None,
        comparator=comparator,
        period=_one_period(fact),
        year_kind=fact.period.year_kind if fact.period else None,
        to_be_set=fact.to_be_set,
    )
    if change is not None and change.value is not None:
        target.change_by = -change.value if change.sign == "decrease" else change.value
        target.change_unit = _change_unit(change, percents)
    return target


def _change_unit(change: Fact, percents: ChangeUnit | None) -> ChangeUnit | None:
    if change.unit == POINTS:
        return "points"
    return percents if change.unit == PERCENT else "number"


def _percents(reading: Reading, facts: list[Fact]) -> ChangeUnit | None:
    """What "by 5%" means beside the other values; None where points may be meant."""
    beside = {fact.unit for fact in facts if fact.role != "change" and fact.value is not None}
    if PERCENT in beside or (not beside and any(head.says == "percent" for head in reading.heads)):
        return None
    if beside or any(head.says == "number" for head in reading.heads):
        return "percent"
    return "percent" if any(fact.role == "baseline" for fact in facts) else None


def _unit(reading: Reading, facts: list[Fact]) -> str | None:
    for role in ("target", "baseline", "change"):
        for fact in facts:
            if fact.role == role and fact.unit:
                if role == "change" and fact.unit == PERCENT:
                    return _headed(reading)
                return _headed(reading) or COUNT if fact.unit == COUNT else fact.unit
    return _headed(reading)


def _headed(reading: Reading) -> str | None:
    says = next((head.says for head in reading.heads), None)
    return {"percent": PERCENT, "number": COUNT, "ratio": "ratio"}.get(says or "")


def _milestones(tokens: Tokens, reading: Reading) -> list[Milestone]:
    """The dates that belong to no baseline or target, each with the words that lead up to it."""
    milestones = []
    start = 0
    for chunk in reading.unclaimed:
        period = chunk.period
        if period is None or not period.valid:
            continue
        if not _dates_a_step(tokens, chunk):
            continue
        named = [at for at in range(start, chunk.first) if tokens.low(at) == "milestone"]
        words = tokens.between(named[-1] if named else start, chunk.after).strip(" ,;.(")
        start = chunk.after
        milestones.append(Milestone(text=words.removeprefix("and "), month=period.month))
    return milestones


def _dates_a_step(tokens: Tokens, chunk: Chunk) -> bool:
    """Whether a date says when something is done; "the 2009 Play Plan" does not."""
    if not tokens.low(chunk.first)[:1].isdigit():
        return True
    following = tokens.at(chunk.after)
    named = following.kind == WORD and following.text[:1].isupper()
    return tokens.low(chunk.first - 1) in _CUES_OF_MILESTONES and not named
