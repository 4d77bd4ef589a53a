"""A plan as its office changes it before it is printed anew, and what is to be told of each change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

from builders.changed_texts import Change, ToldOf, made
from oneplan.document.schema import Action, Due, Element, Funding, Measure, PlanDocument, Step

_MARKERS = "lantern orchard bicycle ribbon kettle meadow choir ferry heron walnut saddle pebble thimble cobbler tulip badger".split()


@dataclass(slots=True)
class Office:
    """Somebody who changes a document; every action is touched once at most."""

    plan: PlanDocument
    random: Random
    markers: list[str] = field(default_factory=lambda: [*_MARKERS])
    touched: set[int] = field(default_factory=set)

    def changed(self, number: int) -> list[ToldOf]:
        """Makes so many changes, as many kinds as there are, and gives what is to be told of them."""
        return made([*self.kinds()], number, self.random)

    def kinds(self) -> Iterator[Change]:
        """Every kind of change."""
        yield from (self.reword, self.delay, self.pay, self.renumber, self.step, self.measure)
        yield from (self.unmeasure, self.refigure, self.add, self.remove, self.move, self.retitle)
        yield lambda: self._names("leads", "Led by", "Head of {}", alone=True)
        yield lambda: self._names("partners", "Partners", "{} Trust")
        yield lambda: self._names("strategies", "Supports", "{} Strategy", alone=True)
        yield lambda: self._names("groups", "For", "{} Board", alone=True)

    def reword(self) -> ToldOf | None:
        """A word more in an action."""
        action, word = self._action(), self._marker()
        if action is None:
            return None
        action.text = action.text.replace(" ", f" {word} ", 1)
        return ToldOf("Changed", "Words", word, action.ref or "")

    def delay(self) -> ToldOf | None:
        """Another date."""
        action = self._action()
        if action is None:
            return None
        action.due = Due(text="May 2041", month="2041-05")
        return ToldOf("Changed", "By when", "May 2041", action.ref or "")

    def pay(self) -> ToldOf | None:
        """Another sum."""
        action = self._action()
        if action is None:
            return None
        action.funding = [Funding(text="£77,123", amount=77123, currency="GBP", kind="amount")]
        return ToldOf("Changed", "Money", "£77,123", action.ref or "")

    def renumber(self) -> ToldOf | None:
        """Another number, and with it other words: two things are told, one of them by name."""
        action = self._action()
        if action is None or not action.ref:
            return None
        action.ref = f"{action.ref.split()[0]} 97.3"
        return ToldOf("Changed", "Reference", action.ref, action.ref)

    def step(self) -> ToldOf | None:
        """A step more."""
        action, word = self._action(lambda each: bool(each.steps)), self._marker()
        if action is None:
            return None
        action.steps.append(Step(text=f"pack the {word} boxes"))
        return ToldOf("Changed", "Steps", word, action.ref or "")

    def measure(self) -> ToldOf | None:
        """A measure more."""
        action, word = self._action(lambda each: bool(each.measures)), self._marker()
        if action is None:
            return None
        action.measures.append(Measure(text=f"25 boxes of {word} are packed by May 2041"))
        return ToldOf("Added", "", word)

    def unmeasure(self) -> ToldOf | None:
        """A measure less."""
        action = self._action(lambda each: len(each.measures) > 1)
        if action is None:
            return None
        return ToldOf("Removed", "", " ".join(action.measures.pop().text.split()[:4]))

    def refigure(self) -> ToldOf | None:
        """Another word in a measure."""
        action, word = self._action(lambda each: bool(each.measures)), self._marker()
        if action is None:
            return None
        measure = action.measures[0]
        head, _, tail = measure.text.rpartition(" by ")
        if not head:
            return None
        measure.text = f"{head} in every {word} by {tail}"
        return ToldOf("Changed", "Words", word)

    def add(self) -> ToldOf | None:
        """An action more."""
        beside, word = self._action(), self._marker()
        if beside is None:
            return None
        new = beside.model_copy(
            deep=True,
            update={
                "id": None,
                "ref": "ZZ 96.1",
                "text": f"Teach each {word} of the county to swim.",
                "steps": [],
                "measures": [Measure(text=f"40 lessons for a {word} by May 2041")],
            },
        )
        siblings = self._siblings(beside)
        siblings.insert(siblings.index(beside) + 1, new)
        self.touched.add(id(new))
        return ToldOf("Added", "", word)

    def remove(self) -> ToldOf | None:
        """An action less."""
        action = self._action(lambda each: len(self._siblings(each)) > 1)
        if action is None:
            return None
        self._siblings(action).remove(action)
        return ToldOf("Removed", "", action.ref or action.text)

    def move(self) -> ToldOf | None:
        """An action in another part."""
        action = self._action(lambda each: len(self._siblings(each)) > 1)
        if action is None:
            return None
        own = self._siblings(action)
        others = [each for each in self._areas() if each.actions is not own]
        if not others:
            return None
        own.remove(action)
        self.random.choice(others).actions.append(action)
        return ToldOf("Moved", "Where it stands", action.ref or action.text[:30])

    def retitle(self) -> ToldOf | None:
        """Another name for a part."""
        area, word = self.random.choice(self._areas()), self._marker()
        area.title = f"{area.title} for every {word}"
        return ToldOf("Changed", "Title", word)

    def _names(self, field_of: str, name: str, shape: str, *, alone: bool = False) -> ToldOf | None:
        action = self._action(lambda each: bool(getattr(each, field_of)))
        if action is None:
            return None
        word = shape.format(self._marker().capitalize())
        setattr(action, field_of, [word] if alone else [*getattr(action, field_of), word])
        return ToldOf("Changed", name, word, action.ref or "")

    def _areas(self) -> list[Element]:
        found, pending = [], [*self.plan.elements]
        while pending:
            element = pending.pop(0)
            pending += element.children
            found += [element] if element.actions else []
        return found

    def _action(self, fits: Callable[[Action], bool] = lambda _: True) -> Action | None:
        """An action that was not touched yet and has a number, of those that fit."""
        free = [
            action
            for area in self._areas()
            for action in area.actions
            if id(action) not in self.touched and action.ref and fits(action)
        ]
        if not free:
            return None
        action = self.random.choice(free)
        self.touched.add(id(action))
        return action

    def _siblings(self, action: Action) -> list[Action]:
        return next(
            area.actions for area in self._areas() if any(each is action for each in area.actions)
        )

    def _marker(self) -> str:
        return self.markers.pop(self.random.randrange(len(self.markers)))
