"""Differences of a newer document that are one: printed once, and understood in several places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from oneplan.document.differences.matching import plain
from oneplan.website.pages.importing.difference_words import ANYWHERE, DifferenceInWords
from oneplan.website.pages.spreadsheet.items import Item, Sides

_JOINT = " / "
_OF_ITS_LEVEL = {"kind", "label"}
_HEADING = "category"
_FROM_PLACE = {"category", "recommendations"}
"""What the headings above a row say of it."""
_FROM_PROSE = {"place", "term", "action"}


def said_together(items: Sequence[Item], sides: Sides) -> list[Item]:
    """The differences, those that follow from the words of another as part of it.

    A ward that stands in a changed sentence, the pointer in a reworded action, the name in a list of
    members, a joint heading: each is chosen with what it was read from. What others have changed
    meanwhile, and what cannot be done, stays by itself.
    """
    said = [
        DifferenceInWords(each, sides, number)
        for number, each in enumerate(items)
        if not each.why and each.now is None
    ]
    hosts = _Hosts(said, sides)
    within = {each.item.value: host for each in said if (host := hosts.of(each)) is not None}
    followers: dict[str, list[Item]] = {}
    for each in items:
        if each.value in within:
            followers.setdefault(_outermost(each.value, within), []).append(each)
    return [
        _with(each, followers.get(each.value, ())) for each in items if each.value not in within
    ]


def _outermost(value: str, within: Mapping[str, DifferenceInWords]) -> str:
    seen = {value}
    while value in within and (above := within[value].item.value) not in seen:
        seen.add(above)
        value = above
    return value


def _with(item: Item, followers: Sequence[Item]) -> Item:
    if not followers:
        return item
    told = "; ".join(
        f"{each.part} ({each.name.lower()})" if each.name else f"{each.part} ({each.doing.lower()})"
        for each in followers
    )
    places = item.places.union(*(each.places for each in followers))
    return replace(item, places=places, says=(*item.says, ("With it", told)))


@dataclass(frozen=True, slots=True)
class _Index:
    """The differences from which others may follow, by what is looked for."""

    exact: Mapping[tuple[str | None, str, str], DifferenceInWords]
    words: Mapping[str, DifferenceInWords]
    phrases: Mapping[str, DifferenceInWords]
    moves: Mapping[str, DifferenceInWords]
    labels: Mapping[str, DifferenceInWords]
    company: Mapping[str, DifferenceInWords]
    headings: Mapping[str, DifferenceInWords]
    prose: Mapping[tuple[str | None, str], DifferenceInWords]


class _Hosts:
    """From which difference another follows."""

    def __init__(self, said: Sequence[DifferenceInWords], sides: Sides) -> None:
        words = [each for each in said if each.is_words]
        exact = {
            (at, each.before, each.after): each for each in reversed(words) for at in each.scopes
        }
        phrases = {phrase: each for each in reversed(said) for phrase in _of_lists(each)}
        statements = [each for each in reversed(words) if each.sort == "statement"]
        prose = {(at, word): each for each in statements for word in each.other_words for at in (each.owner, ANYWHERE)}  # fmt: skip
        lone = [each for each in said if each.sort == "action" and each.name in ("whole", "place")]
        company = {at: each for each in reversed(lone) for at in each.owners}
        labels = {each.key: each for each in said if each.name == "label"}
        moves = {each.key: each for each in said if each.name == "place"}
        by_words = {each.key: each for each in words}
        headings = _first_below_headings([each for each in said if each.key not in moves], sides)
        self._of = _Index(exact, by_words, phrases, moves, labels, company, headings, prose)

    def of(self, small: DifferenceInWords) -> DifferenceInWords | None:
        """The difference of which this one is a part; None where it stands by itself."""
        if small.is_shared_label:
            return next(
                (self._of.company[at] for at in small.owners if at in self._of.company), None
            )
        if not small.may_follow:
            return None
        return next((host for host in self._found(small) if host is not small), None)

    def _found(self, small: DifferenceInWords) -> Iterator[DifferenceInWords]:
        for at in (small.owner, small.key, ANYWHERE):
            host = self._of.exact.get((at, small.before, small.after))
            if host is not None and (host.sort, host.number) < (small.sort, small.number):
                yield host
        if small.sort == "element" and small.name in _OF_ITS_LEVEL:
            yield from self._level(small)
        around = [self._of.words.get(small.key), self._of.words.get(small.owner)]
        if small.sort in _FROM_PROSE:
            at = small.owner if small.sort == "action" else ANYWHERE
            around += [self._of.prose.get((at, word)) for word in sorted(small.other_words)]
        yield from (host for host in around if host is not None and _follows(small, host))
        if small.name in _FROM_PLACE and small.key in self._of.moves:
            yield self._of.moves[small.key]
        if small.name == _HEADING and small.key in self._of.headings:
            yield self._of.headings[small.key]
        named = {self._of.phrases.get(phrase) for phrase in small.gone | small.come}
        if small.sort in ("body", "element") and len(named) == 1 and (host := named.pop()):
            yield host

    def _level(self, small: DifferenceInWords) -> Iterator[DifferenceInWords]:
        """The other title or place, or the other word for its level, from which a part's level follows."""
        for hosts in (self._of.words, self._of.moves, self._of.labels):
            if (host := hosts.get(small.key)) is not None:
                yield host


def _first_below_headings(
    said: Sequence[DifferenceInWords], sides: Sides
) -> Mapping[str, DifferenceInWords]:
    """The first of the actions that come from one heading below another in one place, by each of them."""
    changed = {each.key: each for each in said if each.name == _HEADING}
    found: dict[str, DifferenceInWords] = {}
    for owner in dict.fromkeys(each.owner for each in changed.values()):
        rows = sides.wanted.children(owner, "action")
        for _, below in groupby(rows, lambda row: str(row[_HEADING])):
            firsts: dict[str, DifferenceInWords] = {}
            for each in (changed[row.key] for row in below if row.key in changed):
                found[each.key] = firsts.setdefault(each.before, each)
    return found


def _of_lists(said: DifferenceInWords) -> Iterator[str]:
    """The phrases of a list of members, and the headings of a joint one, that come or go."""
    if said.name == "members":
        yield from said.gone | said.come
    elif said.sort == "element" and said.name == "title" and said.part:
        old, new = (
            set(map(plain, str(part["title"]).split(_JOINT))) if part else set()
            for part in (said.old, said.new)
        )
        if len(new) > 1:
            yield from old ^ new


def _follows(small: DifferenceInWords, host: DifferenceInWords) -> bool:
    """Whether what a difference takes away and brings is taken away and brought by other words."""
    if not host.is_words or small is host:
        return False
    goes = all(_in(each, host.before) and not _in(each, host.after) for each in small.gone)
    comes = all(_in(each, host.after) and not _in(each, host.before) for each in small.come)
    if small.key == host.key and small.gone and small.come:
        return goes or comes  # where its own words say nothing, those of the part above are read
    return goes and comes


def _in(phrase: str, text: str) -> bool:
    return f" {phrase} " in f" {text} "
