"""How like two names are, from 0 to 100, and why they may be the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from oneplan.document.phrases.naming_words import GROUPS, HEADS, MODIFIERS, is_topic
from oneplan.partnership.partners.naming.taken_apart import (
    Name,
    Word,
    initials,
    meanings_by_stem,
    spelt_out,
    take_apart,
)

SURE = 84
"""From here up two names are taken for one where a person settles all at once."""
WORTH_ASKING = 68
"""From here up a match is suggested; whoever settles the names decides."""

_USUAL = HEADS | MODIFIERS
_PLAIN = GROUPS | MODIFIERS | {"service"}
_AREAS = frozenset("county countywide wide local".split())
_ITS_PEOPLE = frozenset("member agency representative partner staff organisation team".split())


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like, 0 to 100, and why, to be read after "because it is"."""

    score: int
    why: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known around the names: the words that name the place, and what its acronyms stand for."""

    places: frozenset[str] = frozenset()
    acronyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def surroundings(place: str = "", acronyms: Mapping[str, str] | None = None) -> Surroundings:
    """The place by its name ("Fenshire Partnership") and the acronyms with their meanings."""
    names = {word.stem for word in take_apart(place).words if not word.small and not _usual(word)}
    return Surroundings(frozenset(names), meanings_by_stem(acronyms or {}))


def _usual(word: Word) -> bool:
    """Whether it is a word of many names ("Board", "Children's"), none that only one place or body bears."""
    low = word.printed.casefold()
    return low in _USUAL or word.stem in _USUAL or is_topic(low)


def likeness(one: Name, other: Name, around: Surroundings) -> Likeness | None:
    """How like two names are and why; None where nothing says that they mean the same.

    Names that differ in a number or a single letter never do ("Area 1" and "Area 2", "Council A" and
    "Council B"), nor do names that differ in a whole telling word.
    """
    if one.key == other.key:
        return Likeness(100, "the same name")
    if one.marks != other.marks or not one.stems:
        return _but_for(one, other)
    if one.joined == other.joined:
        return Likeness(97, "the same but for signs, small words or a plural")
    if not _near_enough(one, other):
        return _but_for(one, other)
    return (
        _of_the_same_words(one, other, around)
        or _by_what_differs(one, other, around)
        or _but_for(one, other)
    )


def _near_enough(one: Name, other: Name) -> bool:
    """Whether so few words differ that it is worth looking at them; an acronym may stand for several."""
    if one.acronyms or other.acronyms:
        return True
    shared = len(one.kinds_of_stem & other.kinds_of_stem)
    return min(len(one.kinds_of_stem), len(other.kinds_of_stem)) - shared <= 1


def _of_the_same_words(one: Name, other: Name, around: Surroundings) -> Likeness | None:
    alike = one.kinds_of_stem == other.kinds_of_stem
    if alike and sorted(one.stems) == sorted(other.stems):
        return Likeness(93, "the same words in another order")
    short = one.acronyms or other.acronyms
    if short and spelt_out(one, around.acronyms) == spelt_out(other, around.acronyms):
        return Likeness(92, "the same with its acronym in words")
    return None


def _but_for(one: Name, other: Name) -> Likeness | None:
    """The same where a year at the end or a remark in brackets of one of them is left out."""
    for left, right in ((one, other), (other, one)):
        if left.without_year and left.without_year == right.joined and not right.without_year:
            return Likeness(86, "the same but for the year")
        if left.without_aside and left.without_aside == right.joined:
            return Likeness(86, "the same but for brackets")
    return None


def _by_what_differs(one: Name, other: Name, around: Surroundings) -> Likeness | None:
    shared = Counter(one.stems) & Counter(other.stems)
    left, right = _rest(one, shared), _rest(other, shared)
    if min(len(left), len(right)) == 1:
        found = _acronym_of(one, left, other, right) or _acronym_of(other, right, one, left)
        if found:
            return found
    if len(left) == len(right) == 1:
        return _one_word(left[0], right[0])
    if left and right:
        return None
    return _one_more(left or right, list(shared.elements()), around)


def _rest(name: Name, shared: Counter[str]) -> list[Word]:
    """The telling words of a name that the other does not have, in their order."""
    left = Counter(shared)
    rest = []
    for word in name.words:
        if left[word.stem] > 0:
            left[word.stem] -= 1
        elif not word.small:
            rest.append(word)
    return rest


def _acronym_of(
    one: Name, left: Sequence[Word], other: Name, right: Sequence[Word]
) -> Likeness | None:
    """Whether the one word that one has more is made of the initials of what the other has more."""
    if len(left) != 1 or left[0].stem not in one.acronyms or len(right) < 2:
        return None
    acronym = left[0].stem
    if acronym not in initials(_between(other.words, right)):
        return None
    surer = len(acronym) > 2 or len(one.stems) > 1
    printed = left[0].printed
    return Likeness(88 if surer else 76, f"the same with {printed} in words")


def _between(words: Sequence[Word], telling: Sequence[Word]) -> Sequence[Word]:
    """The words from the first to the last of some, with the small ones; empty where others lie between."""
    first = next(at for at, word in enumerate(words) if word is telling[0])
    last = next(at for at, word in enumerate(words) if word is telling[-1])
    between = words[first : last + 1]
    return between if sum(not word.small for word in between) == len(telling) else ()


def _one_word(left: Word, right: Word) -> Likeness | None:
    one, other = left.stem, right.stem
    shorter = min(len(one), len(other))
    if {one, other} <= GROUPS:
        return Likeness(70, f"the same but for {left.printed} and {right.printed}")
    if shorter < 5 or one[0] != other[0] or left.mark or right.mark:
        return None
    if OSA.distance(one, other, score_cutoff=2) <= (1 if shorter < 8 else 2):
        slip = _usual(left) or _usual(right)  # two names of places may differ in a letter
        return Likeness(90 if slip else 80, "the same but for a letter")
    if shorter >= 6 and (one.startswith(other) or other.startswith(one)):
        return Likeness(80, f"the same but for {left.printed} and {right.printed}")
    return None


def _one_more(more: Sequence[Word], shared: Sequence[str], around: Surroundings) -> Likeness | None:
    """What it means that one name has some words more than the other has."""
    stems = {word.stem for word in more}
    said = " ".join(word.printed for word in more)
    own = [stem for stem in shared if stem not in HEADS and stem not in around.places | _AREAS]
    if not shared or not (own or len(shared) > 1):
        return None
    if stems <= _AREAS or (around.places and stems - _AREAS == around.places):
        return Likeness(86, f"the same but for “{said}”, which names the place")
    if stems <= _ITS_PEOPLE:
        return Likeness(70, f"the same but for “{said}”")
    if own and stems <= _PLAIN:
        return Likeness(72, f"the same but for “{said}”")
    return None
