"""What a format notices while reading: each kind counted once for the file, with its first place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from oneplan.vocabulary.findings import Finding, Severity, Source

_QUOTED = 5
_QUOTE_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Notice:
    """A kind of thing to notice. ``one`` and ``many`` say it ("a picture was", "{} pictures were")."""

    rule: str
    severity: Severity
    one: str
    many: str
    fix: str


@dataclass(slots=True)
class Noticed:
    """Things seen so far."""

    _counts: Counter[str] = field(default_factory=Counter)
    _first: dict[str, Source] = field(default_factory=dict)
    _quotes: dict[str, list[str]] = field(default_factory=dict)

    def see(self, rule: str, source: Source, quote: str = "") -> None:
        """Count one thing of the kind that ``rule`` names."""
        self._counts[rule] += 1
        self._first.setdefault(rule, source)
        if quote:
            quotes = self._quotes.setdefault(rule, [])
            if len(quotes) < _QUOTED:
                quotes.append(quote[:_QUOTE_LENGTH])

    def findings(self, notices: Iterable[Notice]) -> list[Finding]:
        """One finding for each kind that was seen, in the order of the notices."""
        return [
            self._finding(notice, self._counts[notice.rule])
            for notice in notices
            if self._counts[notice.rule]
        ]

    def _finding(self, notice: Notice, count: int) -> Finding:
        source = self._first[notice.rule]
        said = notice.one if count == 1 else notice.many.format(count)
        place = source.in_words()
        if place:
            said += f" ({'' if count == 1 else 'first at '}{place})"
        return Finding(
            rule=notice.rule,
            severity=notice.severity,
            message=f"{said[0].upper()}{said[1:]}.",
            quotes=tuple(self._quotes.get(notice.rule, ())),
            fix=notice.fix,
            source=source,
        )
