"""Rows of an action table that are no actions: sums, and numbers that wait for an action."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from oneplan.exchange.plan_readers.blocks import Cell
from oneplan.exchange.plan_readers.formats.noticed import Notice
from oneplan.exchange.plan_readers.tables.gathered import Slot
from oneplan.exchange.plan_readers.tables.roles import ELEMENT_ROLES, Role
from oneplan.exchange.plan_readers.tables.status import is_colour

LeftOut = Literal["total-left-out", "number-without-action", "key-left-out"]

OWN: frozenset[Role] = frozenset({"reference", "action", "steps", *ELEMENT_ROLES})
_TOTAL = re.compile(
    r"(?:grand |sub-?\s?|overall )?totals?(?:\s+(?:number of )?(?:actions?|costs?|budgets?|funding|spend|investment"
    r"|resources?|savings?|amount|sum|measures?|£))*\s*(?:\(?£\)?)?\s*:?",
    re.IGNORECASE,
)
_SAYS_TOTAL = re.compile(r"(?:grand |sub-?\s?|overall |estimated )*totals?\b|.*\btotals?\W*$", re.I)
_FIGURE = re.compile(r"[£€$(–-]*\s*(?:\d[\d,. ]*)?\s*(?:%|k|m|million|p\.?a\.?)?\)?", re.IGNORECASE)
_KEY = re.compile(
    r"(?:(?:b?rag|status|rating)\s*)*(?:key|legend)(?: to .{1,40})?\s*:?", re.IGNORECASE
)
_LONGEST_LABEL = 60

NOTICES = (
    Notice(
        "total-left-out",
        "info",
        "a row that adds up the rows above it is no action and was left out",
        "{} rows that add up the rows above them are no actions and were left out",
        "Nothing is needed, if these are sums; else give the row an action.",
    ),
    Notice(
        "number-without-action",
        "info",
        "a row holds a number but no action and was left out",
        "{} rows hold a number but no action and were left out",
        "Delete the rows that are not used, or write the actions into them.",
    ),
    Notice(
        "key-left-out",
        "info",
        "a row that explains a colour or letter is no action and was left out",
        "{} rows that explain colours or letters are no actions and were left out",
        "Nothing is needed, if this is the key to the ratings.",
    ),
)


def is_total(text: str) -> bool:
    """Whether a text only says that a sum follows."""
    return _TOTAL.fullmatch(text.strip()) is not None


def left_out(filled: Sequence[tuple[Slot, Cell]]) -> LeftOut | None:
    """Why a row lists no action; None where it may."""
    if all(slot[0] == "reference" for slot, _ in filled):
        return "total-left-out" if is_total(filled[0][1].text) else "number-without-action"
    if _explains_a_rating(filled):
        return "key-left-out"
    if any(is_total(cell.text) for slot, cell in filled if slot[0] in OWN):
        return "total-left-out"
    labels = [cell.text for _, cell in filled if not _FIGURE.fullmatch(cell.text)]
    one = len(labels) == 1 and len(filled) > 1 and len(labels[0]) <= _LONGEST_LABEL
    return "total-left-out" if one and _SAYS_TOTAL.match(labels[0]) else None


def _explains_a_rating(filled: Sequence[tuple[Slot, Cell]]) -> bool:
    """Whether a row is of the key below a table: "Key", or a colour and what it means."""
    (first, cell), rest = filled[0], filled[1:]
    if first[0] not in OWN or not rest:
        return False
    if _KEY.fullmatch(cell.text.strip()):
        return True
    return len(rest) == 1 and is_colour(cell.text) and len(rest[0][1].text.split()) > 1
