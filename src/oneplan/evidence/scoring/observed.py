"""What is to be scored: a tidy file or a store, and what it holds at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

import pyarrow as pa

from oneplan.evidence.observations.schema import STATUSES
from oneplan.evidence.scoring.asked import CannotScore
from oneplan.evidence.scoring.door import (
    READ,
    columns_of,
    of_release,
    of_tidy,
    words_for_figures,
)
from oneplan.evidence.scoring.engine import Engine
from oneplan.evidence.scoring.scattered import is_scattered
from oneplan.evidence.scoring.step import Step

_BLOCK = 1 << 22


@dataclass(frozen=True, slots=True)
class Held:
    """How many rows speak of an indicator, whether several may speak of one cell, and where from.

    ``origin`` changes whenever the rows may have changed.
    """

    rows: int
    contested: bool
    origin: str


class Observed(Protocol):
    """Observations that an engine can read."""

    in_order: bool
    """Whether they come by indicator, group, period and area, or nearly so."""

    def open(self, engine: Engine) -> dict[str, Held]:
        """Makes the files known to an engine; what they hold of each indicator.

        Raises:
            CannotScore: the files cannot be scored.
        """

    def divide(self, chunks: Sequence[Sequence[str]], engine: Engine, folder: Path) -> None:
        """Makes each of the chunks quick to read, where the files have them scattered."""

    def step(self, indicators: Sequence[str] = ()) -> Step:
        """The relation ``observations`` of the indicators of a chunk, or of all."""


@dataclass(slots=True)
class TidyFile:
    """A tidy Parquet file."""

    file: Path
    columns: dict[str, pa.DataType] = field(default_factory=dict)
    views: dict[str, str] = field(default_factory=dict)
    in_order: bool = True

    def open(self, engine: Engine) -> dict[str, Held]:
        """Makes the file known to an engine; what it holds of each indicator."""
        self.columns = columns_of(self.file)
        engine.read("given", self.file)
        engine.step(self.step())
        self._check(engine)
        origin = _digest(self.file)
        found = engine.rows("SELECT indicator, count(*) FROM observations GROUP BY indicator")
        return {str(code): Held(int(str(rows)), False, origin) for code, rows in found}

    def divide(self, chunks: Sequence[Sequence[str]], engine: Engine, folder: Path) -> None:
        """Writes a file a chunk, where reading the chunks would read everything several times."""
        if not is_scattered(self.file, chunks):
            return
        self.in_order = False
        rows = [(code, number) for number, chunk in enumerate(chunks) for code in chunk]
        codes, numbers = zip(*rows, strict=True)
        engine.table("chunk_of", pa.table({"indicator": codes, "chunk": numbers}))
        read = {name.casefold(): f'g."{name}"' for name in self.columns if name.casefold() in READ}
        engine.divide(
            f"SELECT {', '.join(read.values())}, c.chunk"
            f" FROM given g JOIN chunk_of c ON c.indicator = {read['indicator']}",
            "chunk",
            folder,
        )
        for number, chunk in enumerate(chunks):
            engine.read(f"given_{number}", folder / f"chunk={number}" / "*.parquet")
            self.views.update(dict.fromkeys(chunk, f"given_{number}"))

    def step(self, indicators: Sequence[str] = ()) -> Step:
        """The relation ``observations`` of the indicators of a chunk, or of all."""
        view = self.views.get(indicators[0], "given") if indicators else "given"
        return _observations(of_tidy(view, self.columns, self.file), indicators)

    def _check(self, engine: Engine) -> None:
        keys = ("indicator", "area", "period")
        counted = ", ".join(f"count(*) - count({key})" for key in keys)
        lacking = engine.rows(f"SELECT {counted} FROM observations")[0]
        for key, many in zip(keys, lacking, strict=True):
            if many:
                raise CannotScore(
                    f"{many} observations of {self.file} have no {key}.",
                    "Give each of them one, or take them out.",
                )
        said = {str(row[0]) for row in engine.rows("SELECT DISTINCT status FROM observations")}
        if said - set(STATUSES):
            raise CannotScore(
                f"{self.file} has a status {sorted(said - set(STATUSES))[0]!r}.",
                f"There are {', '.join(STATUSES)}.",
            )
        for column in words_for_figures(self.columns):
            self._check_figures(column, engine)

    def _check_figures(self, column: str, engine: Engine) -> None:
        name = '"' + column.replace('"', '""') + '"'
        words = engine.rows(
            f"SELECT {name} FROM given WHERE trim({name}) <> ''"
            f" AND TRY_CAST({name} AS DOUBLE) IS NULL LIMIT 1"
        )
        if words:
            raise CannotScore(
                f"The column {column} of {self.file} holds {words[0][0]!r}, which is no number.",
                "Bring it in by `oneplan observations add`, which reads such symbols.",
            )


@dataclass(slots=True)
class Releases:
    """The files of a store's releases, the newest last."""

    files: Sequence[Path]
    in_order: bool = True

    def open(self, engine: Engine) -> dict[str, Held]:
        """Makes the releases known to an engine; what they hold of each indicator."""
        for place, file in enumerate(self.files):
            columns_of(file)
            engine.read(f"release_{place}", file)
        engine.step(self.step())
        rows: dict[str, int] = {}
        mixed: dict[str, bool] = {}
        origins: dict[str, list[str]] = {}
        for place, file in enumerate(self.files):
            found = engine.rows(
                "SELECT indicator, count(*), min(revision) <> max(revision)"
                f" FROM release_{place} GROUP BY indicator"
            )
            for code, count, several in found:
                key = str(code)
                mixed[key] = key in rows or bool(several)
                rows[key] = rows.get(key, 0) + int(str(count))
                origins.setdefault(key, []).append(file.stem)
        return {code: Held(rows[code], mixed[code], " ".join(origins[code])) for code in rows}

    def divide(self, chunks: Sequence[Sequence[str]], engine: Engine, folder: Path) -> None:
        """Does nothing: releases are sorted by indicator."""

    def step(self, indicators: Sequence[str] = ()) -> Step:
        """The relation ``observations`` of the indicators of a chunk, or of all."""
        queries = [of_release(f"release_{place}", place) for place in range(len(self.files))]
        return _observations(" UNION ALL ".join(queries), indicators)


def _observations(query: str, indicators: Sequence[str]) -> Step:
    if indicators:
        first, last = (_text(code) for code in (min(indicators), max(indicators)))
        query = f"SELECT * FROM ({query}) AS held WHERE indicator BETWEEN {first} AND {last}"
    return Step("observations", query, kept=False)


def _text(code: str) -> str:
    return "'" + code.replace("'", "''") + "'"


def _digest(file: Path) -> str:
    digest = blake2b(digest_size=16)
    with file.open("rb") as opened:
        while block := opened.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
