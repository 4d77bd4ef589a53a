"""Leads and dates said behind an action: "Open a hub (Lead: Head of Libraries; by March 2026)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oneplan.document.phrases.dates import find_periods, read_due
from oneplan.document.phrases.money import read_funding
from oneplan.document.phrases.names import looks_like_post, read_posts, split_names
from oneplan.document.phrases.references import take_reference
from oneplan.document.schema import Action, Element, Statement
from oneplan.exchange.plan_readers.labels_behind import take_labels_behind
from oneplan.exchange.plan_readers.narrative.commitments import due_in, funding_in

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
_BEHIND = re.compile(
    r"(?P<stop>[.;]|\s[–-])\s+(?:lead(?: (?:officer|agency|partner|organisation|post))?s?|led by|owner|responsible(?: officer)?)\s*(?::|–|-)\s*"
    r"(?P<rest>[A-Z][^.;:]{1,90})\.?$",
    re.IGNORECASE,
)
_LONGEST_BEHIND = 130
_LONGEST_POST = 9
_MONEY = re.compile(r"[£€]\s?\d")
_SAYS_OF_IT = re.compile(r"(?:[\w’'-]+ ){0,3}[\w’'-]+\s*:\s*(?P<rest>.{1,160})")
_SEAM = re.compile(
    r"\s*[;|]\s*|,\s+(?=(?:by|from|ongoing|lead|partners?|with|timescale|when)\b)", re.I
)


def name_leads(elements: list[Element]) -> None:
    """Give actions and activities the lead, partners and date that a bracket behind them names.

    Where one activity of a part has a lead of its own, or each has a reference, all of them are
    actions; an item that says no more than "Lead: …" belongs to the action before it.
    """
    pending = list(elements)
    while pending:
        element = pending.pop()
        pending.extend(element.children)
        element.actions = _put_together(element.actions)
        for action in element.actions:
            if not action.leads:
                _take(action)
        _promote(element)


def _promote(element: Element) -> None:
    activities = [said for said in element.statements if said.kind == "activity"]
    actions = [_referenced(said) for said in activities]
    named = [_take(action) for action in actions]
    if not any(named) and not _are_numbered(actions):
        return
    for action in actions:
        action.due = action.due or due_in(action.text)
        action.funding = action.funding or funding_in(action.text)
    element.actions += actions
    element.statements = [said for said in element.statements if said.kind != "activity"]


def _referenced(said: Statement) -> Action:
    reference, words = take_reference(said.text)
    return Action(ref=reference, text=words or said.text, source=said.source)


def _are_numbered(actions: Sequence[Action]) -> bool:
    """Whether each of several activities has a reference of its own, as actions have."""
    references = {action.ref for action in actions if action.ref}
    return len(actions) > 1 and len(references) == len(actions)


def _put_together(actions: list[Action]) -> list[Action]:
    """The actions, each with the items after it that only say who, when or with whom."""
    kept: list[Action] = []
    for action in actions:
        if not kept or not _says_of(kept[-1], action.text):
            kept.append(action)
    return kept


def _says_of(action: Action, text: str) -> bool:
    said = _SAYS_OF_IT.fullmatch(text)
    if said is None:
        return False
    if (lead := _LEAD.fullmatch(text)) is not None:
        action.leads += read_posts(lead["rest"])
    elif (helped := _PARTNERS.fullmatch(text)) is not None:
        action.partners += split_names(helped["rest"])
    elif _WHEN.fullmatch(text) and action.due is None:
        action.due = read_due(said["rest"])
    else:
        return False
    return True


def _parts(inside: str) -> list[str]:
    """What a bracket says, part by part; a date behind a comma is one: "Lead: Head of Parks, May 2031"."""
    parts: list[str] = []
    for part in _SEAM.split(inside):
        before, comma, last = part.rpartition(",")
        dated = find_periods(last.strip()) if comma else []
        if dated and dated[0].start == 0:
            parts += [before.strip(), last.strip()]
        elif part:
            parts.append(part)
    return parts


def _take(action: Action) -> bool:
    """Read the bracket or short sentence that ends an action; False where it names no lead."""
    if take_labels_behind(action):
        return bool(action.leads)
    bracket = _BRACKET.search(action.text)
    if bracket is None:
        return _take_behind(action)
    parts = _parts(bracket["inside"])
    lead, who = _who_leads(parts)
    if lead is None:
        return False
    action.leads = read_posts(who)
    rest = [part for part in parts if part != lead and not _takes(action, part)]
    kept = f" ({'; '.join(rest)})" if rest else ""
    action.text = f"{action.text[: bracket.start()]}{kept}{bracket['stop']}"
    for measure in action.measures:
        measure.text = measure.text.replace(bracket[0], f"{kept}{bracket['stop']}")
    return True


def _take_post(action: Action) -> bool:
    """Read a post behind a dash, with a date or without: "Publish a guide – Head of Parks, June 2031"."""
    text, dash, tail = action.text[-_LONGEST_BEHIND:].rpartition(" – ")
    if not dash:
        text, dash, tail = action.text[-_LONGEST_BEHIND:].rpartition(" - ")
    parts = _parts(tail.rstrip(".")) if dash and text else []
    if not parts or not parts[0][:1].isupper() or not looks_like_post(parts[0]):
        return False
    dated = all(find_periods(part) for part in parts[1:])
    if not dated or len(parts[0].split()) > _LONGEST_POST:
        return False
    action.leads = read_posts(parts[0])
    for part in parts[1:]:
        action.due = action.due or read_due(part)
    action.text = action.text.removesuffix(f"{dash}{tail}")
    for measure in action.measures:
        measure.text = measure.text.removesuffix(f"{dash}{tail}")
    return True


def _who_leads(parts: Sequence[str]) -> tuple[str | None, str]:
    """The part of a bracket that names the lead – or a post alone ("Head of Parks") – and who that is."""
    for part in parts:
        named = _LEAD.fullmatch(part)
        if named is not None:
            return part, named["rest"]
    first = parts[0] if parts else ""
    alone = looks_like_post(first) and len(first.split()) <= _LONGEST_POST and first[:1].isupper()
    return (first, first) if alone else (None, "")


def _takes(action: Action, part: str) -> bool:
    """Whether a part of the bracket is with whom, by when or with how much money."""
    helped = _PARTNERS.fullmatch(part)
    if helped:
        action.partners += split_names(helped["rest"])
    elif _WHEN.fullmatch(part) or find_periods(part):
        return _takes_date(action, part)
    elif _MONEY.search(part):
        if not action.funding:
            action.funding = read_funding(part)
    else:
        return False
    return True


def _takes_date(action: Action, part: str) -> bool:
    """Take the date of a bracket; False where the action's own words name another one."""
    read = read_due(part)
    if read is None:
        return False
    if action.due is None:
        action.due = read
    return (action.due.month, action.due.period) == (read.month, read.period)


def _take_behind(action: Action) -> bool:
    """Read the lead that a short sentence behind an action names: "… by May. Lead: Head of Parks"."""
    behind = _BEHIND.search(action.text[-_LONGEST_BEHIND:])
    if behind is None:
        return _take_post(action)
    action.leads = read_posts(behind["rest"])
    stop = "." if behind["stop"] == "." else ""
    action.text = action.text.removesuffix(behind[0]) + stop
    for measure in action.measures:
        measure.text = measure.text.removesuffix(behind[0]) + stop
    return True
