"""Names in which the likes of a name can be looked up without comparing each with each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from oneplan.document.lint.words.names_used import slips
from oneplan.partnership.partners.naming.likeness import (
    WORTH_ASKING,
    Likeness,
    Surroundings,
    likeness,
)
from oneplan.partnership.partners.naming.taken_apart import Name, initials

_RAREST_WORDS = 3
_MOST_OF_A_WORD = 40


@dataclass(frozen=True, slots=True)
class Like:
    """A name that is like the one that was looked up, by its number in the list."""

    number: int
    likeness: Likeness


class Lookup:
    """A list of names; ``like`` finds those of them that may be the same as another name."""

    def __init__(self, names: Iterable[Name], around: Surroundings) -> None:
        self.names = list(names)
        self._around = around
        self._known_forms: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for acronym, stems in around.acronyms.items():
            self._known_forms[tuple(sorted(stems))].add(acronym)
        self._by_key: defaultdict[str, list[int]] = defaultdict(list)
        self._by_joined: defaultdict[str, list[int]] = defaultdict(list)
        self._by_stem: defaultdict[str, list[int]] = defaultdict(list)
        self._by_initials: defaultdict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self.names):
            self._by_key[name.key].append(number)
            self._by_joined[name.joined].append(number)
            for stem in sorted(set(name.stems)):
                self._by_stem[stem].append(number)
            for letters in sorted(self._short_forms(name)):
                self._by_initials[letters].append(number)

    def like(self, names: Iterable[Name]) -> Iterator[tuple[Name, list[Like]]]:
        """Each name with those worth asking about, the likest first; a name on the list is not like itself."""
        names = list(names)
        near = slips({name.joined for name in (*self.names, *names)})
        for name in names:
            numbers = self._candidates(name, near.get(name.joined, set()))
            found = [
                Like(number, alike)
                for number in sorted(numbers)
                if self.names[number] is not name
                and (alike := likeness(name, self.names[number], self._around))
                and alike.score >= WORTH_ASKING
            ]
            yield name, sorted(found, key=lambda like: (-like.likeness.score, like.number))

    def _candidates(self, name: Name, near: set[str]) -> set[int]:
        found = {*self._by_key.get(name.key, ()), *self._by_joined.get(name.joined, ())}
        for joined in near:
            found.update(self._by_joined.get(joined, ()))
        for letters in self._short_forms(name):
            found.update(self._by_stem.get(letters, ())[:_MOST_OF_A_WORD])
        if name.acronym:
            found.update(self._by_initials.get(name.acronym, ())[:_MOST_OF_A_WORD])
        known = [stem for stem in set(name.stems) if stem in self._by_stem]
        for stem in sorted(known, key=lambda stem: (len(self._by_stem[stem]), stem))[
            :_RAREST_WORDS
        ]:
            found.update(self._by_stem[stem][:_MOST_OF_A_WORD])
        return found

    def _short_forms(self, name: Name) -> set[str]:
        """The acronyms that may stand for the whole name: its initials, and those that are known for it."""
        return initials(name.words) | self._known_forms.get(tuple(sorted(name.stems)), set())
