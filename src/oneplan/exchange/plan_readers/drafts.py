"""The outline of a plan while it is read: headings become a tree, repeated ones are one part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from oneplan.document.schema import ElementKind, Indicator, Measure, Statement
from oneplan.exchange.plan_readers.headings import HeadingWords
from oneplan.exchange.plan_readers.tables.gathered import GatheredAction
from oneplan.vocabulary.findings import Source

_DEEPEST = 12
_WORD = re.compile(r"[^\W_]+")


def plain(title: str) -> str:
    """A title's words alone, by which two printings of it are known as the same."""
    return " ".join(_WORD.findall(title.casefold().replace("&", " and ")))


@dataclass(slots=True, eq=False)
class Draft:
    """A part of the plan as far as it was read. ``level`` names what its headings have in common,
    ``block`` is the number of the block that began it.
    """

    heading: HeadingWords
    level: str
    source: Source
    depth: int | None = None
    block: int = 0
    parent: Draft | None = None
    children: list[Draft] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    actions: list[GatheredAction] = field(default_factory=list)
    title: str | None = None
    kind: ElementKind | None = None
    serves: list[Draft] = field(default_factory=list)

    @property
    def holds_nothing(self) -> bool:
        """Whether nothing stands under the heading itself."""
        return not (self.statements or self.indicators or self.measures or self.actions)

    def walk(self) -> Iterator[Draft]:
        """This draft and all below it."""
        pending = [self]
        while pending:
            draft = pending.pop()
            yield draft
            pending.extend(reversed(draft.children))

    def ancestors(self) -> Iterator[Draft]:
        """What the draft stands in, from the nearest."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent


class DraftTree:
    """Grows the outline heading by heading.

    The level of a heading is its label ("priority"), its style's depth or its capitals. A level met
    for the first time stands under what is open; met again, it closes what stands under its fellow.
    ``block`` is kept by the caller: the number of the block being read.
    """

    def __init__(self) -> None:
        self.root = Draft(HeadingWords(""), "root", Source())
        self.current = self.root
        self._by_code: dict[tuple[str, str], Draft] = {}
        self._by_title: dict[tuple[str, str], Draft] = {}
        self._above: dict[str, str] = {}
        self.block = 0

    def open(
        self, heading: HeadingWords, level: str, source: Source, depth: int | None = None
    ) -> Draft:
        """Open the part that a heading begins, or open again the one that it repeats."""
        self._close_for(level, depth)
        draft = self._again(heading, level)
        if draft is None:
            draft = Draft(heading, level, source, depth, self.block, self.current)
            self.current.children.append(draft)
            self._above.setdefault(level, self.current.level)
            self._remember(draft)
        self.current = draft
        return draft

    def inner(self, heading: HeadingWords, level: str, source: Source, under: Draft) -> Draft:
        """The part below ``under`` that a table's own column names; the open part stays open."""
        known = self._by_code.get((level, heading.code)) if heading.code else None
        key = (f"{id(under)} {level}", plain(heading.title))
        known = self._by_title.get(key) or known
        if known is None:
            known = Draft(heading, level, source, None, self.block, under)
            under.children.append(known)
            self._by_title[key] = known
        return known

    def titled(self, title: str) -> Draft | None:
        """The part with this title at any level, None where there is none."""
        return self._by_title.get(("", plain(title)))

    def coded(self, level: str, code: str) -> Draft | None:
        """The part of a level with this code."""
        return self._by_code.get((level, code))

    def close_all(self) -> None:
        """Nothing that follows belongs to any part."""
        self.current = self.root

    def leave(self, depth: int) -> None:
        """Close the parts whose headings stand as deep as ``depth`` or deeper."""
        while self.current.depth is not None and self.current.depth >= depth:
            self.current = self.current.parent or self.root

    def outermost(self) -> Draft:
        """The outermost open part."""
        chain = [self.current, *self.current.ancestors()]
        return chain[-2] if len(chain) > 1 else self.current

    def _close_for(self, level: str, depth: int | None) -> None:
        chain = [self.current, *self.current.ancestors()]
        if len(chain) > _DEEPEST:
            self.current = chain[-_DEEPEST]
            chain = chain[-_DEEPEST:]
        fellow = next((draft for draft in chain if draft.level == level), None)
        if fellow is not None:
            self.current = fellow.parent or self.root
            return
        above = self._above.get(level)
        known = next((draft for draft in chain if draft.level == above), None)
        if known is not None:
            self.current = known
            return
        if depth is not None:
            while self.current.depth is not None and self.current.depth > depth:
                self.current = self.current.parent or self.root
            while self.current.depth == depth and self.current.level.startswith("style"):
                self.current = self.current.parent or self.root

    def _again(self, heading: HeadingWords, level: str) -> Draft | None:
        """A part that an earlier heading with the same code or title began."""
        same = self._by_code.get((level, heading.code)) if heading.code else None
        if same is not None and not _alike(same.heading.title, heading.title):
            same = None
        same = same or self._by_title.get((level, plain(heading.title)))
        if same is None or same.parent is self.current:
            return same
        if same.holds_nothing and not same.children:
            self._move(same)
            return same
        return None

    def _move(self, draft: Draft) -> None:
        if draft.parent is not None:
            draft.parent.children.remove(draft)
        draft.parent = self.current
        self.current.children.append(draft)

    def _remember(self, draft: Draft) -> None:
        if draft.heading.code:
            self._by_code[(draft.level, draft.heading.code)] = draft
        title = plain(draft.heading.title)
        self._by_title[(draft.level, title)] = draft
        self._by_title.setdefault(("", title), draft)


def _alike(one: str, other: str) -> bool:
    first, second = set(plain(one).split()), set(plain(other).split())
    return not first or not second or len(first & second) * 2 >= min(len(first), len(second))
