"""The data behind the Local Authority Interactive Tool of the Department for Education."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from oneplan.evidence.definitions import Definition
from oneplan.exchange.data_readers.area_columns import area_code, unlisted_areas
from oneplan.exchange.data_readers.columns import joined, mapped, parted, period_columns
from oneplan.exchange.data_readers.gathering import Gathering
from oneplan.exchange.data_readers.grid import Grid, letters_of
from oneplan.exchange.data_readers.lait_dictionary import Dictionary, read_dictionary
from oneplan.exchange.data_readers.period_labels import read_period
from oneplan.exchange.data_readers.reading import DataReading
from oneplan.vocabulary.findings import Finding, Source
from oneplan.vocabulary.periods import Period

NAME = "lait"
_NO_DICTIONARY = Dictionary({}, ())
_MOST_NAMED = 5
_HEADERS = ("Short Desc", "Data item", "Years", "Values", "LA Number")
_NEEDED = {letters_of(header) for header in _HEADERS} - {letters_of("Data item")}


def recognises(headers: frozenset[str]) -> bool:
    """Whether these are the columns of such a file."""
    return {letters_of(header) for header in headers} >= _NEEDED


def read(grid: Grid, companions: Mapping[str, bytes]) -> DataReading:
    """The observations, one for each row; the dictionary says what kind of year each measure has."""
    grid = grid.named_as(_HEADERS)
    dictionary = next(
        (found for found in (read_dictionary(d, n) for n, d in companions.items()) if found),
        _NO_DICTIONARY,
    )
    codes = mapped(grid.columns["Short Desc"], _code)
    areas = mapped(grid.columns["LA Number"], area_code)

    def period(text: str) -> Period | None:
        code, label = parted(text)
        known = dictionary.measures.get(code)
        return read_period(label, known.year_kind if known else None)

    labelled = joined(pc.fill_null(codes, ""), grid.columns["Years"])
    about = {"indicator": codes, "area": areas, **period_columns(labelled, period)}
    printed = {"indicator": "Short Desc", "area": "LA Number", "period": "Years"}
    gathering = Gathering(grid, about, printed)
    gathering.add("Values")
    definitions = _definitions(grid, codes, dictionary)
    return DataReading(
        NAME,
        NAME,
        gathering.gathered(),
        definitions,
        gathering.cells,
        gathering.rejected,
        (
            *gathering.findings,
            *unlisted_areas(areas, grid.rows, grid.name),
            *dictionary.findings,
            *_undefined(definitions, dictionary, grid.name),
        ),
        "Department for Education, Local Authority Interactive Tool",
        "Open Government Licence v3.0",
    )


def _code(text: str) -> str | None:
    return f"lait/{text.strip()}" if text.strip() else None


def _definitions(grid: Grid, codes: pa.Array, dictionary: Dictionary) -> tuple[Definition, ...]:
    names = grid.columns.get("Data item", grid.columns["Short Desc"])
    titles: dict[str, str] = {}
    for text in pc.unique(joined(codes, names)).to_pylist():
        if text is not None:
            code, name = parted(text)
            titles[code] = titles.get(code) or name.strip()
    return tuple(
        dictionary.measures.get(code) or Definition(code, title or code, source=NAME)
        for code, title in titles.items()
    )


def _undefined(
    definitions: tuple[Definition, ...], dictionary: Dictionary, file: str
) -> tuple[Finding, ...]:
    lacking = [item.code for item in definitions if item.code not in dictionary.measures]
    if not lacking:
        return ()
    named = ", ".join(lacking[:_MOST_NAMED])
    return (
        Finding(
            rule="measure-not-in-dictionary",
            severity="warning",
            message=f"{len(lacking)} measures are in no dictionary: {named} …. What kind of year "
            "their periods are, and which way is good, is not known.",
            fix="Give lait_data_dictionary.csv together with the data.",
            source=Source(file=file),
        ),
    )
