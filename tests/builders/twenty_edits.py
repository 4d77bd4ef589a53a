"""Twenty edits of every kind, as a partnership makes them in a year, made of a seed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from oneplan.document.identity import with_ids
from oneplan.document.schema import Element, PlanDocument
from oneplan.partnership.plans.parts.changes import Change, applied
from oneplan.partnership.plans.parts.document import document_of
from oneplan.partnership.plans.parts.editing.fields import (
    due_of,
    funding_of,
    measure_of,
    with_fields,
)
from oneplan.partnership.plans.parts.editing.moving import lowered, moved
from oneplan.partnership.plans.parts.editing.tree import FIRST, added, removed
from oneplan.partnership.plans.parts.part import Parts, Sort

_WORDS = "harbour lantern orchard bicycle clinic workshop ribbon kettle meadow choir ferry".split()
_NEXT_DIGIT = str.maketrans("0123456789", "1234567890")


class Editor:
    """Somebody who edits a plan at random."""

    def __init__(self, parts: Parts, random: Random) -> None:
        self.parts = parts
        self.random = random

    def _one(self, sort: Sort) -> str:
        return self.random.choice([part.key for part in self.parts.of_sort(sort)])

    def _area(self) -> str:
        areas = self.parts.of_sort("element")
        return self.random.choice(
            [area.key for area in areas if self.parts.children(area.key, "action")]
        )

    def _words(self) -> str:
        return " ".join(self.random.sample(_WORDS, 6)).capitalize()

    def _worded(self, text: str) -> str:
        words = text.split()
        words.insert(len(words) // 2, self.random.choice(_WORDS))
        return " ".join(words)

    def edit(self) -> Sequence[Change]:
        """One edit of a random kind."""
        parts, action = self.parts, self._one("action")
        kinds: list[Callable[[], Sequence[Change]]] = [
            lambda: self._reworded("action"),
            lambda: self._reworded("statement"),
            lambda: with_fields(parts, action, {"due": due_of("by May 2031")}),
            lambda: with_fields(parts, action, {"leads": [self._words()]}),
            lambda: with_fields(
                parts, action, {"partners": [*parts[action]["partners"], self._words()]}
            ),
            lambda: with_fields(parts, action, {"funding": funding_of("£77k from the lottery")}),
            lambda: with_fields(parts, action, {"steps": [{"text": self._words()}]}),
            lambda: with_fields(parts, action, {"category": "other"}),
            self._other_figures,
            self._retitled,
            lambda: added(parts, "measure", action, measure_of(self._words())),
            lambda: added(
                parts, "action", self._area(), {"text": self._words(), "ref": "ZZ 1"}, after=FIRST
            ),
            lambda: added(
                parts, "statement", self._area(), {"kind": "context", "text": self._words()}
            ),
            lambda: removed(parts, self._one("measure")),
            lambda: removed(parts, self._one("statement")),
            lambda: removed(parts, action),
            lambda: moved(parts, action, self._area()),
            lambda: lowered(parts, action),
        ]
        return self.random.choice(kinds)()

    def _reworded(self, sort: Sort) -> Sequence[Change]:
        key = self._one(sort)
        return with_fields(self.parts, key, {"text": self._worded(self.parts[key]["text"])})

    def _other_figures(self) -> Sequence[Change]:
        key = self._one("measure")
        return with_fields(
            self.parts, key, {"text": self.parts[key]["text"].translate(_NEXT_DIGIT)}
        )

    def _retitled(self) -> Sequence[Change]:
        area = self._area()
        return with_fields(
            self.parts, area, {"title": f"{self.parts[area]['title']} {self._words()}"}
        )


def twenty_edits(parts: Parts, seed: int) -> Parts:
    """The parts after twenty edits."""
    random = Random(seed)
    for _ in range(20):
        parts = applied(parts, Editor(parts, random).edit())
    return parts


def as_read_anew(parts: Parts) -> PlanDocument:
    """The document that the parts make, as a reader gives it: with ids that are made of its words."""
    plan = document_of(parts)
    pending: list[Element] = [*plan.elements]
    while pending:
        element = pending.pop()
        element.id = None
        pending += element.children
        for each in (*element.measures, *element.actions):
            each.id = None
        for measure in (measure for action in element.actions for measure in action.measures):
            measure.id = None
    return with_ids(plan)
