"""Where readings lie: those of visitors for an hour, those that are to become plans for a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from oneplan.website.jobs.reading_files import ReadingFolder

UNSEEN = "."
"""How the names of folders begin that are being made, or deleted."""


@dataclass(frozen=True, slots=True)
class Room:
    """A folder of readings below the data folder, outside of what the web shows.

    ``kept`` and ``holds`` name the settings that say for how many seconds, and how many. Where owners
    are ``apart``, each has a folder of their own in it.
    """

    name: str
    kept: str
    holds: str
    apart: bool

    @property
    def seconds_kept(self) -> int:
        """For how long a reading is kept."""
        return int(getattr(settings, self.kept))

    @property
    def most(self) -> int:
        """How many readings are kept at once."""
        return int(getattr(settings, self.holds))

    @property
    def there(self) -> bool:
        """Whether anything was ever kept in it."""
        return self._path.is_dir()

    def of(self, owner: str) -> Path:
        """The folder that holds an owner's readings, made where it is not there."""
        _private(self._path)
        return _private(self.place_of(owner))

    def place_of(self, owner: str) -> Path:
        """Where the folder of an owner's readings lies, whether it is there or not."""
        return self._path / hashed(owner) if self.apart else self._path

    def folders(self) -> Iterator[ReadingFolder]:
        """The readings of all owners."""
        for path in self._path.glob("*/*" if self.apart else "*"):
            if path.is_dir() and not path.name.startswith(UNSEEN):
                yield ReadingFolder(path)

    def folders_of(self, owner: str) -> Iterator[ReadingFolder]:
        """The readings of one owner, where owners are apart."""
        for path in self._path.glob(f"{hashed(owner)}/*"):
            if path.is_dir() and not path.name.startswith(UNSEEN):
                yield ReadingFolder(path)

    def unseen(self) -> Iterator[Path]:
        """The folders that are being made or deleted, or were left so when the site was stopped."""
        yield from self._path.glob(f"*/{UNSEEN}*" if self.apart else f"{UNSEEN}*")

    @property
    def _path(self) -> Path:
        return Path(settings.ONEPLAN_DATA) / self.name


VISITORS = Room("readings", "ONEPLAN_READING_KEPT_SECONDS", "ONEPLAN_READINGS_KEPT", apart=False)
IMPORTS = Room("imports", "ONEPLAN_IMPORT_KEPT_SECONDS", "ONEPLAN_IMPORTS_KEPT", apart=True)
ROOMS = (VISITORS, IMPORTS)


def hashed(owner: str) -> str:
    """What is kept of an owner's token or name."""
    return sha256(owner.encode()).hexdigest()


def _private(path: Path) -> Path:
    """A folder that only this site's user can open."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.chmod(0o700)
    return path
