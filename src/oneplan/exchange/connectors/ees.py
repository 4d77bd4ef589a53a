"""Explore Education Statistics of the Department for Education: its public interface, version 1."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import StringIO
from urllib.parse import quote

from oneplan.exchange.connectors.answers import (
    Object,
    as_object,
    named,
    object_in,
    objects_in,
    pages,
    text_in,
)
from oneplan.exchange.connectors.ees_query import queried
from oneplan.exchange.connectors.fetched import Fetched, Wanted
from oneplan.exchange.connectors.refusals import FetchFailed
from oneplan.exchange.connectors.transport import Marks, Transport
from oneplan.exchange.data_readers.datasets import slug
from oneplan.exchange.known.ees_data_sets import known_data_set

BASE_URL = "https://api.education.gov.uk/statistics/v1"
_PAGE_SIZE = 40
_COLUMNS = (
    "col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,"
    "filter_grouping_column"
).split(",")


@dataclass(frozen=True, slots=True)
class Found:
    """A data set of a publication, as it may be fetched by its id."""

    publication: str
    id: str
    title: str
    version: str
    published: str
    periods: str


def data_sets_about(transport: Transport, words: str) -> Iterator[Found]:
    """The data sets of all publications that a search for words finds.

    Raises:
        FetchFailed: the interface refuses, or answers in another form.
    """
    publications = pages(
        lambda page: transport.get_json(
            "publications", {"search": words, "page": page, "pageSize": _PAGE_SIZE}
        ),
        "publications",
    )
    for publication in publications:
        yield from _of_publication(transport, publication)


def _of_publication(transport: Transport, publication: Object) -> Iterator[Found]:
    path = f"publications/{quote(text_in(publication, 'id'), safe='')}/data-sets"
    for found in pages(
        lambda page: transport.get_json(path, {"page": page, "pageSize": _PAGE_SIZE}), "data sets"
    ):
        latest = object_in(found, "latestVersion")
        periods = object_in(latest, "timePeriods")
        yield Found(
            text_in(publication, "title"),
            text_in(found, "id"),
            text_in(found, "title"),
            text_in(latest, "version"),
            text_in(latest, "published"),
            " to ".join(text_in(periods, name) for name in ("start", "end") if periods),
        )


def versions_of(transport: Transport, data_set: str) -> list[str]:
    """The versions of a data set that may be fetched, the newest first.

    Raises:
        FetchFailed: there is no such data set, or the interface refuses.
    """
    path = f"{_path(data_set)}/versions"
    found = pages(lambda page: transport.get_json(path, {"page": page, "pageSize": 20}), "versions")
    return [text_in(each, "version") for each in found]


def wanted_data_set(
    transport: Transport,
    data_set: str,
    version: str | None = None,
    areas: tuple[str, ...] = (),
    name: str | None = None,
) -> Wanted:
    """A data set to fetch: all of it as CSV, or what a query gives for some areas.

    ``version`` is "1.0", "2.*" or none for the newest; ``areas`` are GSS codes; ``name`` is what its
    series are to be called after; where none is given, what the catalogue calls it, else its title.
    """

    def fetch(marks: Marks | None) -> Fetched:
        about = as_object(transport.get_json(_path(data_set)), "a data set")
        title = named(about, "title", "a data set")
        stem = name or slug(title)
        number = version or text_in(object_in(about, "latestVersion"), "version") or None
        if marks and marks.version and marks.version == number and "*" not in number:
            return Fetched(f"{stem}.csv", None, marks)
        asked = {"dataSetVersion": number} if number else {}
        meta = as_object(transport.get_json(f"{_path(data_set)}/meta", asked), "metadata")
        stem = name or _known(title, meta) or stem
        if areas:
            data, marks_now = (
                queried(transport, _path(data_set), meta, areas, number),
                Marks(number),
            )
        else:
            answer = transport.get(f"{_path(data_set)}/csv", asked, marks)
            marks_now = replace(answer.marks, version=number)
            if answer.is_same:
                return Fetched(f"{stem}.csv", None, marks_now)
            data = answer.body
        if not data.strip():
            raise FetchFailed(f"The data set {data_set} came empty.", "Try another version of it.")
        return Fetched(f"{stem}.csv", data, marks_now, {f"{stem}.meta.csv": _as_metadata(meta)})

    chosen = "".join(f" {area}" for area in sorted(areas))
    key = f"ees {transport.base_url} {data_set} {version or 'newest'}{chosen}{f' as {name}' if name else ''}"
    return Wanted(key, f"data set {data_set}", fetch)


def _known(title: str, meta: Object) -> str | None:
    return known_data_set(
        title, (text_in(each, "column") for each in objects_in(meta, "indicators"))
    )


def _path(data_set: str) -> str:
    return f"data-sets/{quote(data_set, safe='')}"


def _as_metadata(meta: Object) -> bytes:
    """The metadata in the form of the file that goes with a data file."""
    out = StringIO(newline="")
    writer = csv.DictWriter(out, _COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for each in objects_in(meta, "filters"):
        name = text_in(each, "column")
        writer.writerow({"col_name": name, "col_type": "Filter", "label": text_in(each, "label")})
    for each in objects_in(meta, "indicators"):
        writer.writerow(
            {
                "col_name": text_in(each, "column"),
                "col_type": "Indicator",
                "label": text_in(each, "label"),
                "indicator_unit": text_in(each, "unit"),
                "indicator_dp": text_in(each, "decimalPlaces"),
            }
        )
    return out.getvalue().encode()
