"""Cards that are small tables: the heading says what is done, the table below it who, when and how known.

Cards printed as labelled lines are made tables before (``plan_readers.cards``) and name their action.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from oneplan.exchange.plan_readers.blocks import Block, Cell, Heading, Line, Row, Table
from oneplan.exchange.plan_readers.tables.header_cells import read_header
from oneplan.exchange.plan_readers.tables.roles import ELEMENT_ROLES, Role

_CERTAIN = 0.75
_MOST_ROWS = 20
_FEWEST_ROLES = 2
_FEWEST_CARDS = 2
_SAYS_WHO_OR_WHEN: frozenset[Role] = frozenset({"leads", "partners_and_leads", "due"})
_SAYS_WHAT: frozenset[Role] = frozenset({"action", "steps", *ELEMENT_ROLES})


def with_actions_of_cards(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with the heading above each such card as the card's own action.

    Nothing is changed where only one heading has a card, or where the cards name their action.
    """
    cards = {
        at
        for at, (above, below) in enumerate(pairwise(blocks))
        if isinstance(above, Heading) and isinstance(below, Table) and _is_card(below)
    }
    if len(cards) < _FEWEST_CARDS:
        return tuple(blocks)
    made: list[Block] = []
    for at, block in enumerate(blocks):
        if at in cards:
            continue
        above = blocks[at - 1] if at - 1 in cards else None
        if isinstance(above, Heading) and isinstance(block, Table):
            made.append(_with_action(block, above))
        else:
            made.append(block)
    return tuple(made)


def _is_card(table: Table) -> bool:
    if table.columns != 2 or not _FEWEST_ROLES <= len(table.rows) <= _MOST_ROWS:
        return False
    readings = [read_header(row.cells[0].text) for row in table.rows if row.cells]
    roles = {each.role for each in readings if each.role and each.sure >= _CERTAIN}
    if roles & _SAYS_WHAT or not roles & _SAYS_WHO_OR_WHEN:
        return False
    return len(roles) >= _FEWEST_ROLES and len(roles) * 10 >= len(table.rows) * 6


def _with_action(table: Table, heading: Heading) -> Table:
    source = heading.source
    label = Cell((Line("Action"),), 1, source=source)
    words = Cell((Line(heading.text),), 2, source=source)
    return replace(table, rows=(Row((label, words), source), *table.rows))
