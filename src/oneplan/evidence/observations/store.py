"""The store: a folder of immutable releases and a manifest that says which of them are in force.

A release's file is written first, then the manifest that names it: whenever the machine stops, the
manifest that is there names only files that are whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pyarrow as pa

from oneplan.evidence.definitions import Definition
from oneplan.evidence.observations.durable import only_writer, write_durably
from oneplan.evidence.observations.manifest import (
    Event,
    Manifest,
    Origin,
    Release,
    UnusableStore,
    load_manifest,
    save_manifest,
)
from oneplan.evidence.observations.release_file import release_bytes

_RELEASES = "releases"


class Store:
    """A store of observations in a folder; the folder appears with the first release."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def manifest(self) -> Manifest:
        """What the store holds and held.

        Raises:
            UnusableStore: the folder is a file, or its manifest is damaged.
        """
        if self._folder.exists() and not self._folder.is_dir():
            raise UnusableStore(f"{self._folder} is a file.", "Name a folder.")
        return load_manifest(self._folder)

    def add(
        self,
        observations: pa.Table,
        definitions: Sequence[Definition],
        origin: Origin,
        at: datetime,
    ) -> tuple[Release, bool]:
        """Takes observations in as a release; False beside it where the very same is held already.

        Raises:
            NotObservations: the table has not the shape of observations.
            UnusableStore: the folder cannot be written, or its manifest is damaged.
        """
        name, content = release_bytes(observations)
        release = Release(
            id=name,
            observations=observations.num_rows,
            origin=origin,
            definitions=tuple(definitions),
        )
        self._make_folder()
        with only_writer(self._folder):
            manifest = self.manifest()
            if any(held.id == name for held in manifest.in_force()):
                return manifest.releases[name], False
            write_durably(self._file(name), content)
            event = Event(event="added", at=at, release=name)
            save_manifest(self._folder, manifest.with_event(event, release))
            self._sweep()
        return release, True

    def withdraw(self, release: str, reason: str, at: datetime) -> Release:
        """Takes a release out of force; it is kept for what was known before.

        Raises:
            UnusableStore: no release in force has a name that begins like this, or several have.
        """
        if not self.manifest().releases:
            raise UnusableStore(f"{self._folder} holds no release.", "Check the folder's name.")
        with only_writer(self._folder):
            manifest = self.manifest()
            found = [held for held in manifest.in_force() if held.id.startswith(release)]
            if len(found) != 1:
                many = "No release" if not found else "More than one release"
                raise UnusableStore(
                    f"{many} in force has a name that begins with {release!r}.",
                    "List the store to see the names.",
                )
            event = Event(event="withdrawn", at=at, release=found[0].id, reason=reason)
            save_manifest(self._folder, manifest.with_event(event))
        return found[0]

    def files(self, on: datetime | None = None) -> list[Path]:
        """The files of the releases in force at a moment, the newest last.

        Raises:
            UnusableStore: a file that the manifest names is gone.
        """
        files = [self._file(release.id) for release in self.manifest().in_force(on)]
        for file in files:
            if not file.is_file():
                raise UnusableStore(f"{file} is gone.", "Bring it back, or withdraw the release.")
        return files

    def _file(self, release: str) -> Path:
        return self._folder / _RELEASES / f"{release}.parquet"

    def _make_folder(self) -> None:
        try:
            (self._folder / _RELEASES).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UnusableStore(
                f"{self._folder} cannot be written.", "Name a folder that you may write in."
            ) from error

    def _sweep(self) -> None:
        """Takes away what a stop in the middle of writing may have left."""
        for part in self._folder.rglob(".*.part"):
            with suppress(OSError):
                part.unlink()
