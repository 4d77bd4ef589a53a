"""The acronyms of a plan: where each is used, and what the text and the glossary say it means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from oneplan.document.lint.facts import PlanFacts
from oneplan.document.lint.passages import SENTENCES, Passage, in_passages, passages
from oneplan.document.lint.remembered import remembered
from oneplan.document.lint.words.stands_for import SMALL, singular, stands_for

_TOKEN = re.compile(r"(?<![\w.@/])[A-Z](?:&[A-Z]|\d[A-Z]|[A-Za-z]*[A-Z])[A-Za-z]*(?![\w@]|\.\w)")
_IN_BRACKETS = re.compile(r"\(\s*([A-Z][A-Za-z&\d]{1,9})\s*\)")
_TWO_IN_BRACKETS = re.compile(
    r"\(\s*([A-Z][A-Za-z]{1,5})\s*(?:&|and|/)\s*([A-Z][A-Za-z]{1,5})\s*\)"
)
_BEFORE_BRACKETS = re.compile(r"(?<!\w)([A-Z][A-Za-z&\d]{1,9})\s*\(([A-Z][^()]{5,90})\)")
_LINE_OF_A_LIST = re.compile(
    r"^([A-Z][A-Za-z&\d]{1,9})\s*(?:[–—:=-]|\b(?:means|stands for|is short for)\b)\s*(.{5,90})$"
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|&")
_RUN = re.compile(r"(?<![\w-])[A-Z]{2,9}(?: [A-Z]{2,9})+(?![\w-])")
_ROMAN = re.compile(r"[IVX]+")
_SHOUTED = frozenset(
    "ALL AND ANY BE DO FOR IN IS IT NEW NO NOT NOW OF ON OR OUR TBA TBC TBD THE TO WE YES".split(
        " "
    )
)


@dataclass(frozen=True, slots=True)
class Expansion:
    """An acronym with the name that the text gives it; ``fits`` where its letters agree with the name."""

    acronym: str
    name: str
    passage: Passage
    fits: bool


@dataclass(slots=True)
class Use:
    """How often an acronym is used, and where first."""

    first: Passage
    times: int = 0


@dataclass(frozen=True, slots=True)
class _Spelt:
    """What looks like acronyms in a passage: as it stands and in the singular; words in capitals in a run."""

    passage: Passage
    tokens: list[tuple[str, str]]
    runs: frozenset[str]
    expansions: list[Expansion]


@dataclass(slots=True)
class Acronyms:
    """All that a plan says in and about acronyms."""

    used: dict[str, Use] = field(default_factory=dict)
    expansions: list[Expansion] = field(default_factory=list)


@remembered
def acronyms(facts: PlanFacts) -> Acronyms:
    """The acronyms of the plan's text; the glossary is not text."""
    found = Acronyms()
    spelt = list(in_passages(facts, _spelt))
    ruled_out = _prefixes(facts) | _stressed(facts, {run for each in spelt for run in each.runs})
    for each in spelt:
        for token, acronym in each.tokens:
            if acronym not in ruled_out and token not in ruled_out:
                use = found.used.get(acronym)
                if use is None:
                    use = found.used[acronym] = Use(each.passage)
                use.times += 1
        found.expansions += each.expansions
    return found


def _spelt(passage: Passage) -> Iterator[_Spelt]:
    """The letters in a passage, where there are any."""
    text = passage.text
    tokens = _tokens(text)
    if tokens:
        pairs = [(token, singular(token)) for token in tokens]
        runs = {word for run in _RUN.findall(text) for word in run.split()} if tokens[1:] else ()
        expansions = [*_expansions(passage)] if "(" in text else []
        yield _Spelt(
            passage,
            [pair for pair in pairs if _is_acronym(pair[1])],
            frozenset(runs),
            [*expansions, *_as_in_a_list(passage)],
        )


@lru_cache(maxsize=32768)
def _tokens(text: str) -> tuple[str, ...]:
    """What looks like letters in a text; nothing where all of it is in capitals."""
    return () if _is_shouted(text) else tuple(_TOKEN.findall(text))


def _stressed(facts: PlanFacts, runs: set[str]) -> set[str]:
    """Words in capitals that stand one after another in one place and in small letters in another: "GET SAFE"."""
    words = {word for passage in passages(facts) for word in passage.text.split()} if runs else ()
    return {run for run in runs if run.lower() in words or run.capitalize() in words}


def is_acronym(term: str) -> bool:
    """Whether a term of a glossary is an acronym."""
    return bool(_TOKEN.fullmatch(term)) and _is_acronym(singular(term))


def _prefixes(facts: PlanFacts) -> set[str]:
    refs = (placed.action.ref for placed in facts.actions)
    letters = (re.match(r"[A-Z]+", ref) for ref in refs if ref)
    return {match.group() for match in letters if match}


def _is_shouted(text: str) -> bool:
    """A headline in capitals says nothing of acronyms."""
    words = text[:200].split()
    return len(words) > 2 and sum(map(str.isupper, words)) * 2 > len(words)


@lru_cache(maxsize=16384)
def _is_acronym(token: str) -> bool:
    capitals = sum(character.isupper() for character in token)
    return (
        2 <= len(token) <= 9
        and capitals >= 2
        and capitals * 2 >= len(token)
        and not _ROMAN.fullmatch(token)
        and token not in _SHOUTED
    )


def _expansions(passage: Passage) -> Iterator[Expansion]:
    for match in _IN_BRACKETS.finditer(passage.text):
        acronym = singular(match[1])
        if _is_acronym(acronym):
            yield from _named_before(acronym, passage, match.start())
    for match in _TWO_IN_BRACKETS.finditer(passage.text):
        for joined in _named_before(match[1] + match[2], passage, match.start()):
            if joined.fits:
                yield Expansion(match[1], joined.name, passage, fits=True)
                yield Expansion(match[2], joined.name, passage, fits=True)
    for match in _BEFORE_BRACKETS.finditer(passage.text):
        acronym, name = singular(match[1]), match[2].strip()
        if _is_acronym(acronym) and stands_for(acronym, name):
            yield Expansion(acronym, name, passage, fits=True)


def _as_in_a_list(passage: Passage) -> Iterator[Expansion]:
    """ "HLR – Home Learning Review" as a line of its own."""
    match = _LINE_OF_A_LIST.match(passage.text) if len(passage.text) <= 110 else None
    if match:
        acronym, name = singular(match[1]), match[2].strip(" .")
        if _is_acronym(acronym) and stands_for(acronym, name):
            yield Expansion(acronym, name, passage, fits=True)


def _named_before(acronym: str, passage: Passage, end: int) -> Iterator[Expansion]:
    """The name in front of the brackets: the fewest words that fit, else a run of capitalised words."""
    start = max(0, end - 120)
    words = list(_WORD.finditer(passage.text, start, end))[-2 * len(acronym) - 2 :]
    if not words or passage.text[words[-1].end() : end].strip():
        return
    for word in reversed(words):
        name = passage.text[word.start() : end].strip()
        short = passage.text[word.start() : words[-1].start()].strip()
        if word.group().casefold() not in SMALL and (
            stands_for(acronym, name) or (short and stands_for(acronym, short))
        ):
            yield Expansion(acronym, name, passage, fits=True)
            return
    if passage.part not in SENTENCES:
        return
    name = _capitalised_run(passage.text, words, end, len(acronym))
    if name and _nearly_fits(acronym, name):
        yield Expansion(acronym, name, passage, fits=False)


def _nearly_fits(acronym: str, name: str) -> bool:
    """Whether all letters but one are initials of the name: else the brackets may hold an author or a place."""
    initials = [word[0].casefold() for word in _telling(name)]
    shared = sum((Counter(acronym.casefold()) & Counter(initials)).values())
    return len(acronym) > 2 and len(initials) == len(acronym) and shared >= len(acronym) - 1


def _telling(name: str) -> list[str]:
    return [word for word in _WORD.findall(name) if word.casefold() not in SMALL and word != "&"]


def _capitalised_run(text: str, words: list[re.Match[str]], end: int, most: int) -> str:
    """The capitalised words before the brackets, at most so many besides the small ones."""
    start = edge = end
    for word in reversed(words):
        if text[word.end() : edge].strip():
            break
        edge = word.start()
        if word.group()[0].isupper():
            start, most = word.start(), most - 1
            if not most:
                break
        elif word.group().casefold() not in SMALL and word.group() != "&":
            break
    return text[start:end].strip()
