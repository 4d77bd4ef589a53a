"""Commitments: what partners say they will do, with the date and the money of the sentence."""

from __future__ import annotations

import re

from oneplan.document.phrases.dates import find_periods
from oneplan.document.phrases.measures import read_measure
from oneplan.document.phrases.money import read_funding
from oneplan.document.phrases.references import take_reference
from oneplan.document.schema import (
    Action,
    Due,
    Element,
    Funding,
    FundingKind,
    Measure,
    Statement,
    Target,
)
from oneplan.vocabulary.findings import Source

_SUM = re.compile(r"£\s?\d|\b\d[\d.,]*\s?(?:million|billion)\b(?=\s+(?:of|in|from)\b)")
_BY_WHEN = re.compile(
    r"\b(?:by|before|no later than|through to|up to|until)\s+(?:the\s+)?[A-Za-z0-9, ]{0,30}?\b(?:19|20)\d\d\b(?:\s?[/–-]\s?\d{2}(?:\d\d)?\b)?",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"[£€$]\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:bn|billion|millions?|mn|m|k|thousand)\b)?", re.IGNORECASE
)
_NAMED_AFTER = re.compile(
    r"^\s+(?:of\s+)?(?!(?:to|and|in|for|by|from|over|per|a|each|which|that|will|is|are|was|or|on|with|at)\b)"
    r"((?:(?!(?:to|and|that|which|will|over|by|per)\b)[A-Za-z’'-]+\s?){1,6})",
    re.IGNORECASE,
)
_NAMED_BEFORE = re.compile(
    r"\b((?:(?!(?:a|an|the|to|and|with|of|for|its|in)\b)[a-z]+ )?(?:returns?|savings?|avoidance|investments?|grants?|funds?|budgets?)) of\s*$",
    re.IGNORECASE,
)
_KINDS: tuple[tuple[str, FundingKind], ...] = (
    (r"avoid", "avoided"),
    (r"\breturn|\byield", "returned"),
    (r"\bsav(?:e|es|ed|ing|ings)\b", "saved"),
    (r"reconfigur|realign|re-?direct|re-?allocat", "reconfigured"),
    (r"\b(?:re)?invest", "invested"),
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
_COMMITS = re.compile(
    r"^(?:(?:By|Before|In|From|During|Over|Within|Through) [^,.]{3,60},? )?(?:We|Partners|The (?:\w+ ){0,4}(?:partnership|board|council|trust|partners|agencies))\b"
    r"(?: (?!promise|pledge)\w+)? (?:will|shall|intend to|aim to|commit to|are committed to|pledge to|promise to|plan to)\b|^By [^,.]{3,40},? (?:we|partners|the \w+) will\b",
    re.IGNORECASE,
)
_VERBS = frozenset(
    "achieve adopt agree align appoint arrange audit build carry collect commission complete consult continue convene co-design co-produce"
    " coordinate create cut deliver design develop double embed enable encourage engage enhance ensure establish evaluate expand explore"
    " extend facilitate fund give grow halve help hold identify implement improve increase integrate introduce invest involve join keep launch lead"
    " listen maintain make map monitor offer open organise pilot plan plant prepare prevent promote protect provide publish put raise recruit"
    " redesign reduce refresh reinvest remove replace report retrofit review roll run secure set share simplify start stop strengthen support"
    " tackle target test train transform trial undertake update upgrade use widen work write".split()
)


def is_imperative(text: str) -> bool:
    """Whether a paragraph opens with a verb, as an item of a list of commitments does."""
    first = text.split(maxsplit=1)[0].lower().strip(",") if text else ""
    return first in _VERBS


def commits(text: str) -> bool:
    """Whether a paragraph says of itself that partners will do something."""
    return bool(_COMMITS.match(text))


def due_in(text: str) -> Due | None:
    """The date by which a sentence commits, None where it gives none."""
    for match in _BY_WHEN.finditer(text):
        periods = [found for found in find_periods(match[0]) if found.valid]
        if periods:
            found = periods[0]
            end = match[0].find(found.text) + len(found.text)
            return Due(
                text=match[0][:end].strip(),
                month=found.month,
                period=found.period if not found.month else None,
            )
    return None


def funding_in(text: str) -> list[Funding]:
    """The sums of a text with their kinds; each carries the sentence's own words about it."""
    found: list[Funding] = []
    for sentence in _SENTENCE.split(text):
        if _SUM.search(sentence):
            found += _sums(sentence)
    return found


def _sums(sentence: str) -> list[Funding]:
    """The sums of a sentence, each with the kind that the words nearest to it name."""
    read = [money for money in read_funding(sentence) if money.amount is not None]
    places = [match.start() for match in _PRINTED.finditer(sentence)]
    if len(places) != len(read):
        return read
    ends = [*places[1:], len(sentence)]
    for money, start, end, last in zip(read, places, ends, [0, *places], strict=False):
        before, after = sentence[max(last, start - 90) : start], sentence[start:end]
        printed = _PRINTED.match(after)
        rest = after[printed.end() :] if printed else after
        money.kind = _kind(_PRINTED.sub("", before).lower(), rest[:60].lower())
        money.label = _label(before, rest)
    return read


def _kind(before: str, after: str) -> FundingKind:
    nearest: tuple[int, FundingKind] | None = None
    for pattern, kind in _KINDS:
        distances = [match.start() for match in re.finditer(pattern, after)]
        distances += [len(before) - match.end() + 4 for match in re.finditer(pattern, before)]
        if distances and (nearest is None or min(distances) < nearest[0]):
            nearest = (min(distances), kind)
    return nearest[1] if nearest else "amount"


def _label(before: str, after: str) -> str | None:
    """What the words beside the sum call it: "savings", "financial return"; None where they do not."""
    match = _NAMED_AFTER.match(after)
    if match:
        return match[1].strip()
    named = _NAMED_BEFORE.search(before)
    return named[1] if named else None


def read_commitment(text: str, source: Source | None, lead_in: str = "") -> Action:
    """A commitment as an action without a reference, unless one is printed.

    The date is the commitment's own or else the lead-in's. A target inside it becomes its measure.
    """
    reference, words = take_reference(text)
    measure = read_measure(words, source)
    return Action(
        ref=reference,
        text=words or text,
        due=due_in(words) or due_in(lead_in),
        funding=funding_in(words),
        measures=[measure] if _has_target(measure) else [],
        source=source,
    )


def _has_target(measure: Measure) -> bool:
    """Whether a commitment holds a target: from one value to another, to a percentage, or a dated count.

    Other numbers in it are ages, sums and sizes of what is done.
    """
    if measure.kind != "quantified" or not measure.targets:
        return False
    return bool(measure.baselines) or any(
        "%" in target.text or _is_dated_count(measure, target) for target in measure.targets
    )


def _is_dated_count(measure: Measure, target: Target) -> bool:
    """Whether a target counts something by a date ("600 households by March 2028"), money apart."""
    counted = target.value is not None and target.value == int(target.value) and target.value > 1
    return counted and target.period is not None and not _is_money(measure.unit, target.text)


def _is_money(unit: str | None, text: str) -> bool:
    return any(sign in f"{unit or ''} {text}" for sign in "£€$")


def promote_commitments(element: Element) -> None:
    """Make actions of the paragraphs that commit, where an element lists no actions or activities.

    Where the plan lists its commitments, the paragraphs around the list are its context.
    """
    listed = element.actions or any(said.kind == "activity" for said in element.statements)
    if listed or element.kind == "section":
        return
    kept: list[Statement] = []
    for said in element.statements:
        if said.kind == "context" and commits(said.text):
            element.actions.append(read_commitment(said.text, said.source))
        else:
            kept.append(said)
    element.statements = kept
