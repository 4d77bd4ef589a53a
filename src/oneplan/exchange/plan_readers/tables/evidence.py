"""What the cells under a header speak for, where its words do not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from oneplan.document.phrases.names import looks_like_post
from oneplan.exchange.plan_readers.tables.roles import Role
from oneplan.exchange.plan_readers.tables.status import known_status

LOOKED_AT = 60
"""Cells of a column that are looked at."""
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DATE = re.compile(
    rf"(?:by\s+|end\s+(?:of\s+)?)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:(?:{_MONTHS})[a-z]*\.?[\s,'’-]*)"
    r"(?:\d{4}|\d\d)?\.?|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d(?:-\d\d)?.*"
    r"|(?:19|20)\d\d\s*(?:[/–-]\s*\d{2,4})?|on-?\s?going|q[1-4]\s.*\d\d"
    r"|(?:spring|summer|autumn|winter)(?: term)?\s*\d{4}|immediate(?:ly)?|tbc",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"[A-Z]{0,6}[\s.-]?\d{1,3}(?:[.\-/]\d{1,3}){0,3}[a-z]?[.)]?")
_MONEY = re.compile(r"£\s?\d|\bno (?:additional )?cost\b|\bexisting resources\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d%|\b(?:increase|decrease|reduction|reduce|number of|percentage)", re.I)
_RANK = re.compile(r"high|medium|low|h|m|l|\d|critical|essential|desirable", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Shares of a column's filled cells, from 0 to 1, and their mean length in characters.

    ``distinct`` is the share of cells that say something of their own.
    """

    filled: int = 0
    dates: float = 0.0
    references: float = 0.0
    money: float = 0.0
    posts: float = 0.0
    statuses: float = 0.0
    figures: float = 0.0
    lists: float = 0.0
    ranks: float = 0.0
    distinct: float = 0.0
    length: float = 0.0

    def speaks_for(self, role: Role) -> float:
        """How strongly the cells alone speak for a role, from 0 to 1."""
        shares: dict[Role, float] = {
            "due": self.dates,
            "reference": self.references if self.dates < 0.5 else 0.0,
            "funding": self.money,
            "status": self.statuses,
            "leads": self.posts if self.length < 90 else 0.0,
            "measures": self.figures,
            "partners": self.lists * 0.9 if self.length < 200 else 0.0,
        }
        return shares.get(role, 0.0)


def weigh(cells: Iterable[str]) -> Evidence:
    """The evidence of a column's cells; a look at the first few dozen is enough."""
    texts = []
    for cell in cells:
        if text := " ".join(cell.split()):
            texts.append(text)
        if len(texts) == LOOKED_AT:
            break
    if not texts:
        return Evidence()
    return Evidence(
        filled=len(texts),
        dates=_share(texts, lambda text: len(text) < 30 and _DATE.fullmatch(text) is not None),
        references=_share(texts, lambda text: _REFERENCE.fullmatch(text) is not None),
        money=_share(texts, lambda text: len(text) < 200 and _MONEY.search(text) is not None),
        posts=_share(texts, lambda text: len(text) < 120 and looks_like_post(text)),
        statuses=_share(texts, lambda text: len(text) < 40 and known_status(text) is not None),
        figures=_share(texts, lambda text: _FIGURE.search(text) is not None),
        lists=_share(texts, lambda text: "," in text and len(text) < 300 and "." not in text[:-1]),
        ranks=_share(texts, lambda text: _RANK.fullmatch(text) is not None),
        distinct=len(set(texts)) / len(texts),
        length=sum(map(len, texts)) / len(texts),
    )


def _share(texts: Sequence[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, texts)) / len(texts)
