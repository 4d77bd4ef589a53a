"""What the first pages say of the plan: title, partnership, period, version, vision."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from oneplan.document.phrases.dates import find_periods
from oneplan.document.schema import Period, Statement
from oneplan.exchange.plan_readers.blocks import Block, Heading, ListItem, Paragraph, Table
from oneplan.exchange.plan_readers.narrative.bodies import likeliest_partnership
from oneplan.exchange.plan_readers.narrative.cues import heading_cue
from oneplan.exchange.plan_readers.narrative.plan_period import read_plan_period, years_alone
from oneplan.exchange.plan_readers.narrative.unit import clean, lines_of
from oneplan.vocabulary.findings import Source

_FRONT = 40
_COVER = 8
_BODY = 120
_LONGEST_TITLE = 22
_PLAN = re.compile(
    r"\b(?:plan|strategy|strategic framework|framework|programme|charter|manifesto|agreement|headlines|roadmap|promise|offer|vision|compact|agenda|priorities|action plan|concordat|pledge)\b",
    re.IGNORECASE,
)
_ACTIONS = re.compile(r"\b(?:action|delivery|implementation|improvement) plan\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SENTENCE_LIKE = re.compile(
    r"^(?:what|why|how|welcome|this|the purpose|introduction|foreword|our vision|find|contents|appendix)\b|\b(?:is|are|was|were|will|has|have)\b",
    re.IGNORECASE,
)
_VERSION = re.compile(
    r"^\W*(?:document )?(?:version|issue|ver\.?)\s*(?:no\.?|number)?\s*[:\s]\s*v?(\d+(?:\.\d+)*[a-z]?|[A-Z])\b",
    re.IGNORECASE,
)
_SHORT_VERSION = re.compile(
    r"\bv(?:ersion)?\s?(\d+\.\d+(?:\.\d+)*)\b|\b(draft\s*\d+(?:\.\d+)*)\b|\b(final draft|consultation draft)\b",
    re.IGNORECASE,
)
_VISION = re.compile(
    r"^(?:our|the) (?:\w+ ){0,3}vision\b.{0,60}?\b(?:is|for|that)\b", re.IGNORECASE
)
_VERSION_ROW = re.compile(r"(?:document |current )?(?:version|issue|draft)\b", re.IGNORECASE)
_UNNAMED_SHEET = re.compile(r"(?:sheet|tabelle|table)\s?\d*", re.IGNORECASE)
_BARE_DATE = re.compile(
    r"^\W*(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? \d{4}\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the first pages say. ``lines`` are those used up, word for word."""

    title: str
    partnership: str | None = None
    period: Period | None = None
    version: str | None = None
    vision: Statement | None = None
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    level: int
    bold: bool
    source: Source
    place: int


def read_front_matter(blocks: Sequence[Block], name: str = "") -> FrontMatter:
    """Title, partnership, period, version and vision; the file's name is the title of last resort."""
    lines = _lines(blocks)
    front = lines[:_FRONT]
    title = _title(front)
    used = [title.text] if title else []
    words = (
        title.text.rstrip(" .:")
        if title
        else PurePath(name).stem.replace("_", " ") or "Untitled plan"
    )
    years = _years_after(front, title) if title and not _YEAR.search(title.text) else None
    if years:
        words = f"{words} {years.text}"
        used.append(years.text)
    version, line = _version(front)
    used += [line] if line else []
    texts = [entry.text for entry in lines]
    partnership = likeliest_partnership(texts)
    used += [
        entry.text
        for entry in front
        if entry.text == partnership and not entry.level and entry.place < _COVER
    ]
    return FrontMatter(
        title=words,
        partnership=partnership,
        period=read_plan_period(words, texts),
        version=version,
        vision=_vision(front),
        lines=tuple(used),
    )


def _lines(blocks: Sequence[Block]) -> list[_Line]:
    found: list[_Line] = []
    several = len({block.source.sheet for block in blocks if isinstance(block, Table)}) > 1
    for block in blocks:
        if len(found) >= _BODY:
            break
        found += _of_block(block, len(found), several_sheets=several)
    return found


def _of_block(block: Block, place: int, *, several_sheets: bool) -> list[_Line]:
    match block:
        case Table() if several_sheets and not _PLAN.search(block.title or ""):
            return _versions(block, place)
        case Heading():
            return [_Line(clean(block.text), block.level, True, block.source, place)]
        case Paragraph() | ListItem():
            bold = isinstance(block, Paragraph) and block.bold
            texts = lines_of(block.text)
            return [_Line(text, 0, bold, block.source, place) for text in texts]
        case Table() if block.title and not _UNNAMED_SHEET.fullmatch(block.title):
            title = _Line(clean(block.title), 0, False, block.source, place)
            return [title, *_versions(block, place + 1)]
    return []


def _versions(table: Table, place: int) -> list[_Line]:
    """The rows that name the version of the document, as a cover sheet or a table of control does."""
    filled = (
        " ".join(cell.text for cell in row.cells if cell.lines) for row in table.rows[:_FRONT]
    )
    return [
        _Line(clean(text), 0, False, table.source, place)
        for text in filled
        if len(text) < 60 and _VERSION_ROW.match(text)
    ]


def _title(lines: Sequence[_Line]) -> _Line | None:
    scored = [(_score(line), -line.place, line) for line in lines if line.text]
    best = max(scored, key=lambda entry: entry[:2], default=None)
    return best[2] if best and best[0] > 0 else None


def _score(line: _Line) -> float:
    """How much a line looks like the title of a plan; not at all from 0 down."""
    text, words = line.text, len(line.text.split())
    if words > _LONGEST_TITLE or text.endswith((":", "?", ";", ",")) or _BARE_DATE.match(text):
        return 0
    named, dated = bool(_PLAN.search(text)), bool(_YEAR.search(text))
    if text.endswith(".") and (words > 14 or not dated):
        return 0
    score = 3.0 * named + 1.5 * dated * named + 0.08 * min(words, 12)
    score += 1.0 * bool(_ACTIONS.search(text)) * named
    score += {1: 2.5, 2: 1.5}.get(line.level, 0.0) + 0.5 * line.bold
    score += max(0.0, 1.0 - line.place / 15)
    if _SENTENCE_LIKE.search(text) or heading_cue(text):
        score -= 3
    if _is_titled(text):
        score += 1
    return score - (0 if named or line.level == 1 or line.place == 0 else 2)


def _is_titled(text: str) -> bool:
    """Whether all longer words begin with a capital, as in titles."""
    words = [word for word in text.split() if word[:1].isalpha() and len(word) > 4]
    return bool(words) and all(word[0].isupper() for word in words)


def _years_after(lines: Sequence[_Line], title: _Line) -> _Line | None:
    """The years of a plan on a line of their own just below (or above) its title."""
    near = [line for line in lines if 0 < abs(line.place - title.place) <= 2]
    return next((line for line in near if years_alone(line.text)), None)


def _version(lines: Sequence[_Line]) -> tuple[str | None, str | None]:
    for line in lines:
        match = _VERSION.match(line.text)
        if match:
            return match[1], line.text if len(line.text.split()) <= 6 else None
    for line in lines:
        match = _SHORT_VERSION.search(line.text)
        if match and len(line.text.split()) <= _LONGEST_TITLE:
            return next(group for group in match.groups() if group), None
    return None, None


def _vision(lines: Sequence[_Line]) -> Statement | None:
    for at, line in enumerate(lines):
        if _VISION.match(line.text) and len(line.text.split()) > 8:
            return Statement(kind="vision", text=line.text, source=line.source)
        cue = heading_cue(line.text)
        if cue and cue.role == "vision" and at + 1 < len(lines):
            following = lines[at + 1]
            if len(following.text.split()) > 4 and not find_periods(following.text)[:1]:
                return Statement(kind="vision", text=following.text, source=following.source)
    return None
