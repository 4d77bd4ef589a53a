"""What the red pen found of a plan, and what people said of it: accepted, and given to somebody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from oneplan.document.lint.acceptances import (
    Acceptance,
    judged,
    read_acceptances,
    stale,
)
from oneplan.vocabulary.findings import Finding


@dataclass(frozen=True, slots=True)
class Acceptances:
    """A file of accepted findings as it was read: its entries, and what is wrong with it."""

    file: str
    entries: list[Acceptance]
    faults: list[Finding]

    @classmethod
    def read(cls, data: bytes, file: str) -> Acceptances:
        """The file's acceptances; never raises."""
        return cls(file, *read_acceptances(data, file))

    def noticed(self, findings: list[Finding]) -> list[Finding]:
        """What could not be read of the file, and what in it is no longer needed."""
        return [*self.faults, *stale(findings, self.entries, self.file)]


@dataclass(frozen=True, slots=True)
class Said:
    """The findings that are open, those that were accepted, and what is wrong with the acceptances."""

    open: list[Finding]
    accepted: list[tuple[Finding, Acceptance]]
    noticed: list[Finding]

    @classmethod
    def of(cls, findings: list[Finding], told: Acceptances | None) -> Said:
        """The findings, parted by what people told of them."""
        if told is None:
            return cls(findings, [], [])
        parted = judged(findings, told.entries)
        return cls(parted.open, parted.accepted, told.noticed(findings))


class Receiver(Protocol):
    """Whom a finding was given to, by number and name."""

    @property
    def person(self) -> int:
        """The person's number."""

    @property
    def name(self) -> str:
        """What they are called."""
