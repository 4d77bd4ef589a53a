"""A name taken apart for comparing: its telling words, its acronyms, and what tells it from its like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from oneplan.document.phrases.naming_words import ACRONYM
from oneplan.partnership.partners.naming.names import key_of

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*\+?")
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_HYPHENED = re.compile(r"(?<=[a-z])[-‐‑–](?=[A-Za-z][a-z])|(?<=\b[A-Za-z])[-‐‑](?=[A-Z]?[a-z]{3})")
_YEAR = re.compile(r"\(?\b(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d\d){1,2})?\)?(?=\W*$)")
_ASIDE = re.compile(r"\([^()]*\)")
_ROMAN = frozenset("II III IV VI VII VIII IX".split())
_SMALL = frozenset("the and of for in to with on at by from".split())
_ODD_PLURALS = {"children": "child", "childrens": "child", "women": "woman", "womens": "woman"}
_LONGEST_ACRONYM = 8
_LONGEST_SHOUTED = 5


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as printed, and its stem, in which capitals, signs and plural do not count."""

    printed: str
    stem: str
    acronym: bool

    @property
    def small(self) -> bool:
        """Whether it tells nothing ("of", "and")."""
        return self.stem in _SMALL

    @property
    def mark(self) -> bool:
        """Whether it is a number or a letter, which tells things of one name apart."""
        return (
            any(sign.isdigit() for sign in self.stem)
            or len(self.stem) == 1
            or self.printed in _ROMAN
        )


@dataclass(frozen=True, slots=True)
class Name:
    """A name and what it is made of.

    ``stems`` are those of its telling words and ``joined`` the same in one; ``marks`` are its numbers
    and single letters. ``without_year`` and ``without_aside`` are what is ``joined`` without a year at
    the end or what stands in brackets; None where it has none.
    """

    text: str
    key: str
    words: tuple[Word, ...]
    stems: tuple[str, ...]
    kinds_of_stem: frozenset[str]
    joined: str
    marks: tuple[str, ...]
    acronyms: frozenset[str]
    without_year: str | None
    without_aside: str | None

    @property
    def acronym(self) -> str | None:
        """The acronym that the whole name is; None where it is more."""
        return self.stems[0] if len(self.stems) == 1 and self.acronyms else None


def take_apart(text: str) -> Name:
    """The name in its parts."""
    words = _words(text)
    telling = tuple(word for word in words if not word.small)
    stems = tuple(word.stem for word in telling)
    return Name(
        text=text,
        key=key_of(text),
        words=words,
        stems=stems,
        kinds_of_stem=frozenset(stems),
        joined="".join(stems),
        marks=tuple(sorted(word.stem for word in telling if word.mark)),
        acronyms=frozenset(word.stem for word in telling if word.acronym),
        without_year=_joined_without(_YEAR, text),
        without_aside=_joined_without(_ASIDE, text),
    )


def _words(text: str) -> tuple[Word, ...]:
    plain = _HYPHENED.sub("", _DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), text))
    printed = _WORD.findall(plain)
    shouted = plain.isupper() and any(len(word) > _LONGEST_SHOUTED for word in printed)
    return tuple(_word(word, shouted) for word in printed)


def initials(words: Iterable[Word]) -> set[str]:
    """The initials of words, with and without those of the small ones; empty for fewer than two words."""
    words = list(words)
    telling = [word for word in words if not word.small]
    if len(telling) < 2:
        return set()
    return {"".join(word.stem[0] for word in each) for each in (telling, words)}


def spelt_out(name: Name, acronyms: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The stems of a name with those acronyms in words whose meaning is known, in alphabetical order."""
    stems: list[str] = []
    for stem in name.stems:
        stems += acronyms.get(stem, (stem,)) if stem in name.acronyms else (stem,)
    return tuple(sorted(stems))


def meanings_by_stem(acronyms: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Acronyms as names hold them, each with the stems of what it stands for."""
    return {
        _stem(acronym): take_apart(meaning).stems
        for acronym, meaning in acronyms.items()
        if meaning
    }


def _word(printed: str, shouted: bool) -> Word:
    acronym = not shouted and len(printed) <= _LONGEST_ACRONYM and bool(ACRONYM.match(printed))
    keeps_its_s = acronym and printed.isupper()
    return Word(printed, printed.casefold() if keeps_its_s else _stem(printed), acronym)


def _joined_without(pattern: re.Pattern[str], text: str) -> str | None:
    left, found = pattern.subn(" ", text)
    if not found:
        return None
    return "".join(word.stem for word in _words(left) if not word.small) or None


def _stem(word: str) -> str:
    low = word.casefold().replace("’", "'")
    low = low.removesuffix("'s").removesuffix("s'").replace("'", "")
    if low in _ODD_PLURALS:
        return _ODD_PLURALS[low]
    if len(low) > 4 and low.endswith("ies"):
        return low[:-3] + "y"
    return low.rstrip("s") or low
