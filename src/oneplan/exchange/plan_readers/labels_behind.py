"""Short labelled sentences behind an action: "… by May. Lead: Head of Parks. Funding: £4,000 (Lottery)."."""

from __future__ import annotations

import re
from dataclasses import dataclass

from oneplan.document.phrases.dates import read_due
from oneplan.document.phrases.measures import read_measure
from oneplan.document.phrases.money import read_funding
from oneplan.document.phrases.names import read_posts, split_names
from oneplan.document.schema import Action
from oneplan.exchange.plan_readers.tables.header_cells import read_header
from oneplan.exchange.plan_readers.tables.roles import Role

_LABEL = re.compile(
    r"(?P<stop>[.;)\]])\s+(?P<label>[A-Z][A-Za-z’'-]{1,20}(?: [a-z’'-]{1,15}){0,3})\s?: (?=\S)"
)
_WHEN_BEHIND = re.compile(
    r"(?P<who>[^.;]{2,200}?)[.;,]\s+(?P<when>(?:by|before|from|until|due|in)\b[^.;:]{3,40})",
    re.IGNORECASE,
)
_SURE = 0.8
_LONGEST_TAIL = 500
_KNOWN: frozenset[Role | None] = frozenset({"leads", "partners", "due", "funding", "measures"})
_OF_AN_ACTION: frozenset[Role] = frozenset({"leads", "partners", "due"})


@dataclass(frozen=True, slots=True)
class _Said:
    role: Role
    text: str


def take_labels_behind(action: Action) -> bool:
    """Read who, with whom, when and with what that labelled sentences behind an action say.

    False, and nothing changed, where none of them names a lead, partners or a date.
    """
    words, said = _apart(action.text)
    if not any(each.role in _OF_AN_ACTION for each in said):
        return False
    behind = action.text.removeprefix(words)
    for measure in action.measures:
        measure.text = measure.text.removesuffix(behind)
    action.text = words
    funded = bool(action.funding)
    for each in said:
        _give(action, each, funded=funded)
    return True


def _apart(text: str) -> tuple[str, list[_Said]]:
    """The action's own words, and the labelled sentences at its end in order."""
    begins = max(0, len(text) - _LONGEST_TAIL)
    said: list[_Said] = []
    end = len(text)
    for label in reversed(list(_LABEL.finditer(text, begins))):
        header = read_header(label["label"])
        if header.role not in _KNOWN or header.role is None or header.sure < _SURE:
            continue
        rest = text[label.end() : end].strip().removesuffix(".").removesuffix(";")
        said.insert(0, _Said(header.role, rest))
        end = label.end("stop")
    return text[:end].removesuffix(";"), said


def _who(action: Action, text: str) -> str:
    """The names without a date that stands behind them: "Parks Team. By May 2031"."""
    dated = _WHEN_BEHIND.fullmatch(text)
    due = read_due(dated["when"]) if dated else None
    if dated is None or due is None or not (due.month or due.period):
        return text
    action.due = action.due or due
    return dated["who"]


def _give(action: Action, said: _Said, *, funded: bool) -> None:
    match said.role:
        case "leads":
            action.leads += read_posts(_who(action, said.text))
        case "partners":
            action.partners += split_names(_who(action, said.text))
        case "due":
            action.due = action.due or read_due(said.text)
        case "funding" if not funded:
            action.funding += read_funding(said.text)
        case "measures":
            action.measures.append(read_measure(said.text, action.source))
        case _:
            pass
