"""Definitions × observations × benchmarks → results: only what changed is scored again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

from oneplan.evidence.observations.durable import only_writer
from oneplan.evidence.scoring.asked import Asked, CannotScore, Progress
from oneplan.evidence.scoring.borrowing import Borrowed, borrowed_counts, with_lenders
from oneplan.evidence.scoring.chunks import chunks_of
from oneplan.evidence.scoring.computation import RESULTS
from oneplan.evidence.scoring.earlier import earlier_results, notes_of
from oneplan.evidence.scoring.engine import Engine, EngineFailed
from oneplan.evidence.scoring.fingerprints import fingerprint_of_chunk, fingerprints_of
from oneplan.evidence.scoring.joining import NotJoinable, Piece, joined, row_groups
from oneplan.evidence.scoring.making import Making
from oneplan.evidence.scoring.observed import Held, Observed
from oneplan.evidence.scoring.settling import Repeated, findings_of
from oneplan.evidence.scoring.side_by_side import worked_off
from oneplan.evidence.scoring.small_tables import Keys
from oneplan.evidence.scoring.splicing import spliced
from oneplan.vocabulary.findings import Finding

_DIVIDED = "divided"


@dataclass(frozen=True, slots=True)
class Scored:
    """How many indicators the results hold, how many of them had to be scored anew, and what was
    found of the observations on the way."""

    indicators: int
    anew: int
    unread_periods: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


def score(
    observed: Observed,
    asked: Asked,
    engine_in: Callable[[Path], Engine],
    output: Path,
    progress: Progress,
) -> Scored:
    """Writes the results of all that is observed; what the file holds already is not scored again.

    Finished parts are kept beside the file until all are done: stopped at any moment, the same call
    goes on where it was.

    Raises:
        CannotScore: the observations or the place of the results cannot be used.
    """
    if output.is_dir():
        raise CannotScore(f"{output} is a folder.", "Name a file in it.")
    folder = output.with_name(f".{output.name}.parts")
    try:
        folder.mkdir(exist_ok=True)
        with only_writer(folder):
            folder.mkdir(exist_ok=True)  # another run may have taken it away when it was done
            return _scored(observed, asked, engine_in, output, folder, progress)
    except OSError as error:
        reason = error.strerror or "the place is not there"
        raise CannotScore(
            f"{output} cannot be written: {reason}.", "Choose another place, or make space."
        ) from error
    except EngineFailed as error:
        raise CannotScore(
            f"The engine gave up: {error}.", "Look whether the files are whole and there is space."
        ) from error


def _scored(
    observed: Observed,
    asked: Asked,
    engine_in: Callable[[Path], Engine],
    output: Path,
    folder: Path,
    progress: Progress,
) -> Scored:
    try:
        with closing(engine_in(folder)) as engine:
            scored = _Run(observed, asked, engine, output, folder).scored(progress)
        for part in _finished(folder):
            part.unlink()
    finally:
        rmtree(folder / _DIVIDED, ignore_errors=True)
        if not _finished(folder):
            rmtree(folder, ignore_errors=True)
    return scored


def _finished(folder: Path) -> list[Path]:
    """The parts that another run can go on from."""
    return [*folder.glob("*.parquet")]


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Indicators with their fingerprints, and where their results stand already, if they do."""

    marks: dict[str, str]
    changed: tuple[str, ...]
    piece: Piece | None


class _Run:
    def __init__(
        self, observed: Observed, asked: Asked, engine: Engine, output: Path, folder: Path
    ) -> None:
        self._observed, self._asked, self._engine = observed, asked, engine
        self._output, self._folder = output, folder
        self._earlier = earlier_results(output)

    def scored(self, progress: Progress) -> Scored:
        """Scores what is not yet scored, and puts the results in their place."""
        held = self._observed.open(self._engine)
        if not held:
            raise CannotScore("There are no observations.", "Add some, or name another file.")
        borrowed = borrowed_counts(held, self._asked.definitions)
        chunks = self._chunks(held, borrowed)
        waiting = [chunk.changed for chunk in chunks if chunk.changed]
        making = self._making(held, waiting, borrowed) if waiting else None

        def made(engine: Engine, chunk: _Chunk) -> tuple[Piece, Repeated]:
            repeated = Repeated()
            if making and chunk.changed:
                lent = with_lenders(chunk.changed, borrowed)
                contested = any(held[code].contested for code in lent)
                repeated = making.make(engine, chunk.changed, contested)
            return chunk.piece or self._piece(engine, chunk), repeated

        pieces: list[Piece] = []
        repeated, done = Repeated(), 0
        progress(done, len(held))
        engines = self._engine.side_by_side(len(waiting))
        with closing(worked_off(chunks, engines, made)) as parts:
            for chunk, (piece, again) in zip(chunks, parts, strict=True):
                pieces.append(piece)
                repeated = repeated.with_more(again)
                done += len(chunk.marks)
                progress(done, len(held))
        self._put_together(pieces, chunks)
        unread = making.unread_periods() if making else ()
        return Scored(len(held), sum(map(len, waiting)), unread, findings_of(repeated))

    def _making(
        self, held: dict[str, Held], waiting: list[tuple[str, ...]], borrowed: Borrowed
    ) -> Making:
        keys = self._keys(held)
        folder = self._folder / _DIVIDED
        rmtree(folder, ignore_errors=True)
        self._observed.divide(
            [with_lenders(codes, borrowed) for codes in waiting], self._engine, folder
        )
        return Making(self._observed, self._asked, self._engine, keys, borrowed)

    def _chunks(self, held: dict[str, Held], borrowed: Borrowed) -> list[_Chunk]:
        marks = fingerprints_of(held, self._asked, self._engine.name, borrowed)
        rows = {code: found.rows for code, found in held.items()}
        chunks = chunks_of(rows, self._engine.rows_together, self._earlier.indicators())
        return [self._chunk({code: marks[code] for code in chunk}) for chunk in chunks]

    def _chunk(self, marks: dict[str, str]) -> _Chunk:
        part = self._part(marks)
        piece = self._earlier.piece(marks)
        if piece is None and part.exists():
            piece = Piece(part, 0, row_groups(part))
        kept = marks.keys() if piece else self._earlier.unchanged(marks)
        return _Chunk(marks, tuple(code for code in marks if code not in kept), piece)

    def _part(self, marks: dict[str, str]) -> Path:
        return self._folder / f"{fingerprint_of_chunk(marks)}.parquet"

    def _keys(self, held: dict[str, Held]) -> Keys:
        distinct = {
            key: [
                str(row[0]) for row in self._engine.rows(f"SELECT DISTINCT {key} FROM observations")
            ]
            for key in ("area", "period", "member")
        }
        return Keys(
            sorted(held),
            sorted(distinct["member"]),
            sorted(distinct["period"], key=self._when),
            sorted(distinct["area"]),
        )

    def _when(self, label: str) -> tuple[str, str]:
        period = self._asked.read_period(label, None)
        return (period.start.isoformat() if period else "", label)

    def _piece(self, engine: Engine, chunk: _Chunk) -> Piece:
        """Writes a part, of what is scored anew and what is taken over."""
        part = self._part(chunk.marks)
        unfinished, scored = (part.with_name(f".{part.name}.{end}") for end in ("part", "new"))
        kept = chunk.marks.keys() - set(chunk.changed)
        if chunk.changed:
            engine.write(RESULTS, scored if kept else unfinished)
        if kept:
            anew = scored if chunk.changed else None
            spliced(self._earlier, kept, chunk.changed, anew, unfinished)
        unfinished.replace(part)
        return Piece(part, 0, row_groups(part))

    def _put_together(self, pieces: list[Piece], chunks: list[_Chunk]) -> None:
        if self._earlier.is_all_of(pieces):
            return
        unfinished = self._folder / f".{self._output.name}.part"
        counts = [(piece.last or 0) - piece.first for piece in pieces]
        try:
            joined(pieces, unfinished, notes_of([chunk.marks for chunk in chunks], counts))
        except NotJoinable as error:
            raise CannotScore(
                f"A part of the results is damaged: {error}",
                f"Delete {self._folder} and {self._output}; run it again.",
            ) from error
        unfinished.replace(self._output)
