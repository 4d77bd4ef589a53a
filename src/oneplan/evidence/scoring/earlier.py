"""Results that are there already: which of them still hold, and where they stand in the file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from oneplan.evidence.scoring.joining import Piece

_NOTE = "oneplan.results"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Part:
    """Indicators that were scored together: their fingerprints, and their row groups in the file."""

    marks: Mapping[str, str]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Earlier:
    """The parts of a file of results; none where there is no such file."""

    file: Path
    parts: tuple[Part, ...] = ()

    def indicators(self) -> list[list[str]]:
        """The indicators of each part."""
        return [sorted(part.marks) for part in self.parts]

    def piece(self, wanted: Mapping[str, str]) -> Piece | None:
        """Where exactly these results stand in the file, None where they do not."""
        for part in self.parts:
            if part.marks == wanted:
                return Piece(self.file, part.first, part.last)
        return None

    def is_all_of(self, pieces: Sequence[Piece]) -> bool:
        """Whether the pieces are the file's own parts, every one and in their order."""
        own = [Piece(self.file, part.first, part.last) for part in self.parts]
        return own == list(pieces)

    def unchanged(self, wanted: Mapping[str, str]) -> set[str]:
        """Those of the indicators whose results in the file still hold."""
        held = {(code, mark) for part in self.parts for code, mark in part.marks.items()}
        return {code for code, mark in wanted.items() if (code, mark) in held}


def earlier_results(file: Path) -> Earlier:
    """The results that a file holds with their fingerprints; none where it holds none of ours."""
    try:
        noted = (pq.read_metadata(file).metadata or {}).get(_NOTE.encode())
        said = json.loads(noted) if noted else {}
        if said.get("version") != _VERSION:
            return Earlier(file)
        parts, first = [], 0
        for part in said["parts"]:
            last = first + int(part["row_groups"])
            parts.append(Part(part["indicators"], first, last))
            first = last
    except (OSError, pa.ArrowInvalid, ValueError, KeyError, TypeError):
        return Earlier(file)
    return Earlier(file, tuple(parts))


def notes_of(marks: Sequence[Mapping[str, str]], counts: Sequence[int]) -> dict[str, str]:
    """What a file of results says of its parts in its metadata."""
    parts = [
        {"row_groups": count, "indicators": dict(part)}
        for part, count in zip(marks, counts, strict=True)
    ]
    return {_NOTE: json.dumps({"version": _VERSION, "parts": parts}, separators=(",", ":"))}
