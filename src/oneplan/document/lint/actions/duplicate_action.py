"""duplicate-action: the same words as an action under two references."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from oneplan.document.lint.actions.owed import owing_actions
from oneplan.document.lint.facts import PlacedAction, PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_NOT_WORD = re.compile(r"\W+")


def _check(facts: PlanFacts) -> Iterator[Finding]:
    groups: defaultdict[str, list[PlacedAction]] = defaultdict(list)
    for placed in owing_actions(facts):
        groups[_plain(placed.action.text)].append(placed)
    for text, group in groups.items():
        places = {(placed.action.ref, placed.path[-1].title) for placed in group}
        if len(places) > 1 and text.count(" ") >= 3:
            others = ", ".join(dict.fromkeys(_place(placed) for placed in group))
            yield about(
                RULE.name,
                "warning",
                group[1],
                f"The same action stands {len(group)} times: {others}.",
                fix="Keep it in one place, and let the others only refer to it.",
            )


@lru_cache(maxsize=16384)
def _plain(text: str) -> str:
    return _NOT_WORD.sub(" ", text.casefold()).strip()


def _place(placed: PlacedAction) -> str:
    return placed.action.ref or f"under “{placed.path[-1].title}”"


RULE = Rule(
    name="duplicate-action",
    title="The same action twice",
    severity="warning",
    family="actions",
    scope="across",
    meaning="Two actions have the same words, and each has its own lead, date or measure. One that "
    "only refers to the other is not meant.",
    why="It is reported twice, and sooner or later with two different answers.",
    bad="YP 2.1 Train thirty mentors, March 2011 · YP 4.3 Train thirty mentors, July 2011",
    good="YP 2.1 Train thirty mentors, March 2011 · YP 4.3 Train thirty mentors (see YP 2.1)",
    check=_check,
)
