"""Totals of a topic that are not everyone: all children with a need, beside all children.

Where one column names the topic and another the member, "Total" stands under each topic; mostly it is
everyone again, but under "Kind of need" it is those who have one.
"""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from oneplan.exchange.data_readers.cells import read_figures
from oneplan.exchange.data_readers.columns import joined, mapped_together
from oneplan.exchange.data_readers.dimensions import is_everyone

ANY = "Any"
"""The member that stands for all of a topic, where they are not everyone."""


def with_own_totals(
    topics: pa.Array, members: pa.Array, keys: Sequence[pa.Array], values: Sequence[pa.Array]
) -> pa.Array:
    """The members, with "Any" for the total of a topic whose figures are not those of everyone.

    ``keys`` tell apart what else a row is about. Without a row for everyone totals stay what they are.
    """
    totals = _where(members)
    if not len(totals):
        return members
    own = _own(
        topics.take(totals).to_pylist(),
        joined(*(key.take(totals) for key in keys)).to_pylist(),
        [read_figures(value.take(totals)).to_pylist() for value in values],
    )
    if not own:
        return members
    return mapped_together(
        [topics, members],
        lambda texts: ANY if texts[0] in own and is_everyone(texts[1]) else texts[1],
    )


def _where(members: pa.Array) -> pa.Array:
    said = [text for text in pc.unique(members).to_pylist() if is_everyone(text)]
    return pc.indices_nonzero(pc.is_in(members, pa.array(said, members.type)))


def _own(
    topics: Sequence[str], keys: Sequence[str], columns: Sequence[Sequence[float | None]]
) -> set[str]:
    """The topics of which a total differs from everyone's where both have a figure."""
    of_everyone = {
        key: place
        for place, (topic, key) in enumerate(zip(topics, keys, strict=True))
        if is_everyone(topic)
    }
    own = set()
    for place, (topic, key) in enumerate(zip(topics, keys, strict=True)):
        other = of_everyone.get(key)
        if topic in own or other is None or is_everyone(topic):
            continue
        figures = ((column[place], column[other]) for column in columns)
        if any(mine != everyone for mine, everyone in figures if None not in (mine, everyone)):
            own.add(topic)
    return own
