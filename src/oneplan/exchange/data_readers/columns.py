"""Columns of text, worked on once for each text that occurs in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from oneplan.exchange.data_readers.decimal_commas import columns_with_commas, with_point
from oneplan.vocabulary.periods import Period

_BETWEEN = "\x1f"
_COMMA_IN_FIGURES, _MARK_IN_FIGURES = r"^[^\pL]*\d,\d", r"^[^\pL]*\d[,. \x{a0}]\d"


def mapped(
    column: pa.Array, function: Callable[[str], object], kind: pa.DataType | None = None
) -> pa.Array:
    """What the function makes of every text, called once for each that differs."""
    encoded = column.dictionary_encode()
    made = pa.array(
        [function(text) for text in encoded.dictionary.to_pylist()], kind or pa.string()
    )
    return made.take(encoded.indices)


def mapped_together(
    columns: Sequence[pa.Array], function: Callable[[tuple[str, ...]], object]
) -> pa.Array:
    """The same over several columns: the function takes one text of each."""
    joined = pc.binary_join_element_wise(*columns, _BETWEEN)
    return mapped(joined, lambda text: function(tuple(text.split(_BETWEEN))))


def constant(text: str, length: int) -> pa.Array:
    """A text so many times, held once."""
    places = pa.repeat(pa.scalar(0, pa.int32()), length)
    return pa.DictionaryArray.from_arrays(places, pa.array([text]))


def period_columns(column: pa.Array, read: Callable[[str], Period | None]) -> dict[str, pa.Array]:
    """The columns of an observation's period; all NULL where a text names none."""
    encoded = column.dictionary_encode()
    periods = [read(text) for text in encoded.dictionary.to_pylist()]
    kinds = (
        ("period", "label", pa.string()),
        ("period_start", "start", pa.date32()),
        ("period_end", "end", pa.date32()),
        ("period_kind", "kind", pa.string()),
        ("period_years", "years", pa.int16()),
        ("revision", "revision", pa.string()),
    )
    return {
        name: pa.array([period and getattr(period, part) for period in periods], kind).take(
            encoded.indices
        )
        for name, part, kind in kinds
    }


def without_separators(column: pa.Array) -> pa.Array:
    """The column without the character that stands between joined texts."""
    if not pc.any(pc.match_substring(column, _BETWEEN), min_count=0).as_py():
        return column
    return pc.replace_substring(column, _BETWEEN, " ")


def joined(*columns: pa.Array) -> pa.Array:
    """The texts of several columns in one, to be taken apart again by :func:`parted`."""
    return pc.binary_join_element_wise(*columns, _BETWEEN)


def parted(text: str) -> list[str]:
    """The texts that :func:`joined` put into one."""
    return text.split(_BETWEEN)


def with_points(columns: Mapping[str, pa.Array]) -> dict[str, pa.Array]:
    """Those of a table's columns that have decimal commas, with points in their place."""
    if not columns_with_commas(_having(_COMMA_IN_FIGURES, columns)):
        return {}
    changed = columns_with_commas(_having(_MARK_IN_FIGURES, columns))
    return {name: mapped(columns[name], with_point) for name in changed}


def _having(pattern: str, columns: Mapping[str, pa.Array]) -> dict[str, list[str]]:
    return {
        name: pc.unique(column).to_pylist()
        for name, column in columns.items()
        if pc.any(pc.match_substring_regex(column, pattern), min_count=0).as_py()
    }
