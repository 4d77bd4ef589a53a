"""Rows of an action table that head the rows below: "1 Leaders know their schools" above 1.1 and 1.2.

Such a row may name who leads on all of it; with a date or money of its own it is an action.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from oneplan.document.schema import Action, Element, ElementKind, Statement

_NUMBER_BEFORE = re.compile(r"(?P<number>\d{1,2})[.):]?\s+(?=[A-Z‘“\"'])")
_CODE = re.compile(r"(?:[A-Za-z]+ )?(?P<code>\d{1,3}|[A-Z]{1,3})\.?")
_INNER_CODE = re.compile(
    r"(?:[A-Za-z]+ )?(?P<number>\d{1,3})(?:[.\-/]\d.*|[a-z])|(?P<letters>[A-Z]{1,3})[ .\-/]?\d.*"
)
_FEWEST_BELOW = 2
_INNER: dict[ElementKind, ElementKind] = {"outcome": "priority", "priority": "focus_area"}


def part_bands(elements: Sequence[Element]) -> list[Element]:
    """The elements with each band a part within its own, holding the numbered actions below it.

    A section without a label that only held the bands gives way to them.
    """
    parted: list[Element] = []
    for element in elements:
        element.children = part_bands(element.children)
        before = len(element.children)
        _part_actions(element)
        only_bands = len(element.children) > before and not element.actions
        said = element.label or element.statements or element.measures or element.indicators
        parted += (
            element.children if only_bands and element.kind == "section" and not said else [element]
        )
    return parted


def _part_actions(element: Element) -> None:
    kept: list[Action] = []
    numbered = iter(list(enumerate(element.actions)))
    for at, action in numbered:
        code = _code(action)
        below = list(_below(element.actions, at, code)) if code else []
        if len(below) < _FEWEST_BELOW or not _only_heads(action):
            kept.append(action)
            continue
        element.children.append(_part(action, code, below, _INNER.get(element.kind, "priority")))
        for _ in below:
            next(numbered)
    element.actions = kept


def _code(action: Action) -> str:
    """The number of a row that may head others, "" where it has none."""
    if action.ref is None:
        number = _NUMBER_BEFORE.match(action.text)
        return number["number"] if number else ""
    code = _CODE.fullmatch(action.ref)
    return code["code"] if code else ""


def _below(actions: Sequence[Action], at: int, code: str) -> Iterator[Action]:
    for place in range(at + 1, len(actions)):
        inner = _INNER_CODE.fullmatch(actions[place].ref or "")
        if inner is None or code not in (inner["number"], inner["letters"]):
            return
        yield actions[place]


def _only_heads(action: Action) -> bool:
    said = (action.due, action.funding, action.steps, action.status, action.strategies)
    return not any(said) and not (action.groups or action.cross_references)


def _part(action: Action, code: str, below: list[Action], kind: ElementKind) -> Element:
    number = _NUMBER_BEFORE.match(action.text) if action.ref is None else None
    who = (("Lead", action.leads), ("Partners", action.partners))
    return Element(
        kind=kind,
        code=code,
        title=action.text[number.end() :] if number else action.text,
        statements=[
            Statement(kind="other", text=f"{label}: {', '.join(names)}", source=action.source)
            for label, names in who
            if names
        ],
        measures=action.measures,
        actions=below,
        source=action.source,
    )
