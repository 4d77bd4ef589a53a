"""What was published before, with the counts behind it: a memory that is itself not for showing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pydantic import AwareDatetime, BaseModel, ConfigDict

from oneplan.evidence.disclosure.counted import Key, Structure
from oneplan.evidence.disclosure.facts import Fact
from oneplan.evidence.disclosure.rule import Range


class Record(BaseModel):
    """Something that is kept and not cleared to be shown, so that it tells nothing when printed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: not cleared to be shown>"

    __str__ = __repr__


class PublishedCell(Record):
    """A cell of a published table: its true count, whether it was shown, and what that told."""

    key: Key
    count: int | None
    shown: bool
    if_shown: Range
    if_withheld: Range
    if_reason_known: Range
    protected: bool


class Publication(Record):
    """A table that was published: which counts were shown and which withheld."""

    title: str
    release: str
    rule: str
    at: AwareDatetime | None = None
    cells: tuple[PublishedCell, ...]
    parts: dict[str, dict[str, tuple[str, ...]]] = {}
    spans: dict[str, dict[str, tuple[float, float | None]]] = {}
    apart: tuple[str, ...] = ()
    overlap: tuple[str, ...] = ()
    everyone: dict[str, tuple[str, ...]] = {}

    def facts(self) -> list[Fact]:
        """The facts that are known since."""
        return [_fact(self.release, cell) for cell in self.cells]

    def structure(self) -> Structure:
        """How the members of its dimensions lie within each other."""
        spans = {
            name: {
                m: (low, float("inf") if high is None else high) for m, (low, high) in of.items()
            }
            for name, of in self.spans.items()
        }
        return Structure(
            self.parts, spans, frozenset(self.apart), frozenset(self.overlap), self.everyone
        )

    def says_the_same(self, other: Publication) -> bool:
        """Whether the other tells nothing that this one does not."""
        mine = {cell.key: cell.shown for cell in self.cells}
        same = self.release == other.release and self.structure() == other.structure()
        return same and all(mine.get(cell.key) == cell.shown for cell in other.cells)


def published(
    title: str, release: str, rule: str, facts: Iterable[Fact], structure: Structure
) -> Publication:
    """The memory of a table, once its facts are decided."""
    return Publication(
        title=title,
        release=release,
        rule=rule,
        cells=tuple(_cell(fact) for fact in sorted(facts, key=lambda fact: fact.key)),
        parts={name: {w: tuple(p) for w, p in of.items()} for name, of in structure.parts.items()},
        spans={
            name: {
                m: (low, None if high == float("inf") else high) for m, (low, high) in of.items()
            }
            for name, of in structure.spans.items()
        },
        apart=tuple(sorted(structure.apart)),
        overlap=tuple(sorted(structure.overlap)),
        everyone={name: tuple(sorted(members)) for name, members in structure.everyone.items()},
    )


def together(structures: Sequence[Structure]) -> Structure:
    """All that the structures say, the later where two say something of the same member."""
    parts: dict[str, dict[str, Sequence[str]]] = {}
    spans: dict[str, dict[str, tuple[float, float]]] = {}
    everyone: dict[str, set[str]] = {}
    for one in structures:
        for name, whole in one.everyone.items():
            everyone.setdefault(name, set()).update(whole)
        for name, wholes in one.parts.items():
            parts.setdefault(name, {}).update(wholes)
        for name, members in one.spans.items():
            spans.setdefault(name, {}).update(members)
    return Structure(
        parts,
        spans,
        frozenset().union(*(one.apart for one in structures)),
        frozenset().union(*(one.overlap for one in structures)),
        {name: tuple(sorted(whole)) for name, whole in everyone.items()},
    )


def _fact(release: str, cell: PublishedCell) -> Fact:
    return Fact(
        release=release,
        key=cell.key,
        count=cell.count,
        state="shown" if cell.shown else "withheld",
        reason="earlier" if cell.protected and not cell.shown else "",
        if_shown=cell.if_shown,
        if_withheld=cell.if_withheld,
        if_reason_known=cell.if_reason_known,
    )


def _cell(fact: Fact) -> PublishedCell:
    return PublishedCell(
        key=fact.key,
        count=fact.count,
        shown=fact.state == "shown",
        if_shown=fact.if_shown,
        if_withheld=fact.if_withheld,
        if_reason_known=fact.if_reason_known,
        protected=fact.reason != "",
    )
