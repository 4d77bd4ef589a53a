"""Where words, names and gaps are put in a plan, for the plants that are not about figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from builders.planting.plant import Planted, actions_of, copied, elements_of
from oneplan.document.identity import with_ids
from oneplan.document.schema import Action, Element, Measure, PlanDocument, Statement, Step, Term

TEAMS = ("Harbour", "Orchard", "Quayside", "Meadow", "Lantern", "Juniper")
THINGS = ("clubs", "workshops", "allotments", "reading rooms", "walks", "choirs")


def with_words(plan: PlanDocument, random: Random, text: str) -> Planted:
    """A copy of the plan with the words in one place or another: a statement, a measure or a step."""
    changed = copied(plan)
    holders = actions_of(changed)
    place = random.choice(("plan", "element", "measure", "step"))
    if place in ("measure", "step") and holders:
        placed = random.choice(holders)
        if place == "measure":
            placed.action.measures.append(Measure(text=text))
        else:
            placed.action.steps.append(Step(text=text))
        return Planted(with_ids(changed), (placed.where,))
    return _as_statement(changed, random, text, of_an_element=place != "plan")


def with_statement(plan: PlanDocument, random: Random, *texts: str) -> Planted:
    """A copy of the plan with paragraphs one after another, the plan's own or an element's."""
    changed = copied(plan)
    elements = [placed.element for placed in elements_of(changed)]
    holder: Element | None = random.choice([None, *elements])
    kept = holder.statements if holder else changed.statements
    kept += [Statement(kind="context", text=text) for text in texts]
    return Planted(changed, (holder.title if holder else None,))


def _as_statement(plan: PlanDocument, random: Random, text: str, *, of_an_element: bool) -> Planted:
    elements = elements_of(plan)
    statement = Statement(kind="context", text=text)
    if of_an_element and elements:
        element = random.choice(elements).element
        element.statements.append(statement)
        return Planted(plan, (element.title,))
    plan.statements.append(statement)
    return Planted(plan, (None,))


def with_changed_action(
    plan: PlanDocument,
    random: Random,
    change: Callable[[Action], str | None],
    suits: Callable[[Action], bool] = lambda _: True,
) -> Planted | None:
    """A copy of the plan with one suitable action changed; ``change`` gives the words to be quoted."""
    changed = copied(plan)
    suitable = [placed for placed in actions_of(changed) if suits(placed.action)]
    if not suitable:
        return None
    placed = random.choice(suitable)
    words = change(placed.action)
    return Planted(changed, (placed.where,), words or "")


def twin(planted: Planted | None, plan: PlanDocument) -> PlanDocument:
    """The changed plan; the plan as it was where there was no room."""
    return planted.plan if planted else plan


def with_terms(plan: PlanDocument, *terms: tuple[str, str]) -> PlanDocument:
    """A copy of the plan with lines added to its list of acronyms."""
    changed = copied(plan)
    changed.glossary += [Term(term=term, meaning=meaning) for term, meaning in terms]
    return changed


def a_name(random: Random, words: Sequence[str] = TEAMS) -> str:
    """A body that no plan has."""
    return f"{random.choice(words)} {random.choice(('Arts', 'Sports', 'Skills'))} Collective"
