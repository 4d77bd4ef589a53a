"""What was fetched before, kept beside the store, so that only what is new is fetched again."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from oneplan.evidence.observations.durable import write_durably
from oneplan.exchange.connectors.transport import Marks

_NAME = "fetched.json"


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Remembered(_Record):
    """When something was fetched, its marks, the digest of what came and the release it became."""

    at: AwareDatetime
    release: str
    digest: str
    version: str | None = None
    etag: str | None = None
    modified: str | None = None

    def marks(self) -> Marks:
        """The marks to ask with."""
        return Marks(self.version, self.etag, self.modified)

    def with_marks(self, marks: Marks) -> Remembered:
        """The same with the marks of a later answer that said nothing new; unsaid ones stay."""
        newer = {name: mark for name, mark in asdict(marks).items() if mark is not None}
        return self.model_copy(update=newer)


class Memory(_Record):
    """What was fetched into a store, by what it was asked for."""

    version: Literal[1] = 1
    fetched: dict[str, Remembered] = {}

    def with_one(self, key: str, one: Remembered) -> Memory:
        """The memory after one more thing was fetched."""
        return Memory(fetched={**self.fetched, key: one})


def remembered(data: bytes, marks: Marks, release: str, at: datetime) -> Remembered:
    """What is to be remembered of something that was fetched and became a release."""
    return Remembered(at=at, release=release, digest=digest_of(data), **asdict(marks))


def digest_of(data: bytes) -> str:
    """What tells one content from another."""
    return blake2b(data, digest_size=16).hexdigest()


def load_memory(folder: Path) -> Memory:
    """What is remembered of a store; nothing where that cannot be read, for it can be fetched again."""
    try:
        return Memory.model_validate_json((folder / _NAME).read_bytes())
    except (OSError, ValidationError):
        return Memory()


def save_memory(folder: Path, memory: Memory) -> None:
    """Puts the memory in the place of the last one, in one step."""
    write_durably(folder / _NAME, memory.model_dump_json(indent=1).encode())
