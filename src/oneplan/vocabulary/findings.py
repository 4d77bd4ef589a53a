"""What a person can put right: the finding, its severity and its place in the source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Literal

from pydantic import BaseModel, ConfigDict

Severity = Literal["error", "warning", "info"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Source:
    """A place in the file that was read. Lines, tables, rows, columns and pages count from one."""

    file: str | None = None
    page: int | None = None
    sheet: str | None = None
    line: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None

    def in_words(self) -> str:
        """The place as a person would say it, "table 4, row 7"; empty where nothing is known."""
        parts = []
        if self.sheet is not None:
            parts.append(f"sheet “{self.sheet}”")
        for name in ("page", "line", "table", "row", "column"):
            number = getattr(self, name)
            if number is not None:
                parts.append(f"{name} {number}")
        return ", ".join(parts)


class Finding(BaseModel):
    """One thing that a person can put right, whatever produced it.

    ``where`` names the action by its reference or the element by its title; ``quotes`` are the words
    of the source that the finding is about; ``fix`` says what to do. The fingerprint is given by
    :func:`fingerprinted` and survives edits elsewhere in the document.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str
    severity: Severity
    message: str
    where: str | None = None
    quotes: tuple[str, ...] = ()
    fix: str | None = None
    source: Source | None = None
    subject: str | None = None
    """The id of the element, action or measure that the finding is about."""
    fingerprint: str | None = None


_NOT_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=32768)
def _mark(*parts: str) -> str:
    plain = "\x1f".join(_NOT_WORD.sub(" ", part.casefold()).strip() for part in parts)
    return blake2b(plain.encode(), digest_size=6).hexdigest()


def fingerprinted(findings: Iterable[Finding]) -> list[Finding]:
    """The findings with a fingerprint each, made of the rule, where and the quoted words.

    Case, spacing and punctuation do not count. Findings alike in all three are numbered in order.
    """
    return Fingerprinted().of(findings)


class Fingerprinted:
    """Findings with their fingerprints, as :func:`fingerprinted` gives them, one reading after another.

    A finding that is the same object as the last time is given back as the same object, too.
    """

    def __init__(self) -> None:
        self._marked: dict[int, tuple[Finding, str, Finding]] = {}

    def of(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings with a fingerprint each."""
        seen: Counter[str] = Counter()
        now: list[tuple[Finding, str, Finding]] = []
        for finding in findings:
            held = self._marked.get(id(finding))
            mark = held[1] if held else _mark(finding.rule, finding.where or "", *finding.quotes)
            seen[mark] += 1
            fingerprint = f"{mark}-{seen[mark]}" if seen[mark] > 1 else mark
            if held is None or held[2].fingerprint != fingerprint:
                held = finding, mark, finding.model_copy(update={"fingerprint": fingerprint})
            now.append(held)
        self._marked = {id(held[0]): held for held in now}
        return [marked for _, _, marked in now]


def worst(findings: Sequence[Finding]) -> Severity | None:
    """The gravest severity among the findings, None where there are none."""
    present = {finding.severity for finding in findings}
    return next((severity for severity in SEVERITIES if severity in present), None)
