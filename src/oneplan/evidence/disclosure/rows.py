"""All sums of the equations with what different people know of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf, log2

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from oneplan.evidence.disclosure.changes import Change
from oneplan.evidence.disclosure.counted import Key
from oneplan.evidence.disclosure.equations import Equations
from oneplan.evidence.disclosure.facts import Fact
from oneplan.evidence.disclosure.part import Knowledge
from oneplan.evidence.disclosure.programme import Between
from oneplan.evidence.disclosure.rule import Range

_ANY: Range = (0, None)
_WHATEVER = (-inf, inf)
_COST_OF_NOUGHT = 30.0


@dataclass(frozen=True, slots=True)
class Rows:
    """Sums, the first being the cells in the order of their facts, and from ``unlisted`` on those
    that no cell states.

    ``knowledge`` is of four people: who knows why each count is withheld and which counts changed
    between releases; who knows what did not change; who knows only what is shown, that no nought is
    withheld, and that late returns only add where that is so; and who does not know that of the
    noughts. ``true`` is what we know ourselves, ``before`` what the third of them knew of what had been
    published before.
    """

    matrix: sp.csr_array
    knowledge: tuple[Knowledge, ...]
    free: NDArray[np.bool_]
    nought: NDArray[np.bool_]
    cost: NDArray[np.float64]
    protected: NDArray[np.bool_]
    true: Between
    before: Between
    unlisted: int


def rows_of(
    made: Equations,
    facts: Sequence[Fact],
    changes: Sequence[Change],
    before: Mapping[tuple[str, Key], Fact],
) -> Rows:
    """The rows of the equations of some facts; ``before`` are those that were published before."""
    earlier = made.cells[[change.before for change in changes], :]
    later = made.cells[[change.after for change in changes], :]
    matrix = sp.vstack(
        [made.cells, made.joins, made.growth, later - earlier, made.unlisted], format="csr"
    )
    known = _Ends(made, [change.if_known for change in changes])
    guessed = _Ends(made, [change.if_guessed for change in changes])
    unknown = _Ends(made, [_WHATEVER for _ in changes])
    exactly = [None if f.count is None else (f.count, f.count) for f in facts]
    return Rows(
        matrix=matrix,
        knowledge=(
            _knowledge(facts, [fact.if_reason_known for fact in facts], known),
            _knowledge(facts, [fact.if_withheld for fact in facts], guessed),
            _knowledge(facts, [fact.if_withheld for fact in facts], unknown),
            _knowledge(facts, [_ANY for _ in facts], unknown),
        ),
        free=known.flags([fact.state == "open" for fact in facts]),
        nought=known.flags([fact.count == 0 for fact in facts]),
        cost=np.concatenate([[_cost(fact) for fact in facts], np.zeros(known.length)]),
        protected=known.flags([f.state == "withheld" and f.reason != "" for f in facts]),
        true=known.after(exactly),
        before=unknown.after([_seen(before.get(fact.place)) for fact in facts]),
        unlisted=matrix.shape[0] - made.unlisted.shape[0],
    )


class _Ends:
    """What bounds the rows after the cells."""

    def __init__(self, made: Equations, changes: Sequence[tuple[float, float]]) -> None:
        ranges = [
            *[(0.0, 0.0)] * made.joins.shape[0],
            *[(0.0, inf)] * made.growth.shape[0],
            *changes,
            *[_WHATEVER] * made.unlisted.shape[0],
        ]
        self._ranges = ranges
        self.length = len(ranges)

    def after(self, cells: Sequence[Range | None]) -> Between:
        """The bounds of all rows; None where nothing is known of a cell."""
        plain = [
            _WHATEVER if one is None else (one[0], inf if one[1] is None else one[1])
            for one in cells
        ]
        both = np.asarray([*plain, *self._ranges], dtype=np.float64).reshape(-1, 2)
        return both[:, 0].copy(), both[:, 1].copy()

    def flags(self, cells: Sequence[bool]) -> NDArray[np.bool_]:
        """Flags of the cells, none of the other rows."""
        return np.concatenate([cells, np.zeros(self.length)]).astype(np.bool_)


def _seen(fact: Fact | None) -> Range:
    """What a published fact tells; of what is not published, that it is a count."""
    if fact is None:
        return _ANY
    return fact.if_withheld if fact.state == "withheld" else fact.if_shown


def _knowledge(facts: Sequence[Fact], withheld: Sequence[Range], ends: _Ends) -> Knowledge:
    near = [
        range_ if fact.state == "withheld" else fact.if_shown
        for fact, range_ in zip(facts, withheld, strict=True)
    ]
    return Knowledge(ends.after(near), ends.after(withheld))


def _cost(fact: Fact) -> float:
    """What is lost when a count is withheld: more for larger counts, most for totals and noughts."""
    lost = _COST_OF_NOUGHT if fact.count == 0 else 1 + log2(1 + (fact.count or 0))
    return lost * 4.0 ** -len(fact.key)
