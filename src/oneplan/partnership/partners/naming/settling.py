"""What the names of a plan mean: settled before, like something that is known, or new."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from oneplan.document.phrases.naming_words import BODY_CALLED_GROUP, DOCUMENTS, GROUPS
from oneplan.document.phrases.posts import looks_like_post
from oneplan.partnership.partners.naming.alike import clusters
from oneplan.partnership.partners.naming.likeness import SURE, Surroundings
from oneplan.partnership.partners.naming.lookup import Like, Lookup
from oneplan.partnership.partners.naming.meanings import Meanings
from oneplan.partnership.partners.naming.names import SORT_OF, Printed, Sort, Thing, key_of, shown
from oneplan.partnership.partners.naming.taken_apart import take_apart

_OF_ANOTHER_SORT = 12
_CLEARLY_BETTER = 4
_MOST_OTHERS = 4
_ASIDE = re.compile(r"\s*[(\[].*$|\s+\d{4}.*$|\s*\d+$")


@dataclass(frozen=True, slots=True)
class NameInPlan:
    """A name as plans print it, where it stands, and how often."""

    kind: Printed
    text: str
    times: int = 1


class State(StrEnum):
    """How far a name is settled."""

    SETTLED = "settled"
    SUGGESTED = "suggested"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Match:
    """Something known that a name may mean: how like it is (0 to 100) and why."""

    thing: Thing
    name: str
    score: int
    why: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling in a group: how like the group's name it is (0 to 100) and why it is there."""

    text: str
    times: int
    score: int
    why: str


@dataclass(frozen=True, slots=True)
class NameGroup:
    """Spellings that are likely one name.

    ``thing`` is what they mean, settled or suggested; None where it is new. ``name`` is what it is
    called, ``sort`` what it is or would become. ``others`` are what else was found like them, and of
    a new name ``near`` are other new ones that may be the same, with why.
    """

    kind: Printed
    state: State
    name: str
    sort: Sort
    thing: Thing | None
    spellings: tuple[Spelling, ...]
    others: tuple[Match, ...] = ()
    near: tuple[tuple[str, str], ...] = ()

    @property
    def sure(self) -> bool:
        """Whether it may be settled together with all others, without being looked at by itself."""
        return all(spelling.score >= SURE for spelling in self.spellings)

    @property
    def times(self) -> int:
        """How often its spellings stand in the plan."""
        return sum(spelling.times for spelling in self.spellings)


def settle(
    names: Iterable[NameInPlan], known: Meanings, around: Surroundings
) -> tuple[NameGroup, ...]:
    """The names of a plan in groups, by where they stand; in each the most frequent first.

    The same names give the same groups, whatever their order.
    """
    groups: list[NameGroup] = []
    merged = _merged(names)
    things = Lookup((take_apart(each.text) for each in known.names), around)
    for kind in Printed:
        groups += _of_kind(merged[kind], kind, known, things, around)
    return tuple(groups)


def _merged(names: Iterable[NameInPlan]) -> dict[Printed, list[NameInPlan]]:
    times: dict[Printed, defaultdict[str, int]] = {kind: defaultdict(int) for kind in Printed}
    for name in names:
        if shown(name.text):
            times[name.kind][shown(name.text)] += name.times
    return {
        kind: [NameInPlan(kind, text, number) for text, number in sorted(found.items())]
        for kind, found in times.items()
    }


def _of_kind(
    names: Sequence[NameInPlan],
    kind: Printed,
    known: Meanings,
    things: Lookup,
    around: Surroundings,
) -> list[NameGroup]:
    settled: defaultdict[Thing, list[Spelling]] = defaultdict(list)
    suggested: list[tuple[Spelling, list[Match]]] = []
    new: list[NameInPlan] = []
    open_names = []
    for each in names:
        meaning = known.of(kind, each.text)
        if meaning:
            settled[meaning.thing].append(Spelling(each.text, each.times, 100, "settled"))
        else:
            open_names.append(each)
    apart = [take_apart(each.text) for each in open_names]
    for each, (_, likes) in zip(open_names, things.like(apart), strict=True):
        matches = _matches(likes, kind, known)
        if matches:
            best = matches[0]
            suggested.append((Spelling(each.text, each.times, best.score, best.why), matches))
        else:
            new.append(each)
    return [
        *_settled(settled, kind, known),
        *_suggested(suggested, kind),
        *_new(new, kind, around),
    ]


def _matches(likes: Iterable[Like], kind: Printed, known: Meanings) -> list[Match]:
    """What a name may mean, the likest first. Where two are about as like, none of them is sure."""
    best: dict[Thing, Match] = {}
    for like in likes:
        named = known.names[like.number]
        score = like.likeness.score
        if named.thing.sort != SORT_OF[kind]:
            score -= _OF_ANOTHER_SORT if score < 100 else 100 - SURE
        if named.thing not in best or best[named.thing].score < score:
            best[named.thing] = Match(named.thing, named.name, score, like.likeness.why)
    found = sorted(best.values(), key=lambda match: (-match.score, match.thing))
    if len(found) > 1 and found[0].score - found[1].score < _CLEARLY_BETTER:
        first = found[0]
        unsure = Match(first.thing, first.name, min(first.score, SURE - 1), first.why)
        found = [unsure, *found[1:]]
    return found[: _MOST_OTHERS + 1]


def _settled(
    found: Mapping[Thing, list[Spelling]], kind: Printed, known: Meanings
) -> list[NameGroup]:
    return _in_order(
        NameGroup(kind, State.SETTLED, known.name_of(thing), thing.sort, thing, _ordered(spellings))
        for thing, spellings in found.items()
    )


def _suggested(found: Iterable[tuple[Spelling, list[Match]]], kind: Printed) -> list[NameGroup]:
    """One group for all sure spellings of a thing, and one for each that is to be looked at."""
    grouped: defaultdict[tuple[Thing, str], list[tuple[Spelling, list[Match]]]] = defaultdict(list)
    for spelling, matches in found:
        alone = "" if spelling.score >= SURE else spelling.text
        grouped[matches[0].thing, alone].append((spelling, matches))
    return _in_order(
        NameGroup(
            kind,
            State.SUGGESTED,
            members[0][1][0].name,
            thing.sort,
            thing,
            _ordered(spelling for spelling, _ in members),
            tuple(dict.fromkeys(match for _, matches in members for match in matches[1:])),
        )
        for (thing, _), members in grouped.items()
    )


def _new(names: Sequence[NameInPlan], kind: Printed, around: Surroundings) -> list[NameGroup]:
    times = {each.text: each.times for each in names}
    found = []
    for cluster in clusters([(take_apart(text), number) for text, number in times.items()], around):
        spellings = _ordered(
            Spelling(name.text, times[name.text], alike.score, alike.why)
            for name, alike in cluster.members
        )
        name = cluster.name.text
        near = tuple((other.text, alike.why) for other, alike in cluster.near)
        sort = sort_of_new(kind, name)
        found.append(NameGroup(kind, State.NEW, name, sort, None, spellings, near=near))
    return _in_order(found)


def sort_of_new(kind: Printed, name: str) -> Sort:
    """What a new name would become: what stands in its column, unless it says that it is something else."""
    bare = _ASIDE.sub("", name).strip(" .,;")
    last = (bare.split() or [""])[-1].casefold()
    if kind is Printed.LEAD:
        return Sort.POST if looks_like_post(name) else Sort.ORGANISATION
    if kind is Printed.PARTNER and looks_like_post(name):
        return Sort.POST
    if kind is Printed.GROUP and last in DOCUMENTS:
        return Sort.STRATEGY
    if kind is Printed.PARTNER and BODY_CALLED_GROUP.search(bare):
        return Sort.ORGANISATION
    if kind in (Printed.PARTNER, Printed.STRATEGY) and last in GROUPS:
        return Sort.BOARD
    return SORT_OF[kind]


def _ordered(spellings: Iterable[Spelling]) -> tuple[Spelling, ...]:
    return tuple(sorted(spellings, key=lambda each: (-each.times, each.text)))


def _in_order(groups: Iterable[NameGroup]) -> list[NameGroup]:
    return sorted(groups, key=lambda group: (-group.times, key_of(group.name), group.name))
