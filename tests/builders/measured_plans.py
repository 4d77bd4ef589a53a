"""Small plans whose measures are read from their sentences, for tests of rules about measures."""

from __future__ import annotations

from oneplan.document.phrases.measures import read_measure
from oneplan.document.schema import Action, Due, Element, Period, PlanDocument

_PERIOD = Period(start="2009-04", end="2012-03")


def measured(*texts: str, due: str | None = "2011-03", says: str = "Open a café") -> PlanDocument:
    """A plan of one action, A 1.1, with the measures."""
    return _plan([_action("A 1.1", texts, due, says)])


def apart(*texts: str) -> PlanDocument:
    """A plan with an action for each measure: A 1.1, A 1.2 …"""
    return _plan(
        [
            _action(f"A 1.{n}", (text,), "2011-03", f"Do thing {n}")
            for n, text in enumerate(texts, 1)
        ]
    )


def under(aim: str, *texts: str) -> PlanDocument:
    """A plan with the measures under an outcome alone."""
    measures = [read_measure(text) for text in texts]
    outcome = Element(kind="outcome", title=aim, measures=measures)
    return PlanDocument(title="A plan for Fenshire", period=_PERIOD, elements=[outcome])


def _plan(actions: list[Action]) -> PlanDocument:
    outcome = Element(kind="outcome", title="Everyone does well", actions=actions)
    return PlanDocument(title="A plan for Fenshire", period=_PERIOD, elements=[outcome])


def _action(ref: str, texts: tuple[str, ...], due: str | None, says: str) -> Action:
    return Action(
        ref=ref,
        text=says,
        due=Due(text=due, month=due) if due else None,
        measures=[read_measure(text) for text in texts],
    )
