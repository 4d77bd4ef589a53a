"""A plan's printed text, changed by a script as an office changes it from one year to the next.

Each change is made to the lines of the file alone, by their shape: nothing is known of what a reader makes of
them. It comes with what a person is to be told of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

_REFERENCE = re.compile(r"((?:<\w+>)*)([A-Z]{2,3})( ?)(\d{1,2})\.(\d{1,2})(?=\D)")
_COLUMNS = 6
_ACTION, _DUE, _MEASURES, _MONEY, _PARTNERS, _STRATEGIES = range(_COLUMNS)
_MARKERS = "lantern orchard bicycle ribbon kettle meadow choir ferry heron walnut saddle pebble thimble cobbler".split()
_NAME = re.compile(r"[A-Z][\w' ]{4,40}")
_SHARE = re.compile(r"(?<![\d.])[1-8]\d(?=%)")
_MONTH = re.compile(r"(?<=by )(?:March|July|December|September) (20\d\d)")
_GLOSSARY = re.compile(r"([A-Z]{3,6})\t([A-Z][A-Za-z ]{8,60})(\t.*)?")


@dataclass(frozen=True, slots=True)
class ToldOf:
    """What a person is to be told: what was done, to which value, words that stand there, of which action."""

    doing: str
    name: str
    words: str
    action: str = ""


Change = Callable[[], ToldOf | None]
"""Makes a change, where there is something to change."""


def made(kinds: list[Change], number: int, random: Random) -> list[ToldOf]:
    """Makes so many changes, as many kinds as there are, and gives what is to be told of them."""
    random.shuffle(kinds)
    told: list[ToldOf] = []
    for kind in kinds:
        if len(told) < number and (done := kind()):
            told.append(done)
    return told


@dataclass(slots=True)
class PrintedPlan:
    """The lines of a plan's text, and what has been changed of them."""

    lines: list[str]
    random: Random
    markers: list[str] = field(default_factory=lambda: [*_MARKERS])
    touched: set[str] = field(default_factory=set)

    @property
    def text(self) -> str:
        """The text as it stands."""
        return "\n".join(self.lines)

    def changed(self, number: int) -> list[ToldOf]:
        """Makes so many changes, each of another kind, and gives what is to be told of them."""
        return made([*self.kinds()], number, self.random)

    def kinds(self) -> Iterator[Change]:
        """Every kind of change."""
        yield self.reword
        yield lambda: self._cell(_DUE, "By when", "May 2031", second=False)
        yield lambda: self._cell(_PARTNERS, "Led by", f"Head of {self._marker()}", second=True)
        yield lambda: self._cell(_STRATEGIES, "For", f"{self._marker()} Group", second=True)
        yield lambda: self._cell(_MONEY, "Money", "£77,000", second=False)
        yield lambda: self._name(_PARTNERS, "Partners", "Trust", added=True)
        yield lambda: self._name(_PARTNERS, "Partners", "Trust", added=False)
        yield lambda: self._name(_STRATEGIES, "Supports", "Strategy", added=True)
        yield lambda: self._figure(_SHARE, lambda found: str(int(found[0]) + 3))
        yield lambda: self._figure(_MONTH, lambda found: f"June {int(found[1]) + 1}")
        yield lambda: self._listed(_MEASURES, added=True)
        yield lambda: self._listed(_MEASURES, added=False)
        yield lambda: self._listed(_ACTION, added=True)
        yield self.add
        yield self.remove
        yield self.move
        yield self.renumber
        yield lambda: self._heading("Area for improvement: ")
        yield lambda: self._heading("Priority ")
        yield self.mean
        yield self.say

    def reword(self) -> ToldOf | None:
        """A word more in an action."""
        at = self._row(lambda cells: " of " in cells[_ACTION].split("<ul")[0])
        if at is None:
            return None
        word = self._marker()
        self._put(at, _ACTION, self._cells(at)[_ACTION].replace(" of ", f" of {word} ", 1))
        return ToldOf("Changed", "Words", word, self._named(at))

    def add(self) -> ToldOf | None:
        """An action more, behind another."""
        at = self._row()
        if at is None:
            return None
        word = self._marker()
        prefix = self._reference(at)[2]
        lines = [
            f"{prefix} 9.7 Teach every {word} to swim.\tMay 2010\t<ul> 40 lessons are held by May 2010. \t£900\tSchools\tLAA",
            f"\t\t\t\tHead of {word}\tPool Group",
        ]
        end = self._end(at)
        self.lines[end:end] = lines
        self.touched.add(f"{prefix} 9.7")
        return ToldOf("Added", "", word)

    def remove(self) -> ToldOf | None:
        """An action less."""
        at = self._row(self._follows_its_like)
        if at is None:
            return None
        reference = self._reference(at)
        del self.lines[at : self._end(at)]
        return ToldOf("Removed", "", _named(reference))

    def move(self) -> ToldOf | None:
        """An action behind another of another part of the plan."""
        at, to = self._row(self._follows_its_like), self._row()
        if at is None or to is None or self._reference(at)[2] == self._reference(to)[2]:
            return None
        reference, lines = self._reference(at), self.lines[at : self._end(at)]
        end = self._end(to)
        self.lines[end:end] = lines
        start = at if at < end else at + len(lines)
        del self.lines[start : start + len(lines)]
        return ToldOf("Moved", "Where it stands", _named(reference))

    def renumber(self) -> ToldOf | None:
        """Another number for an action that no other names."""
        at = self._row(lambda cells: self.text.count(_named(_REFERENCE.match(cells[0]))) < 2)  # type: ignore[arg-type]
        if at is None:
            return None
        new = f"{self._reference(at)[2]} 9.8"
        self.touched.add(new)
        self._put(at, _ACTION, _REFERENCE.sub(rf"\g<1>{new}", self._cells(at)[_ACTION], count=1))
        return ToldOf("Changed", "Reference", new)

    def mean(self) -> ToldOf | None:
        """Another meaning for an acronym."""
        found = [n for n, line in enumerate(self.lines) if _GLOSSARY.fullmatch(line)]
        if not found:
            return None
        at, word = self.random.choice(found), self._marker().capitalize()
        self.lines[at] = _GLOSSARY.sub(rf"\1\t\2 {word}\3", self.lines[at])
        return ToldOf("Changed", "Meaning", word)

    def say(self) -> ToldOf | None:
        """A sentence more of the plan itself."""
        found = [n for n, line in enumerate(self.lines) if line.startswith("Progress on ")]
        if not found:
            return None
        word = self._marker()
        self.lines[found[0] + 1 : found[0] + 1] = [
            "",
            f"Every school council is sent a report about each {word} at the end of term.",
        ]
        return ToldOf("Added", "", word)

    def _cell(self, column: int, name: str, said: str, *, second: bool) -> ToldOf | None:
        def fits(cells: list[str]) -> bool:
            return bool(cells[column].strip()) and "<" not in cells[column]

        at = self._row(fits, second=second)
        if at is None:
            return None
        self._put(at + 1 if second else at, column, said)
        return ToldOf("Changed", name, said, self._named(at))

    def _name(self, column: int, name: str, kind: str, *, added: bool) -> ToldOf | None:
        """A name more, or one less, in a list with commas."""

        def fits(cells: list[str]) -> bool:
            names = cells[column].split(", ")
            return len(names) > 2 and all(_NAME.fullmatch(each) for each in names)

        at = self._row(fits)
        if at is None:
            return None
        names = self._cells(at)[column].split(", ")
        word = f"{self._marker().capitalize()} {kind}" if added else names[-1]
        names = [*names, word] if added else names[:-1]
        self._put(at, column, ", ".join(names))
        return ToldOf("Changed", name, word, self._named(at))

    def _figure(
        self, shape: re.Pattern[str], other: Callable[[re.Match[str]], str]
    ) -> ToldOf | None:
        at = self._row(lambda cells: len(shape.findall(cells[_MEASURES])) == 1)
        if at is None:
            return None
        cell = self._cells(at)[_MEASURES]
        found = next(shape.finditer(cell))
        self._put(at, _MEASURES, shape.sub(other, cell))
        return ToldOf("Changed", "Words", other(found))

    def _listed(self, column: int, *, added: bool) -> ToldOf | None:
        """An item more, or one less, in a list with bullets."""
        at = self._row(
            lambda cells: cells[column].count("•") > 2 and cells[column].rstrip().endswith(".")
        )
        if at is None:
            return None
        items = self._cells(at)[column].rstrip().split(" • ")
        word = self._marker()
        if added:
            items.append(f"25 boxes of {word} are packed by May 2010.")
        else:
            word = " ".join(items.pop().split()[:3]).rstrip(".")
        self._put(at, column, " • ".join(items))
        if column == _ACTION:
            return ToldOf("Changed", "Steps", word, self._named(at))
        return ToldOf("Added" if added else "Removed", "", word)

    def _heading(self, start: str) -> ToldOf | None:
        found = sorted({line for line in self.lines if line.startswith(start)} - self.touched)
        found = [line for line in found if " and " in line and self._alone(line)]
        if not found:
            return None
        line, word = self.random.choice(found), self._marker()
        other = line.replace(" and ", f" and {word} ", 1)
        self.lines = [other if each == line else each for each in self.lines]
        self.touched.add(other)
        return ToldOf("Changed", "Title", word)

    def _alone(self, heading: str) -> bool:
        """Whether the part is always printed with these very words."""
        start = heading[:12].casefold()
        return len({line for line in self.lines if line.casefold().startswith(start)}) == 1 or (
            not heading.startswith("Priority")
        )

    def _row(
        self, fits: Callable[[list[str]], bool] = lambda _: True, *, second: bool = False
    ) -> int | None:
        """The line of an action that was not changed yet, of those that fit; None where there is none."""
        rows = [
            at
            for at, line in enumerate(self.lines)
            if (found := _REFERENCE.match(line))
            and _named(found) not in self.touched
            and len(self._cells(at)) == _COLUMNS
            and self._end(at) == at + 2
            and not self._goes_on_overleaf(at)
            and len(self._cells(at + 1)) == _COLUMNS
            and fits(self._cells(at + 1 if second else at))
        ]
        if not rows:
            return None
        at = self.random.choice(rows)
        self.touched.add(_named(self._reference(at)))
        return at

    def _follows_its_like(self, cells: list[str]) -> bool:
        """Whether another action stands in the two lines above: no part of the plan is left empty."""
        at = self.lines.index("\t".join(cells))
        return at > 1 and _REFERENCE.match(self.lines[at - 2]) is not None

    def _goes_on_overleaf(self, at: int) -> bool:
        """Whether it is the last row of its page, so that the next page may go on with it."""
        return not "".join(self.lines[at + 2 : at + 3]).strip()

    def _end(self, at: int) -> int:
        end = at + 1
        while end < len(self.lines) and self.lines[end].startswith("\t\t"):
            end += 1
        return end

    def _cells(self, at: int) -> list[str]:
        return self.lines[at].split("\t")

    def _put(self, at: int, column: int, said: str) -> None:
        cells = self._cells(at)
        cells[column] = said
        self.lines[at] = "\t".join(cells)

    def _reference(self, at: int) -> re.Match[str]:
        found = _REFERENCE.match(self.lines[at])
        assert found
        return found

    def _named(self, at: int) -> str:
        return _named(self._reference(at))

    def _marker(self) -> str:
        return self.markers.pop(self.random.randrange(len(self.markers)))


def _named(reference: re.Match[str]) -> str:
    return f"{reference[2]} {reference[4]}.{reference[5]}"
