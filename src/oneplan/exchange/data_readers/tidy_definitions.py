"""What a partner's table says of its indicators: units in columns of their own, or in the headers."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from oneplan.evidence.definitions import Definition
from oneplan.exchange.data_readers.columns import joined, parted
from oneplan.exchange.data_readers.grid import Grid
from oneplan.exchange.data_readers.header_units import kind_of_header

_SOURCE = "tidy"


def defined(
    grid: Grid, codes: pa.Array, roles: Mapping[str, str], value: str, *, is_one_of_several: bool
) -> tuple[Definition, ...]:
    """The indicators of a column of values, with the unit that a column or its header says.

    One of several columns side by side names its indicators, after what the rows say of them.
    """
    blank = pa.repeat(pa.scalar(""), len(grid))
    measures, units = (
        grid.columns[roles[role]] if role in roles else blank for role in ("measure", "unit")
    )
    kind, unit, multiplier = kind_of_header(value)
    found: dict[str, Definition] = {}
    for text in pc.unique(joined(codes.cast(pa.string()), measures, units)).to_pylist():
        if text is None:
            continue
        code, measure, said = parted(text)
        name = code
        if is_one_of_several:
            name = f"{code.rpartition('/')[0]}: {value}" if "indicator" in roles else value
        if "percent" in f"{measure} {said}".casefold() or said.strip() == "%":
            described = Definition(code, name, "proportion", "%", 100, source=_SOURCE)
        elif said.strip():
            described = Definition(code, name, None, said.strip(), source=_SOURCE)
        else:
            described = Definition(code, name, kind, unit, multiplier, source=_SOURCE)
        found.setdefault(code, described)
    return tuple(found.values())
