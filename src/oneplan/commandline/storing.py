"""Observations that were read, into a store, and what is said of it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from oneplan import __version__
from oneplan.commandline.messages import remark, say_findings, working
from oneplan.commandline.outcome import CouldNot

if TYPE_CHECKING:
    from collections.abc import Mapping

    from oneplan.exchange.data_readers.reading import DataReading


def read_and_stored(
    name: str,
    data: bytes,
    companions: Mapping[str, bytes],
    store: Path,
    wanted: str | None = None,
) -> tuple[str | None, bool]:
    """The name of the release that a file became, and whether it was read without an error.

    None instead of a name where the file gave no observations; the reason is said.

    Raises:
        CouldNot: the store cannot be used.
    """
    from oneplan.exchange.data_readers.data_files import read_observations
    from oneplan.exchange.data_readers.reading import NoObservations
    from oneplan.exchange.data_readers.rows import UnreadableTable

    try:
        with working(f"Reading {name}"):
            reading = read_observations(data, name, companions, wanted)
    except NoObservations as nothing:
        remark(f"{name}: no observations. {nothing}")
        return None, False
    except UnreadableTable as error:
        remark(f"{name}: {error} {error.cure}")
        return None, False
    if not reading.observations.num_rows:
        say_findings(reading.findings, Path(name))
        remark(f"{name}: none of its {reading.cells:,} value cells gave an observation.")
        return None, False
    with working(f"Storing {name}"):
        release = _stored(name, data, reading, store)
    say_findings(reading.findings, Path(name))
    return release, all(finding.severity != "error" for finding in reading.findings)


def _stored(name: str, data: bytes, reading: DataReading, folder: Path) -> str:
    import typer

    from oneplan.evidence.observations.manifest import Origin, UnusableStore
    from oneplan.evidence.observations.store import Store
    from oneplan.exchange.connectors.remembered import digest_of

    origin = Origin(
        file=name,
        file_digest=digest_of(data),
        dataset=reading.dataset,
        format=reading.format,
        reader=f"oneplan {__version__}",
        source=reading.source,
        licence=reading.licence,
        cells=reading.cells,
        rejected=dict(reading.rejected),
    )
    try:
        release, new = Store(folder).add(
            reading.observations, reading.definitions, origin, datetime.now(UTC)
        )
    except (UnusableStore, OSError) as error:
        raise unusable(error, folder) from error
    left = "".join(f"; {count:,} cells: {reason}" for reason, count in reading.rejected.items())
    held = "release" if new else "held already as release"
    typer.echo(
        f"{name}: {reading.cells:,} value cells, {release.observations:,} observations of "
        f"{len(reading.definitions):,} indicators ({reading.format}){left}; {held} {release.id[:12]}"
    )
    return release.id


def unusable(error: Exception, folder: Path) -> CouldNot:
    """What is said where a store cannot be used."""
    cure = getattr(error, "cure", "Look whether the folder may be written and has space.")
    said = str(error) if hasattr(error, "cure") else f"The store {folder} cannot be used: {error}."
    return CouldNot(said, cure)
