"""Which columns of an Explore Education Statistics file divide, and which hold values."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pyarrow as pa
import pyarrow.compute as pc

from oneplan.exchange.data_readers.cells import looks_like_cells
from oneplan.exchange.data_readers.columns import joined
from oneplan.exchange.data_readers.dimensions import divides
from oneplan.exchange.data_readers.ees_metadata import Metadata
from oneplan.exchange.data_readers.grid import Grid

TIME = ("time_period", "time_identifier")
_GEOGRAPHY = re.compile(
    r"(?:country|region|la|lad|pcon|ward|lsip|local_enterprise_partnership|english_devolved_area"
    r"|mayoral_combined_authority|opportunity_area|pfa|multi_academy_trust|trust|sponsor"
    r"|rsc_region_lead|planning_area)_(?:code|name|id)|(?:old|new)_la_code|geographic_level"
    r"|(?:school|provider|institution)_(?:urn|name|laestab|ukprn|id)"
)
VERSION = frozenset(("version", "data_version", "release_status"))

_MOST_MEMBERS = 60


def columns_of(
    grid: Grid, metadata: Metadata | None
) -> tuple[list[tuple[str | pa.Array, pa.Array]], list[str]]:
    """The columns that divide, each with its topic, and those that hold values.

    The metadata say it where they come along; else a column of words divides, and one of numbers does
    where its rows would stand twice without it.
    """
    rest = [name for name in grid.columns if not _is_place_or_time(name)]
    if metadata:
        valued = [name for name in rest if name in metadata.indicators]
        topics = {topic for topic in metadata.filters.values() if topic}
        filters = {name: topic for name, topic in metadata.filters.items() if name in rest}
        said = {*valued, *filters, *topics}
        unsaid = [name for name in rest if name not in said]
    else:
        valued, filters, unsaid = [], {}, rest
    for name in unsaid:
        if not divides(name) and looks_like_cells(grid.columns[name]):
            valued.append(name)
        else:
            filters[name] = None
    if metadata is None:
        filters |= dict.fromkeys(_numbered(grid, valued, filters))
        valued = [name for name in valued if name not in filters]
    return _dividing(grid, filters), [name for name in rest if name in valued]


def _dividing(grid: Grid, filters: dict[str, str | None]) -> list[tuple[str | pa.Array, pa.Array]]:
    topics = {
        name: topic
        or next((name + end for end in ("_group", "_topic") if name + end in filters), "")
        for name, topic in filters.items()
    }
    used = set(topics.values())
    return [
        (grid.columns.get(topics[name], name), grid.columns[name])
        for name in filters
        if name not in used
    ]


def _is_place_or_time(header: str) -> bool:
    plain = header.casefold()
    return plain in TIME or plain in VERSION or _GEOGRAPHY.fullmatch(plain) is not None


def _numbered(grid: Grid, valued: list[str], filters: dict[str, str | None]) -> list[str]:
    """The columns of small whole numbers without which rows would stand twice: years, bands, deciles."""
    told_apart = [*(name for name in grid.columns if _is_place_or_time(name)), *filters]
    if _distinct(grid, told_apart) == len(grid):
        return []
    members = {
        name: pc.count_distinct(grid.columns[name]).as_py()
        for name in valued
        if _are_small_numbers(grid.columns[name])
    }
    found: list[str] = []
    rows = _distinct(grid, told_apart)
    for name in sorted(members, key=lambda name: members[name]):
        more = _distinct(grid, [*told_apart, *found, name])
        if more > rows and members[name] <= _MOST_MEMBERS:
            found.append(name)
            rows = more
        if rows == len(grid):
            return found
    return []


def _distinct(grid: Grid, columns: Iterable[str]) -> int:
    texts = [grid.columns[name] for name in columns]
    return int(pc.count_distinct(joined(*texts)).as_py()) if texts else 0


def _are_small_numbers(column: pa.Array) -> bool:
    small = pc.match_substring_regex(pc.utf8_trim_whitespace(column), r"^\d{1,2}$")
    return bool(pc.all(small, min_count=1).as_py())
