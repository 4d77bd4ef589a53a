"""The shape of observations in columns, and the door through which they come in."""

from __future__ import annotations

from typing import Literal, get_args

import pyarrow as pa
import pyarrow.compute as pc

Status = Literal["ok", "suppressed", "not_applicable", "not_available", "low"]
STATUSES: tuple[Status, ...] = get_args(Status)

_WORDS = pa.dictionary(pa.int32(), pa.string())

SCHEMA = pa.schema(
    [
        ("indicator", _WORDS),
        ("area", _WORDS),
        ("period", _WORDS),
        ("period_start", pa.date32()),
        ("period_end", pa.date32()),
        ("period_kind", _WORDS),
        ("period_years", pa.int16()),
        ("revision", _WORDS),
        ("group", _WORDS),
        ("value", pa.float64()),
        ("numerator", pa.float64()),
        ("denominator", pa.float64()),
        ("lower", pa.float64()),
        ("upper", pa.float64()),
        ("lower_998", pa.float64()),
        ("upper_998", pa.float64()),
        ("status", _WORDS),
        ("symbol", _WORDS),
        ("note", _WORDS),
        ("row", pa.int32()),
    ]
)
"""One row an observation. ``symbol`` is what was printed instead of a number, ``row`` the row in
the source; a text that says nothing is empty, a number that is not known is NULL, never NaN."""

KEY = ("indicator", "area", "period", "group", "revision")
FIGURES = tuple(field.name for field in SCHEMA if field.type == pa.float64())


class NotObservations(ValueError):
    """The table has not the shape of observations; ``str()`` says why in a sentence."""


def at_the_door(table: pa.Table) -> pa.Table:
    """The table in the one shape: columns that lack are filled, NaN and infinity become NULL.

    Raises:
        NotObservations: a key is missing, a status unknown, or a value stands without ``ok``.
    """
    shaped = pa.Table.from_arrays(
        [_column(table, field) for field in SCHEMA], schema=SCHEMA
    ).unify_dictionaries()
    unknown = set(pc.unique(shaped["status"].cast(pa.string())).to_pylist()) - set(STATUSES)
    if unknown:
        raise NotObservations(f"There is no status {sorted(map(str, unknown))[0]!r}.")
    for name in ("indicator", "area", "period"):
        if pc.any(pc.equal(shaped[name].cast(pa.string()), "")).as_py():
            raise NotObservations(f"An observation has no {name}.")
    fine = pc.equal(shaped["status"].cast(pa.string()), "ok")
    if not pc.all(pc.equal(fine, pc.is_valid(shaped["value"])), min_count=0).as_py():
        raise NotObservations("An observation is ok without a value, or has one and is not ok.")
    return shaped


def _column(table: pa.Table, field: pa.Field) -> pa.ChunkedArray:
    if field.name not in table.column_names:
        if field.type == _WORDS:
            empty = pa.DictionaryArray.from_arrays(
                pa.array([0] * table.num_rows, pa.int32()), pa.array([""])
            )
            return pa.chunked_array([empty], type=_WORDS)
        return pa.chunked_array([pa.nulls(table.num_rows, field.type)])
    column = table[field.name]
    if field.type == pa.float64():
        column = column.cast(pa.float64())
        return pc.if_else(pc.is_finite(column), column, pa.scalar(None, pa.float64()))
    if field.type == _WORDS:
        words = column.cast(pa.string()) if pa.types.is_dictionary(column.type) else column
        return pc.fill_null(words.cast(pa.string()), "").dictionary_encode().cast(_WORDS)
    return column.cast(field.type)
