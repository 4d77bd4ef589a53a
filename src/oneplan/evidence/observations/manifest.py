"""What happened to a store, in order: releases that came in and releases that were withdrawn."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from oneplan.evidence.definitions import Definition
from oneplan.evidence.observations.durable import write_durably

_NAME = "manifest.json"


class UnusableStore(Exception):
    """The folder is no store, or a damaged one. ``str()`` says why; ``cure`` what to do."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(message)
        self.cure = cure


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Origin(_Record):
    """Where the observations of a release come from, and with what they were read.

    ``file_digest`` is of the file as it came, ``rejected`` counts the cells that gave none, by reason.
    """

    file: str
    file_digest: str
    dataset: str
    format: str
    reader: str
    source: str | None = None
    licence: str | None = None
    cells: int = 0
    rejected: dict[str, int] = {}


class Release(_Record):
    """Observations that came in together, named by their content; never changed."""

    id: str
    observations: int
    origin: Origin
    definitions: tuple[Definition, ...] = ()


class Event(_Record):
    """A release came in, or was withdrawn with a reason."""

    event: Literal["added", "withdrawn"]
    at: AwareDatetime
    release: str
    reason: str | None = None


class Manifest(_Record):
    """All releases that ever came in, and what happened, oldest first."""

    version: Literal[1] = 1
    releases: dict[str, Release] = {}
    events: tuple[Event, ...] = ()

    def in_force(self, on: datetime | None = None) -> list[Release]:
        """The releases that were held at a moment, now without one; the newest is last."""
        held: dict[str, None] = {}
        for event in self._until(on):
            held.pop(event.release, None)
            if event.event == "added":
                held[event.release] = None
        return [self.releases[name] for name in held]

    def added_at(self, release: str) -> datetime:
        """When a release came in last."""
        return max(e.at for e in self.events if e.release == release and e.event == "added")

    def _until(self, on: datetime | None) -> Iterable[Event]:
        return (event for event in self.events if on is None or event.at <= on)

    def with_event(self, event: Event, release: Release | None = None) -> Manifest:
        """The manifest after one more event, and after a release that came in with it."""
        releases = {**self.releases, release.id: release} if release else self.releases
        return self.model_copy(update={"releases": releases, "events": (*self.events, event)})


def load_manifest(folder: Path) -> Manifest:
    """The manifest of a store; an empty one where the folder holds none yet.

    Raises:
        UnusableStore: the manifest is damaged, or of a later version of the program.
    """
    path = folder / _NAME
    try:
        return Manifest.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return Manifest()
    except (ValidationError, OSError) as error:
        raise UnusableStore(
            f"{path} cannot be read as the manifest of a store.",
            "Name another folder, or bring the file back from a copy.",
        ) from error


def save_manifest(folder: Path, manifest: Manifest) -> None:
    """Puts the manifest in the place of the last one, in one step."""
    write_durably(folder / _NAME, manifest.model_dump_json(indent=1).encode())


def end_of_day(day: datetime) -> datetime:
    """The last moment of the day that a moment lies in, in UTC."""
    return day.astimezone(UTC).replace(hour=23, minute=59, second=59, microsecond=999_999)
