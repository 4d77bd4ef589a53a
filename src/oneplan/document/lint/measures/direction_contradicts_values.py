"""A reduction whose figures rise, or an increase whose figures fall."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlacedMeasure, PlanFacts, about
from oneplan.document.lint.journeys import Journey, travelled
from oneplan.document.lint.printed import said_direction
from oneplan.document.lint.rule import Rule
from oneplan.document.schema import Direction
from oneplan.vocabulary.findings import Finding, Severity

_NAME = "direction-contradicts-values"
_NOUNS: dict[Direction, str] = {"increase": "an increase", "decrease": "a decrease"}
_BEFORE_THE_START = re.compile(
    r"\b(?:(?P<decrease>falls?|falling|fallen|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|reduction|"
    r"reduc(?:e|es|ed|ing)|cut|down)|(?P<increase>ris(?:e|es|en|ing)|rais(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|growth|"
    r"gr(?:ow|ows|owing|own)|up))(?: (?:by|of) [\d.,]+ ?\S*)? from\s*$",
    re.I,
)
_HELD_BACK = re.compile(
    r"\b(?:slow\w*|limit\w*|curb\w*|restrict\w*|contain\w*|stem\w*|halt\w*|revers\w*|arrest\w*|prevent\w*|avoid\w*|stop\w*)"
    r" (?:(?:down|the|a|an|any|further|projected|expected) ){0,3}(?:ris\w*|growth|increas\w*|fall\w*|declin\w*|drop\w*|decreas\w*)\b",
    re.I,
)
_ONLY_BETTER = re.compile(r"\b(?:improv\w*|better)\b", re.I)


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed, those in travelled(facts):
        found = [journey for journey in those if journey.comparable]
        for journey in found[-1:]:
            joined = _joined_to_the_start(journey)
            stated = joined or placed.measure.direction
            if stated not in _NOUNS:
                continue
            if journey.goes is None:
                yield _standing_still(placed, journey, stated)
            elif journey.goes != stated and journey.start_unit != "rank":
                severity = "error" if joined else _severity(placed.measure.text, journey.goes)
                if severity and not _HELD_BACK.search(placed.measure.text):
                    yield _turned(placed, journey, stated, severity)


def _joined_to_the_start(journey: Journey) -> Direction | None:
    """The way that the word right before "from" and the baseline says: "a fall from 34%"."""
    text = journey.measure.text
    at = text.find(journey.baseline.text) if journey.baseline.text else -1
    match = _BEFORE_THE_START.search(text[max(0, at - 60) : at]) if at > 0 else None
    if match is None:
        return None
    return "decrease" if match["decrease"] else "increase"


def _severity(text: str, goes: Direction) -> Severity | None:
    """None where the words nearest to the figures do go with them, or only speak of getting better."""
    said = said_direction(text)
    if said == goes or (said is None and _ONLY_BETTER.search(text)):
        return None
    return "error"


def _turned(
    placed: PlacedMeasure, journey: Journey, stated: Direction, severity: Severity
) -> Finding:
    way = "rise" if journey.goes == "increase" else "fall"
    # A gap below nought widens as its figure falls, so neither word fits.
    way = "go" if journey.start < 0 else way
    return about(
        _NAME,
        severity,
        placed,
        f"The measure says {_NOUNS[stated]}, and its figures {way} from {journey.in_words()}.",
        quotes=journey.quotes,
        fix="Check which is meant: the two figures may have been swapped, or one of them mistyped.",
    )


def _standing_still(placed: PlacedMeasure, journey: Journey, stated: Direction) -> Finding:
    return about(
        _NAME,
        "warning",
        placed,
        quotes=journey.quotes,
        message=f"The measure says {_NOUNS[stated]}, and its figures stay the same: {journey.in_words()}.",
        fix="Give the target that is meant, or say that the level is to be kept.",
    )


RULE = Rule(
    name=_NAME,
    title="The words say one way, the figures go the other",
    severity="error",
    family="a measure alone",
    scope="alone",
    meaning=(
        "The measure speaks of an increase and its target lies below its baseline, or of a decrease and "
        "the target lies above. An error where the figures go the other way, a warning where they stay the "
        "same. A better place in a ranking, which falls as it gets better, and a rise that is to be slowed are not findings."
    ),
    why=(
        "Whoever reports against it can claim success either way. The board cannot tell whether the words "
        "or the figures were agreed."
    ),
    bad="A reduction in the percentage of homes that are damp from 14.2% in 2023 to 15.1% in 2025.",
    good="A reduction in the percentage of homes that are damp from 14.2% in 2023 to 13.1% in 2025.",
    check=_check,
)
