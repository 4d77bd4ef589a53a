"""Definitions × observations × benchmarks → results: only what changed is scored again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from oneplan.evidence.observations.durable import only_writer
from oneplan.evidence.scoring.asked import Asked, CannotScore, Progress
from oneplan.evidence.scoring.chunks import chunks_of
from oneplan.evidence.scoring.computation import RESULTS, computation
from oneplan.evidence.scoring.earlier import Earlier, earlier_results, merged, notes_of
from oneplan.evidence.scoring.engine import Engine, EngineFailed
from oneplan.evidence.scoring.fingerprints import fingerprint_of_chunk, fingerprints_of
from oneplan.evidence.scoring.joining import NotJoinable, Piece, joined, row_groups
from oneplan.evidence.scoring.observed import Held, Observed
from oneplan.evidence.scoring.small_tables import (
    Keys,
    areas_table,
    breaks_table,
    exact_limits_table,
    groups_table,
    indicators_table,
    labels_table,
    neighbours_table,
    periods_table,
)
from oneplan.evidence.statistics.rate import EXACT_BELOW


@dataclass(frozen=True, slots=True)
class Scored:
    """How many indicators the results hold, and how many of them had to be scored anew."""

    indicators: int
    anew: int
    unread_periods: tuple[str, ...]


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
            with closing(engine_in(folder)) as engine:
                scored = _Run(observed, asked, engine, output, folder).scored(progress)
            _swept(folder)
    except OSError as error:
        reason = error.strerror or "the place is not there"
        raise CannotScore(
            f"{output} cannot be written: {reason}.", "Choose another place, or make space."
        ) from error
    except EngineFailed as error:
        raise CannotScore(
            f"The engine gave up: {error}.", "Look whether the files are whole and there is space."
        ) from error
    _removed(folder)
    return scored


class _Run:
    def __init__(
        self, observed: Observed, asked: Asked, engine: Engine, output: Path, folder: Path
    ) -> None:
        self._observed, self._asked, self._engine = observed, asked, engine
        self._output, self._folder = output, folder

    def scored(self, progress: Progress) -> Scored:
        """Scores what is not yet scored, and puts the results in their place."""
        held = self._observed.open(self._engine)
        if not held:
            raise CannotScore("There are no observations.", "Add some, or name another file.")
        keys = self._keys(held)
        earlier = earlier_results(self._output)
        marks = fingerprints_of(held, self._asked, self._engine.name)
        chunks = chunks_of({code: held[code].rows for code in held}, earlier.indicators())
        self._hand_in(keys)
        pieces: list[Piece] = []
        anew = done = 0
        for chunk in chunks:
            progress(done, len(held))
            wanted = {code: marks[code] for code in chunk}
            piece = earlier.piece(wanted)
            if piece is None:
                part = self._folder / f"{fingerprint_of_chunk(wanted)}.parquet"
                if not part.exists():
                    anew += self._make(part, wanted, held, keys, earlier)
                piece = Piece(part, 0, row_groups(part))
            pieces.append(piece)
            done += len(chunk)
        self._put_together(pieces, [{code: marks[code] for code in chunk} for chunk in chunks])
        progress(done, len(held))
        return Scored(len(held), anew, self._unread(keys))

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

    def _unread(self, keys: Keys) -> tuple[str, ...]:
        return tuple(label for label in keys.periods if not self._asked.read_period(label, None))

    def _hand_in(self, keys: Keys) -> None:
        benchmarks = self._asked.benchmarks
        self._engine.table("periods", periods_table(keys, self._asked.read_period))
        self._engine.table("labels", labels_table(keys))
        self._engine.table("groups", groups_table(keys))
        self._engine.table("areas", areas_table(keys, benchmarks))
        self._engine.table("neighbours", neighbours_table(keys, benchmarks))

    def _make(
        self,
        part: Path,
        wanted: dict[str, str],
        held: dict[str, Held],
        keys: Keys,
        earlier: Earlier,
    ) -> int:
        """Writes a part, of what is scored anew and what is taken over; how many are scored."""
        kept = earlier.unchanged(wanted)
        changed = [code for code in wanted if code not in kept]
        unfinished = part.with_name(f".{part.name}.part")
        if changed:
            self._score(changed, held, keys)
            self._engine.write(RESULTS, unfinished)
        if kept:
            merged(earlier, kept, unfinished if changed else None, unfinished)
        unfinished.replace(part)
        return len(changed)

    def _score(self, codes: Sequence[str], held: dict[str, Held], keys: Keys) -> None:
        contested = any(held[code].contested for code in codes)
        definitions = self._asked.definitions
        self._engine.table("indicators", indicators_table(codes, keys, definitions))
        self._engine.table("breaks", breaks_table(codes, keys, definitions))
        self._engine.step(self._observed.step(codes))
        self._engine.table("exact_limits", exact_limits_table(self._fractions()))
        for step in computation(self._asked.parts, contested):
            self._engine.step(step)
        if not contested:
            self._check_once(codes)

    def _check_once(self, codes: Sequence[str]) -> None:
        twice = self._engine.rows("SELECT count(*) - count(DISTINCT cell) FROM estimated")[0][0]
        if not twice:
            return
        row = self._engine.rows(
            "SELECT min(d.indicator), min(r.area), min(l.period), e.cell FROM estimated e"
            " JOIN indicators d ON d.i = e.i JOIN areas r ON r.a = e.a JOIN labels l ON l.p = e.p"
            " GROUP BY e.cell HAVING count(*) > 1 ORDER BY e.cell LIMIT 1"
        )[0]
        raise CannotScore(
            f"{twice} of the observations of {codes[0]} to {codes[-1]} stand twice, the first is"
            f" {row[0]}, {row[1]}, {row[2]}.",
            "Keep one of each, or name the group that tells them apart.",
        )

    def _fractions(self) -> list[float]:
        """The fractions of events for which exact limits are needed."""
        found = self._engine.rows(
            "SELECT DISTINCT numerator FROM observations"
            f" WHERE numerator > 0 AND numerator < {EXACT_BELOW} AND numerator <> floor(numerator)"
        )
        return [float(str(row[0])) for row in found]

    def _put_together(self, pieces: list[Piece], marks: list[dict[str, str]]) -> None:
        unfinished = self._folder / f".{self._output.name}.part"
        counts = [(piece.last or 0) - piece.first for piece in pieces]
        try:
            joined(pieces, unfinished, notes_of(marks, counts))
        except NotJoinable as error:
            raise CannotScore(
                f"A part of the results is damaged: {error}",
                f"Delete {self._folder}; run it again.",
            ) from error
        unfinished.replace(self._output)


def _swept(folder: Path) -> None:
    for left in (*folder.glob("*.parquet"), *folder.glob(".*.part")):
        with suppress(OSError):
            left.unlink()


def _removed(folder: Path) -> None:
    """Takes the folder away, where no other process works in it."""
    with suppress(OSError):
        for left in folder.iterdir():
            left.unlink()
        folder.rmdir()
