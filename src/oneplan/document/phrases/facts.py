"""What a sentence says of a measure: its baselines, targets and changes, and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass, field

from oneplan.document.phrases.chunks import Chunk
from oneplan.document.phrases.periods import PeriodFound


@dataclass(slots=True)
class Fact:
    """A baseline, target or change that a sentence states, with the tokens it stands in.

    ``sign`` is the direction of a change; ``change`` the change that leads to a target; ``cue`` the
    word that gave a number its part ("from", "to" …), None where its place alone did; ``recurs`` that
    a change comes again every so often.
    """

    role: str
    first: int
    after: int
    value: float | None = None
    unit: str | None = None
    period: PeriodFound | None = None
    relation: str | None = None
    comparator: str | None = None
    sign: str | None = None
    to_be_set: bool = False
    change: Fact | None = None
    cue: str | None = None
    recurs: bool = False


@dataclass(slots=True)
class Reading:
    """What the chunks of a text say together; ``unclaimed`` are the periods that date no fact.

    ``gap_to`` is the comparator to which the text measures a gap.
    """

    facts: list[Fact] = field(default_factory=list)
    changes: list[Chunk] = field(default_factory=list)
    heads: list[Chunk] = field(default_factory=list)
    unclaimed: list[Chunk] = field(default_factory=list)
    gap_to: str | None = None
