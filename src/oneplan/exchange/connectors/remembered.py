"""What was fetched before, kept beside the store, so that only what is new is fetched again."""

from __future__ import annotations

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


class Memory(_Record):
    """What was fetched into a store, by what it was asked for."""

    version: Literal[1] = 1
    fetched: dict[str, Remembered] = {}

    def with_one(self, key: str, data: bytes, marks: Marks, release: str, at: datetime) -> Memory:
        """The memory after one more thing was fetched."""
        one = Remembered(
            at=at,
            release=release,
            digest=digest_of(data),
            version=marks.version,
            etag=marks.etag,
            modified=marks.modified,
        )
        return Memory(fetched={**self.fetched, key: one})


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
