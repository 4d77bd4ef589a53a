"""Who follows whom: what answers for a body today, chains of bodies, and arrows that must not run in a circle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Follows:
    """One body followed another on a day."""

    earlier: int
    later: int
    on: date


def runs_in_a_circle(arrows: Iterable[tuple[int, int]]) -> bool:
    """Whether somebody who follows the arrows can come back to where they began."""
    onward = _by_first(arrows)
    done: set[int] = set()
    return any(start not in done and _comes_back(start, onward, done) for start in onward)


def _comes_back(start: int, onward: Mapping[int, list[int]], done: set[int]) -> bool:
    """Whether a way from the start meets itself; adds to ``done`` all from which no way does."""
    on_the_way = {start}
    ways = [(start, iter(onward.get(start, ())))]
    while ways:
        here, further = ways[-1]
        following = next(further, None)
        if following is None:
            ways.pop()
            on_the_way.discard(here)
            done.add(here)
        elif following in on_the_way:
            return True
        elif following not in done:
            on_the_way.add(following)
            ways.append((following, iter(onward.get(following, ()))))
    return False


def reached(start: int, arrows: Iterable[tuple[int, int]]) -> set[int]:
    """All that can be reached by following the arrows, without the start."""
    onward = _by_first(arrows)
    found: set[int] = set()
    waiting = [start]
    while waiting:
        for following in onward.get(waiting.pop(), ()):
            if following not in found:
                found.add(following)
                waiting.append(following)
    return found - {start}


def answering_on(day: date, followed: Iterable[Follows]) -> dict[int, frozenset[int]]:
    """For each body that was followed by that day, the last of those that followed it.

    A body that was split is answered for by all its parts; bodies that have not been followed are
    not in the answer.
    """
    onward = _by_first((each.earlier, each.later) for each in followed if each.on <= day)
    answers: dict[int, frozenset[int]] = {}
    for start in onward:
        _answer(start, onward, answers)
    return {start: answers[start] for start in onward}


def _answer(
    start: int, onward: Mapping[int, list[int]], answers: dict[int, frozenset[int]]
) -> None:
    """Works out from the last to the first who answers for the start and all that followed it."""
    waiting = [start]
    while waiting:
        here = waiting[-1]
        unknown = [each for each in onward.get(here, ()) if each not in answers]
        if unknown:
            waiting += unknown
            continue
        waiting.pop()
        later = [answers[each] for each in onward.get(here, ())]
        answers[here] = frozenset().union(*later) if later else frozenset({here})


def generations(body: int, followed: Iterable[tuple[int, int]]) -> list[list[int]]:
    """A body with all before and after it, in steps from the first to the last; each stands once.

    ``followed`` names an earlier one and one that followed it. A body stands in the step after the
    last of those that it followed.
    """
    arrows = list(followed)
    back = [(later, earlier) for earlier, later in arrows]
    kin = {body} | reached(body, arrows) | reached(body, back)
    step: dict[int, int] = {}
    before = _by_first((later, earlier) for later, earlier in back if {later, earlier} <= kin)
    waiting = sorted(kin)
    while waiting:
        ready = [each for each in waiting if all(one in step for one in before.get(each, ()))]
        for each in ready:
            step[each] = 1 + max((step[one] for one in before.get(each, ())), default=-1)
        waiting = [each for each in waiting if each not in step] if ready else []
    steps: defaultdict[int, list[int]] = defaultdict(list)
    for each in sorted(step):
        steps[step[each]].append(each)
    return [steps[number] for number in sorted(steps)]


def _by_first(arrows: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    onward: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in arrows:
        onward[one].append(other)
    return dict(onward)
