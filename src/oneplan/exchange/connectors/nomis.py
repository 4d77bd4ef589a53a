"""Nomis of the Office for National Statistics: its public interface, page by page."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from io import StringIO

from oneplan.exchange.connectors.answers import as_object, object_in, objects_in, text_in
from oneplan.exchange.connectors.fetched import Fetched, Wanted
from oneplan.exchange.connectors.refusals import FetchFailed
from oneplan.exchange.connectors.transport import Marks, Transport
from oneplan.exchange.data_readers.datasets import slug

BASE_URL = "https://www.nomisweb.co.uk/api/v01"
CELLS_A_PAGE = 25_000
"""How many cells a request gives to those who have no key."""

_NAME = re.compile(r"NM_\d+_\d+", re.IGNORECASE)
_UPDATED = frozenset(("lastupdated", "last updated", "lastupdate"))
_MOST_PAGES = 2_000


def wanted_table(transport: Transport, dataset: str, parameters: Mapping[str, str]) -> Wanted:
    """A choice from a dataset to fetch; the parameters are those of the interface, such as geography.

    Raises:
        FetchFailed: the dataset's name is none.
    """
    if not _NAME.fullmatch(dataset):
        raise FetchFailed(f"{dataset!r} names no dataset of Nomis.", "It is such as NM_2002_1.")
    chosen = {name: value for name, value in parameters.items() if name != "recordoffset"}

    def fetch(marks: Marks | None) -> Fetched:
        title, updated = _definition(transport, dataset)
        name = f"{slug(title)}.csv"
        if marks and updated and marks.version == updated:
            return Fetched(name, None, marks)
        return Fetched(name, _all_pages(transport, dataset, chosen), Marks(updated))

    asked = " ".join(f"{name}={value}" for name, value in sorted(chosen.items()))
    return Wanted(f"nomis {transport.base_url} {dataset.upper()} {asked}", dataset, fetch)


def _definition(transport: Transport, dataset: str) -> tuple[str, str | None]:
    """A dataset's title, and when it was last updated where the definition says it."""
    content = as_object(transport.get_json(f"dataset/{dataset}.def.sdmx.json"), "a dataset")
    families = object_in(object_in(content, "structure"), "keyfamilies")
    family = next(iter(objects_in(families, "keyfamily")), None)
    if family is None:
        raise FetchFailed(f"Nomis has no dataset {dataset}.", "Look for it on its pages.")
    title = text_in(object_in(family, "name"), "value") or dataset
    notes = objects_in(object_in(family, "annotations"), "annotation")
    updated = (
        text_in(note, "annotationtext")
        for note in notes
        if text_in(note, "annotationtitle").casefold() in _UPDATED
    )
    return title, next(updated, None)


def _all_pages(transport: Transport, dataset: str, chosen: Mapping[str, str]) -> bytes:
    """The pages one after the other, with one header.

    Raises:
        FetchFailed: a page is none, or has other columns than the first.
    """
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    header: list[str] = []
    offset = 0
    for _ in range(_MOST_PAGES):
        answer = transport.get(f"dataset/{dataset}.data.csv", {**chosen, "recordoffset": offset})
        rows = _rows(answer.body, dataset)
        if header and rows and rows[0] != header:
            raise FetchFailed(f"A page of {dataset} has other columns.", "Try again later.")
        if not header:
            header = rows[0] if rows else []
            writer.writerow(header)
        writer.writerows(rows[1:])
        offset += len(rows) - 1
        total = _total(rows, header)
        if len(rows) < 2 or (offset >= total if total else len(rows) <= CELLS_A_PAGE):
            break
        transport.say(f"{offset:,} of {total:,} cells" if total else f"{offset:,} cells")
    if not offset:
        raise FetchFailed(
            f"{dataset} has nothing for this choice.",
            "Look at the parameters; geography and date are usually needed.",
        )
    return out.getvalue().encode()


def _rows(body: bytes, dataset: str) -> list[list[str]]:
    try:
        text = body.decode("utf-8-sig")
        rows = [row for row in csv.reader(StringIO(text, newline="")) if row]
    except (UnicodeDecodeError, csv.Error) as error:
        raise FetchFailed(f"{dataset} came as no CSV.", "Look at the parameters.") from error
    if rows and "OBS_VALUE" not in [name.upper() for name in rows[0]]:
        said = " ".join(rows[0])[:120]
        raise FetchFailed(
            f"{dataset} came without values: {said}", "Leave select out, or name obs_value in it."
        )
    return rows


def _total(rows: list[list[str]], header: list[str]) -> int:
    """How many cells there are in all, as every row says; 0 where none says it."""
    place = next((at for at, name in enumerate(header) if name.upper() == "RECORD_COUNT"), None)
    if place is None or len(rows) < 2 or len(rows[1]) <= place:
        return 0
    return int(rows[1][place]) if rows[1][place].isdecimal() else 0
