"""Action plans composed from blocks that a test writes by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oneplan.document.schema import Action, Element
from oneplan.exchange.plan_readers.blocks import Block, Cell, Line, Row, SourceDocument
from oneplan.exchange.plan_readers.compose import compose
from oneplan.exchange.plan_readers.composed import Composed
from oneplan.exchange.plan_readers.tables.headers import CallerMapping, by_words


def composed(*blocks: Block, mapping: CallerMapping | None = None) -> Composed:
    """What the blocks compose to."""
    return compose(SourceDocument("plan", "hand", blocks), by_words(mapping))


def actions_of(read: Composed) -> list[Action]:
    """All actions in the order of the plan."""
    return [action for _, action in placed_actions(read.elements)]


def placed_actions(
    elements: Sequence[Element], above: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Action]]:
    """Each action with the titles of the parts that it stands in."""
    for element in elements:
        path = (*above, element.title)
        for action in element.actions:
            yield path, action
        yield from placed_actions(element.children, path)


def merged_row(text: str, columns: int) -> Row:
    """A row of one cell that reaches over all columns."""
    return Row((Cell((Line(text),), 1, spans=columns),))
