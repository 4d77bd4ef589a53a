"""``oneplan observations fetch``: published figures from public interfaces into a store."""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from oneplan.commandline.fetching import fetch_into
from oneplan.commandline.files import give
from oneplan.commandline.messages import remark, working
from oneplan.commandline.outcome import CouldNot

if TYPE_CHECKING:
    from oneplan.exchange.connectors.transport import Transport

fetch = typer.Typer(
    help="Fetches published figures from public interfaces into a store; only what is new.\n\n"
    "Example: `oneplan observations fetch fingertips 90284 --store evidence`",
    no_args_is_help=True,
)

StoreFolder = Annotated[
    Path, typer.Option("--store", metavar="DIR", help="The folder of the store.")
]
BaseUrl = Annotated[
    str | None, typer.Option("--base-url", metavar="URL", help="Another address of the interface.")
]
CaFile = Annotated[
    Path | None,
    typer.Option("--ca-file", metavar="FILE", help="Certificates of your own network (PEM)."),
]
Again = Annotated[bool, typer.Option("--again", help="Even what was fetched before.")]


class By(StrEnum):
    """What a number of Fingertips stands for."""

    indicator = "indicator"
    profile = "profile"
    group = "group"


@fetch.command()
def ees(
    data_sets: Annotated[list[str], typer.Argument(metavar="DATA_SET...", help="Its id.")],
    store: StoreFolder,
    version: Annotated[
        str | None, typer.Option("--version", help="This version, such as 1.0, not the newest.")
    ] = None,
    area: Annotated[
        list[str] | None, typer.Option(help="Only this GSS code; several if wanted.")
    ] = None,
    name: Annotated[
        str | None, typer.Option(help="What its series are called after, such as ks2_la.")
    ] = None,
    base_url: BaseUrl = None,
    ca_file: CaFile = None,
    again: Again = False,
) -> None:
    """Explore Education Statistics of the Department for Education; `list-ees` finds the ids.

    Example: `oneplan observations fetch ees 7c0e9201-c7c0-ff73-bee4-304e731ec0e6 --store evidence`
    """
    from oneplan.exchange.connectors import ees as connector

    transport = _transport(base_url or connector.BASE_URL, ca_file)
    if name is not None and len(data_sets) > 1:
        raise CouldNot("One name is given for several data sets.", "Fetch them one by one.")
    areas = tuple(area or ())
    wanted = [
        connector.wanted_data_set(transport, each, version, areas, name) for each in data_sets
    ]
    fetch_into(store, wanted, again)


@fetch.command("list-ees")
def list_ees(
    words: Annotated[list[str], typer.Argument(help="What the publication is about.")],
    versions: Annotated[
        bool, typer.Option("--versions", help="A row for each version of a data set.")
    ] = False,
    base_url: BaseUrl = None,
    ca_file: CaFile = None,
) -> None:
    """Lists the data sets of Explore Education Statistics about something, with their ids, as CSV.

    Example: `oneplan observations fetch list-ees pupil absence`
    """
    from oneplan.exchange.connectors import ees as connector
    from oneplan.exchange.connectors.refusals import FetchFailed
    from oneplan.exchange.data_readers.rows import write_rows

    transport = _transport(base_url or connector.BASE_URL, ca_file)
    about = " ".join(words)
    try:
        with working(f"Looking for {about}"):
            found = [asdict(each) for each in connector.data_sets_about(transport, about)]
            if versions:
                found = [
                    {**each, "version": version}
                    for each in found
                    for version in connector.versions_of(transport, each["id"])
                ]
    except FetchFailed as error:
        _refuse(error)
    if not found:
        raise CouldNot(f"No publication with data sets is about {about!r}.", "Try other words.")
    give(write_rows(found), None)


@fetch.command()
def fingertips(
    numbers: Annotated[list[str], typer.Argument(metavar="NUMBER...", help="Of indicators.")],
    store: StoreFolder,
    by: Annotated[By, typer.Option("--by", help="What the numbers stand for.")] = By.indicator,
    area_type: Annotated[int, typer.Option(help="502 counties, 501 districts, 6 regions.")] = 502,
    profile: Annotated[
        str | None, typer.Option(help="The profile whose polarity holds.", metavar="NUMBER")
    ] = None,
    base_url: BaseUrl = None,
    ca_file: CaFile = None,
    again: Again = False,
) -> None:
    """Fingertips of the Office for Health Improvement and Disparities, with its metadata.

    Example: `oneplan observations fetch fingertips 90284 90323 --store evidence`
    """
    from oneplan.exchange.connectors import fingertips as connector
    from oneplan.exchange.connectors.refusals import FetchFailed

    transport = _transport(base_url or connector.BASE_URL, ca_file)
    try:
        wanted = [
            connector.wanted_figures(transport, by.value, number, area_type, profile)
            for number in numbers
        ]
    except FetchFailed as error:
        _refuse(error)
    fetch_into(store, wanted, again)


@fetch.command()
def nomis(
    dataset: Annotated[str, typer.Argument(metavar="DATASET", help="Such as NM_2002_1.")],
    store: StoreFolder,
    where: Annotated[
        list[str] | None,
        typer.Option("--where", metavar="NAME=VALUE", help="A choice; several if wanted."),
    ] = None,
    base_url: BaseUrl = None,
    ca_file: CaFile = None,
    again: Again = False,
) -> None:
    """Nomis of the Office for National Statistics, by the dataset's name and a choice from it.

    Example: `oneplan observations fetch nomis NM_2002_1 --where geography=TYPE423
    --where date=latest --where measures=20100 --store evidence`
    """
    from oneplan.exchange.connectors import nomis as connector
    from oneplan.exchange.connectors.refusals import FetchFailed

    transport = _transport(base_url or connector.BASE_URL, ca_file)
    chosen = {}
    for entry in where or ():
        name, equals, value = entry.partition("=")
        if not equals or not name.strip():
            raise CouldNot(f"--where {entry!r} is not NAME=VALUE.", "Write geography=TYPE423.")
        chosen[name.strip()] = value.strip()
    try:
        wanted = [connector.wanted_table(transport, dataset, chosen)]
    except FetchFailed as error:
        _refuse(error)
    fetch_into(store, wanted, again)


def _transport(base_url: str, ca_file: Path | None) -> Transport:
    from oneplan.exchange.connectors.transport import Transport

    return Transport(base_url, ca_file, say=remark)


def _refuse(error: Exception) -> NoReturn:
    raise CouldNot(str(error), getattr(error, "cure", "")) from error
