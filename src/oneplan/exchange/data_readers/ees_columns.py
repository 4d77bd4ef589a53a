"""Which columns of an Explore Education Statistics file divide, and which hold values."""

from __future__ import annotations

import re

import pyarrow as pa

from oneplan.exchange.data_readers.cells import looks_like_cells
from oneplan.exchange.data_readers.dimensions import divides
from oneplan.exchange.data_readers.ees_metadata import Metadata
from oneplan.exchange.data_readers.flat_totals import with_own_totals
from oneplan.exchange.data_readers.grid import Grid
from oneplan.exchange.data_readers.numbered import numbered

TIME = ("time_period", "time_identifier")
_GEOGRAPHY = re.compile(
    r"(?:country|region|la|lad|pcon|ward|lsip|local_enterprise_partnership|english_devolved_area"
    r"|mayoral_combined_authority|opportunity_area|pfa|multi_academy_trust|trust|sponsor"
    r"|rsc_region_lead|planning_area)_(?:code|name|id)|(?:old|new)_la_code|geographic_level"
    r"|(?:school|provider|institution)_(?:urn|name|laestab|ukprn|id)"
)
VERSION = frozenset(("version", "data_version", "release_status"))


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
        places = [name for name in grid.columns if _is_place_or_time(name)]
        filters |= dict.fromkeys(numbered(grid, valued, [*places, *filters]))
        valued = [name for name in valued if name not in filters]
    valued = [name for name in rest if name in valued]
    return _dividing(grid, filters, valued), valued


def _dividing(
    grid: Grid, filters: dict[str, str | None], valued: list[str]
) -> list[tuple[str | pa.Array, pa.Array]]:
    topics = {
        name: topic
        or next((name + end for end in ("_group", "_topic") if name + end in filters), "")
        for name, topic in filters.items()
    }
    used = set(topics.values())
    divided: list[tuple[str | pa.Array, pa.Array]] = []
    for name in filters:
        if name in used:
            continue
        members, topic = grid.columns[name], grid.columns.get(topics[name])
        if topic is not None:
            others = {*valued, name, topics[name]}
            keys = [column for other, column in grid.columns.items() if other not in others]
            values = [grid.columns[value] for value in valued]
            members = with_own_totals(topic, members, keys, values)
        divided.append((name if topic is None else topic, members))
    return divided


def _is_place_or_time(header: str) -> bool:
    plain = header.casefold()
    return plain in TIME or plain in VERSION or _GEOGRAPHY.fullmatch(plain) is not None
