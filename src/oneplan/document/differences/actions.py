"""One action in two versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from oneplan.document.differences.changes import Change, ChangeKind
from oneplan.document.differences.measures import measure_changes
from oneplan.document.differences.renumbering import Renumbering
from oneplan.document.lint.facts import first_words
from oneplan.document.schema import Action, Funding
from oneplan.vocabulary.figures import figure_in_words

_LISTS: tuple[tuple[ChangeKind, str, Callable[[Action], list[str]]], ...] = (
    ("leads", "lead", lambda action: action.leads),
    ("partners", "partner", lambda action: action.partners),
    ("strategies", "strategy", lambda action: action.strategies),
    ("groups", "group", lambda action: action.groups),
    ("places", "place", lambda action: action.places),
)


def name_of_action(action: Action) -> str:
    """The action's reference, or its first words where it has none."""
    return action.ref or f"“{first_words(action.text)}”"


def action_changes(
    old: Action, new: Action, numbers: Renumbering, *, same_ids: bool = False
) -> Iterator[Change]:
    """What differs between two versions of an action, its measures included."""
    if old == new:
        return
    name = name_of_action(new)
    if old.ref != new.ref:
        words = f"{old.ref or 'An action without a reference'} is now {new.ref or 'without one'}"
        yield Change("renumbered", "action", name, words, old.ref, new.ref)
    if not numbers.same(old.text, new.text):
        yield Change("text", "action", name, f"{name} is reworded", old.text, new.text)
    yield from _due(old, new, name)
    for kind, word, names_of in _LISTS:
        yield from _names(kind, word, name, (names_of(old), names_of(new)))
    yield from _steps(old, new, name, numbers)
    yield from _money(old, new, name)
    yield from _small_facts(old, new, name)
    yield from _links(old, new, name, numbers)
    yield from measure_changes(name, old.measures, new.measures, numbers, same_ids=same_ids)


def _due(old: Action, new: Action, name: str) -> Iterator[Change]:
    before = old.due.text if old.due else None
    after = new.due.text if new.due else None
    if before == after and old.due == new.due:
        return
    earlier, later = _when(old), _when(new)
    if not before:
        words = f"{name} now has a date: {after}"
    elif not after:
        words = f"{name} has lost its date, {before}"
    elif earlier and later and earlier != later and len(earlier) == len(later):
        move = "later" if later > earlier else "sooner"
        words = f"{name} is due {move}: {after} instead of {before}"
    else:
        words = f"{name} is due {after} instead of {before}"
    yield Change("due", "action", name, words, before, after)


def _when(action: Action) -> str | None:
    return (action.due.month or action.due.period) if action.due else None


def _names(
    kind: ChangeKind, word: str, name: str, lists: tuple[list[str], list[str]]
) -> Iterator[Change]:
    old, new = lists
    if old == new:
        return
    gone = [body for body in old if body not in new]
    come = [body for body in new if body not in old]
    before, after = "; ".join(old) or None, "; ".join(new) or None
    if not gone and not come:
        words = f"{name} names its {word}s in another order"
    elif len(gone) == len(come) == 1:
        words = f"{name} has another {word}: {come[0]} instead of {gone[0]}"
    else:
        parts = [f"gains {', '.join(come)}"] if come else []
        parts += [f"loses {', '.join(gone)}"] if gone else []
        words = f"{name} {' and '.join(parts)} ({word})"
    yield Change(kind, "action", name, words, before, after)


def _steps(old: Action, new: Action, name: str, numbers: Renumbering) -> Iterator[Change]:
    before = [(numbers.renumbered(step.text), step.month) for step in old.steps]
    after = [(step.text, step.month) for step in new.steps]
    if before == after or old.steps == new.steps:
        return
    texts, were = [text for text, _ in after], [text for text, _ in before]
    come, gone = _more(texts, were), _more(were, texts)
    words = f"{name} {_other_steps(come, gone)}"
    yield Change("steps", "action", name, words, "; ".join(were) or None, "; ".join(texts) or None)


def _more(some: list[str], others: list[str]) -> list[str]:
    """Those of some texts that are not among the others, each as often as it is too many."""
    return list((Counter(some) - Counter(others)).elements())


def _other_steps(come: list[str], gone: list[str]) -> str:
    if len(come) == 1 and not gone:
        return f"has a new step: {come[0]}"
    if len(gone) == 1 and not come:
        return f"loses a step: {gone[0]}"
    if len(come) == len(gone) == 1:
        return "has one step reworded"
    if not come and not gone:
        return "has its steps in another order, or in other months"
    said = [f"{len(come)} new or reworded"] if come else []
    said += [f"{len(gone)} gone or reworded"] if gone else []
    return f"has other steps: {', '.join(said)}"


def _sum(funding: Funding) -> str:
    if funding.amount is None:
        return funding.text
    amount = figure_in_words(funding.amount, funding.currency or "GBP")
    return f"{amount} ({funding.label})" if funding.label else amount


def _money(old: Action, new: Action, name: str) -> Iterator[Change]:
    if old.funding == new.funding:
        return
    before = "; ".join(_sum(funding) for funding in old.funding) or None
    after = "; ".join(_sum(funding) for funding in new.funding) or None
    if before is None:
        words = f"{name} now has money: {after}"
    elif after is None:
        words = f"{name} has lost its money, {before}"
    else:
        words = f"The money of {name} is {after} instead of {before}"
    yield Change("money", "action", name, words, before, after)


def _small_facts(old: Action, new: Action, name: str) -> Iterator[Change]:
    facts: tuple[tuple[ChangeKind, str, str | None, str | None], ...] = (
        ("category", "category", old.category, new.category),
        ("status", "status", old.status, new.status),
        ("link", "origin", old.brought_forward_from, new.brought_forward_from),
    )
    for kind, word, before, after in facts:
        if before != after:
            words = f"The {word} of {name} is {after or 'not stated'}, was {before or 'not stated'}"
            yield Change(kind, "action", name, words, before, after)


def _links(old: Action, new: Action, name: str, numbers: Renumbering) -> Iterator[Change]:
    before = [numbers.renumbered(link.target or link.text) for link in old.cross_references]
    after = [link.target or link.text for link in new.cross_references]
    as_printed = [link.target or link.text for link in old.cross_references]
    if after not in (before, as_printed):
        words = f"{name} points at {', '.join(after) or 'nothing'} instead of {', '.join(before) or 'nothing'}"
        yield Change(
            "link", "action", name, words, "; ".join(before) or None, "; ".join(after) or None
        )
    answers = [" page ".join(filter(None, (r.report, r.page))) for r in old.recommendations]
    now = [" page ".join(filter(None, (r.report, r.page))) for r in new.recommendations]
    if answers != now:
        words = f"{name} answers {', '.join(now) or 'no report'} instead of {', '.join(answers) or 'none'}"
        yield Change(
            "link", "action", name, words, "; ".join(answers) or None, "; ".join(now) or None
        )
