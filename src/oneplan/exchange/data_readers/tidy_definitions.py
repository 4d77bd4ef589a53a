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


def of_columns(codes: Mapping[str, str]) -> tuple[Definition, ...]:
    """One indicator for each column of values, from its header and its code."""
    found = []
    for header, code in codes.items():
        kind, unit, multiplier = kind_of_header(header)
        found.append(Definition(code, header, kind, unit, multiplier, source=_SOURCE))
    return tuple(found)


def of_rows(
    grid: Grid, codes: pa.Array, roles: Mapping[str, str], value: str
) -> tuple[Definition, ...]:
    """The indicators that the rows name, with the unit that a column or the value's header says."""
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
        if "percent" in f"{measure} {said}".casefold() or said.strip() == "%":
            described = Definition(code, code, "proportion", "%", 100, source=_SOURCE)
        elif said.strip():
            described = Definition(code, code, None, said.strip(), source=_SOURCE)
        else:
            described = Definition(code, code, kind, unit, multiplier, source=_SOURCE)
        found.setdefault(code, described)
    return tuple(found.values())
