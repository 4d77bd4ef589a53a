"""Leads and dates said behind an action: "Open a hub (Lead: Head of Libraries; by March 2026)"."""

from __future__ import annotations

import re

from oneplan.document.phrases.dates import find_periods, read_due
from oneplan.document.phrases.names import read_posts, split_names
from oneplan.document.schema import Action, Element, Statement

_BRACKET = re.compile(
    r"\s*[(\[](?P<inside>[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*)[)\]]\s*(?P<stop>\.?)\s*$"
)
_LEAD = re.compile(
    r"(?:lead(?:s|er)?(?: (?:officer|agency|partner|organisation|post))?|owner|led by|responsible(?: officer)?|who)"
    r"\s*(?::|–|-|\s(?=[A-Z]))\s*(?P<rest>.+)",
    re.IGNORECASE,
)
_PARTNERS = re.compile(
    r"(?:partners?|with|supported by|working with|support(?: from)?)\s*:?\s+(?P<rest>.+)",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?:by(?: when)?|when|timescale|deadline|due|target date|date|timeframe)\s*:?\s+(?P<rest>.+)|ongoing|on-going",
    re.IGNORECASE,
)
_SEAM = re.compile(
    r"\s*[;|]\s*|,\s+(?=(?:by|from|ongoing|lead|partners?|with|timescale|when)\b)", re.I
)


def name_leads(elements: list[Element]) -> None:
    """Give actions and activities the lead, partners and date that a bracket behind them names.

    An activity with a lead of its own is an action.
    """
    pending = list(elements)
    while pending:
        element = pending.pop()
        pending.extend(element.children)
        for action in element.actions:
            if not action.leads:
                _take(action)
        promoted = [_promoted(said) for said in element.statements]
        element.actions += [action for action in promoted if action is not None]
        element.statements = [
            said
            for said, action in zip(element.statements, promoted, strict=True)
            if action is None
        ]


def _promoted(said: Statement) -> Action | None:
    if said.kind != "activity":
        return None
    action = Action(text=said.text, source=said.source)
    return action if _take(action) else None


def _take(action: Action) -> bool:
    """Read the bracket that ends an action; False where it names no lead."""
    bracket = _BRACKET.search(action.text)
    if bracket is None:
        return False
    parts = [part for part in _SEAM.split(bracket["inside"]) if part]
    named = next((match for part in parts if (match := _LEAD.fullmatch(part))), None)
    if named is None:
        return False
    action.text = action.text[: bracket.start()] + bracket["stop"]
    action.leads = read_posts(named["rest"])
    for part in parts:
        helped = _PARTNERS.fullmatch(part)
        if helped and part != named[0]:
            action.partners += split_names(helped["rest"])
        elif (
            action.due is None
            and part != named[0]
            and (_WHEN.fullmatch(part) or find_periods(part))
        ):
            action.due = read_due(part)
    for measure in action.measures:
        measure.text = measure.text.replace(bracket[0], bracket["stop"])
    return True
