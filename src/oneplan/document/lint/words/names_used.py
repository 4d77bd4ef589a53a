"""The names of bodies, posts, plans and groups that a plan uses, and which of them are spelt alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from oneplan.document.lint.facts import PlanFacts
from oneplan.document.lint.passages import Part, Passage, in_passages
from oneplan.document.lint.remembered import remembered

_SIGNS = re.compile(r"[^\w\s]|_")
_DIGITS = re.compile(r"\d+")
_SMALL = frozenset(["the", "and", "of", "for"])
_PARTS: frozenset[Part] = frozenset({"lead", "partner", "member", "strategy", "group"})
SHORTEST_FOR_A_SLIP = 7


@dataclass(slots=True)
class Spelling:
    """One spelling of a name, how often it stands in the plan and where first."""

    text: str
    first: Passage
    times: int = 0


@remembered
def spellings(facts: PlanFacts) -> dict[str, dict[str, Spelling]]:
    """The spellings of each name, by the form in which case, signs and plural do not count."""
    names: dict[str, dict[str, Spelling]] = {}
    for text, key, passage in in_passages(facts, _named):
        forms = names.setdefault(key, {})
        spelling = forms.get(text)
        if spelling is None:
            spelling = forms[text] = Spelling(text, passage)
        spelling.times += 1
    return names


def _named(passage: Passage) -> Iterator[tuple[str, str, Passage]]:
    """The name that a passage is, and its plain form."""
    if passage.part in _PARTS and len(passage.text) <= 120:
        text, key = _spelt(passage.text)
        if key:
            yield text, key, passage


@remembered
def listed_names(facts: PlanFacts) -> dict[str, str]:
    """The names on the plan's lists and those known from outside, by their plain form."""
    names = [body.name for body in facts.plan.organisations]
    names += [alias for body in facts.plan.organisations for alias in body.aliases]
    names += [term.meaning for term in facts.plan.glossary]
    names += facts.known.bodies
    return {plain_form(name): name for name in names}


@remembered
def neighbours(facts: PlanFacts) -> dict[str, set[str]]:
    """For each name used or listed the others that are one letter away."""
    return _slips_among(tuple(dict.fromkeys((*spellings(facts), *listed_names(facts)))))


@lru_cache(maxsize=32768)
def _spelt(printed: str) -> tuple[str, str]:
    """A name without spaces and stops around it, and its plain form."""
    text = " ".join(printed.split()).strip(" .,;:")
    return text, plain_form(text)


@lru_cache(maxsize=32768)
def plain_form(name: str) -> str:
    """The name in lower case without signs, small words, plural s and spaces between its words."""
    plain = _SIGNS.sub(" ", name.casefold().replace("’", "'").replace("'", "").replace("-", ""))
    return "".join(word.rstrip("s") or word for word in plain.split() if word not in _SMALL)


@lru_cache(maxsize=64)
def _slips_among(names: tuple[str, ...]) -> dict[str, set[str]]:
    """What :func:`slips` says; the names of a plan are seldom others than they were."""
    return slips(names)


def slips(names: Iterable[str]) -> dict[str, set[str]]:
    """For each plain form the others that are one letter away: one more, one less, one other, or two turned."""
    near: defaultdict[str, set[str]] = defaultdict(set)
    holders: dict[int, str] = {}
    for name in names:
        if len(name) < SHORTEST_FOR_A_SLIP:
            continue
        # Names a letter apart share a form with one letter left out; a number takes less room than that form.
        shorter = {hash(name[:at] + name[at + 1 :]) for at in range(len(name))}
        for mark in (hash(name), *shorter):
            other = holders.setdefault(mark, name)
            if other is not name and other not in near[name] and _one_slip(name, other):
                near[name].add(other)
                near[other].add(name)
    return near


def _one_slip(one: str, other: str) -> bool:
    if _DIGITS.findall(one) != _DIGITS.findall(other) or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, other_rest = one[start:], other[start:]
    turned = rest[1::-1] + rest[2:] if len(rest) > 1 else rest
    return other_rest in (turned, rest[1:]) or other_rest[1:] in (rest, rest[1:])
