"""Sections of an action plan whose heading is a cue, folded into the outcome or priority they are of.

Between action tables a plan may say why a priority is important or what success looks like. Read
as headings these are sections of their own; here their words go to the priority with their role.
"""

from __future__ import annotations

import re

from oneplan.document.phrases.measures import read_measure
from oneplan.document.schema import Element, Statement, StatementKind
from oneplan.exchange.plan_readers.narrative.commitments import read_commitment
from oneplan.exchange.plan_readers.narrative.cues import Role, heading_cue
from oneplan.exchange.plan_readers.narrative.labels import focus_label
from oneplan.exchange.plan_readers.narrative.lead_ins import is_open
from oneplan.exchange.plan_readers.narrative.members import read_members

_SAID_OF_AN_AIM: dict[Role, StatementKind] = {
    "evidence": "evidence",
    "activity": "activity",
    "success": "success",
    "vision": "vision",
    "approach": "approach",
    "achieved": "achieved",
}
_SAID_OF_THE_PLAN: dict[Role, StatementKind] = {
    "vision": "vision",
    "value": "value",
    "approach": "approach",
    "recommendation": "recommendation",
    "scrutiny": "scrutiny",
}
_BRIEF = 12
_ASKS = re.compile(r"(?:why|what|how|where)\b(?:[\s\w’'-])+$", re.IGNORECASE)
_PARTS: frozenset[Role] = frozenset(("measures", "focus", "members", "actions"))


def fold_cued_sections(elements: list[Element]) -> tuple[list[Element], list[Statement]]:
    """The elements without sections that only hold a role, and the statements these give the plan."""
    kept: list[Element] = []
    statements: list[Statement] = []
    for element in elements:
        _fold_into(element)
        kind = _SAID_OF_THE_PLAN.get(_role(element) or "section")
        if kind is None or element.measures or element.actions:
            kept.append(element)
        else:
            statements += [_as(kind, said) for said in element.statements]
    return kept, statements


def _fold_into(parent: Element) -> None:
    children, parent.children = parent.children, []
    _sort_statements(parent)
    for child in children:
        _fold_into(child)
        role = _role(child) if parent.kind != "section" else None
        if role in _SAID_OF_AN_AIM or role in _PARTS:
            _take(parent, child, role or "section")
        else:
            parent.children.append(child)


def _sort_statements(element: Element) -> None:
    """Give the words below an unmarked cue ("Why is this important?") the role that it announces."""
    if element.kind == "section":
        return
    statements, element.statements = element.statements, []
    role: Role | None = None
    for said in statements:
        cue = _announced(said)
        if cue:
            role = cue
        elif role and said.kind == "context":
            _give(element, said, role, element.title)
        else:
            element.statements.append(said)


def _announced(said: Statement) -> Role | None:
    text = said.text
    asks = text.endswith(("?", ":")) or _ASKS.match(text)
    if said.kind != "context" or not asks or len(text.split()) > _BRIEF:
        return None
    cue = heading_cue(text)
    known = cue is not None and (cue.role in _SAID_OF_AN_AIM or cue.role in _PARTS)
    return cue.role if cue and known else None


def _role(element: Element) -> Role | None:
    """The role that an element's heading announces, where it is no more than a heading."""
    if element.kind not in ("section", "focus_area") or element.label or element.code:
        return None
    if element.children or element.members:
        return None
    cue = heading_cue(element.title)
    return cue.role if cue else None


def _take(parent: Element, section: Element, role: Role) -> None:
    parent.measures += section.measures
    parent.indicators += section.indicators
    # A table right below such a heading holds the actions of what the heading stands under.
    parent.actions += section.actions
    for said in section.statements:
        _give(parent, said, role, section.title)


def _give(parent: Element, said: Statement, role: Role, heading: str) -> None:
    """Add a statement to an element in the role that the heading above it gives."""
    if role in _SAID_OF_AN_AIM or is_open(said.text):
        parent.statements.append(_as(_SAID_OF_AN_AIM.get(role, "other"), said))
    elif role == "measures":
        parent.measures.append(read_measure(said.text, said.source))
    elif role == "focus":
        label = focus_label(heading)
        area = Element(kind="focus_area", label=label, title=said.text, source=said.source)
        parent.children.append(area)
    elif role == "members":
        parent.members = list(dict.fromkeys([*parent.members, *read_members(said.text)]))
    else:
        parent.actions.append(read_commitment(said.text, said.source))


def _as(kind: StatementKind, said: Statement) -> Statement:
    return said.model_copy(update={"kind": "other" if is_open(said.text) else kind})
