"""An element in two versions, and what stands at the top of the plan."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.differences.changes import Change, Subject
from oneplan.document.differences.matching import match, plain
from oneplan.document.periods import period_in_words
from oneplan.document.schema import Element, PlanDocument


def plan_changes(old: PlanDocument, new: PlanDocument) -> Iterator[Change]:
    """What differs at the top of the plan: its names, period, statements, glossary and places."""
    if old.title != new.title:
        words = f"The title is now “{new.title}”"
        yield Change("text", "plan", new.title, words, old.title, new.title)
    if old.partnership != new.partnership:
        words = f"The partnership is now {_or_nothing(new.partnership)}"
        yield Change("text", "plan", new.title, words, old.partnership, new.partnership)
    if old.version != new.version:
        words = f"Version {_or_nothing(old.version)} is now {_or_nothing(new.version)}"
        yield Change("version", "plan", new.title, words, old.version, new.version)
    before, after = _period(old), _period(new)
    if before != after:
        words = f"The plan's period {_or_nothing(before)} is now {_or_nothing(after)}"
        yield Change("period", "plan", new.title, words, before, after)
    yield from _list_changes("statement", new.title, _statements(old), _statements(new))
    yield from _list_changes("term", new.title, _glossary(old), _glossary(new))
    yield from _list_changes("place", new.title, _places(old), _places(new))
    yield from _list_changes("plan", new.title, _bodies(old), _bodies(new))


def element_changes(old: Element, new: Element) -> Iterator[Change]:
    """What differs in an element itself, its measures and actions aside."""
    where = new.title
    if old.title != new.title:
        words = f"“{old.title}” now reads “{new.title}”"
        yield Change("text", "element", where, words, old.title, new.title)
    if (old.kind, old.label) != (new.kind, new.label):
        before, after = old.label or old.kind, new.label or new.kind
        words = f"“{new.title}” was {before} and is now {after}"
        yield Change("category", "element", where, words, before, after)
    if old.code != new.code:
        words = f"“{new.title}” was number {old.code or 'none'} and is now {new.code or 'none'}"
        yield Change("renumbered", "element", where, words, old.code, new.code)
    yield from _list_changes("element", where, old.members, new.members)
    for kind in dict.fromkeys(s.kind for s in (*old.statements, *new.statements)):
        yield from _list_changes(
            "statement",
            where,
            [statement.text for statement in old.statements if statement.kind == kind],
            [statement.text for statement in new.statements if statement.kind == kind],
        )
    yield from _list_changes("indicator", where, _indicators(old), _indicators(new))


def _list_changes(subject: Subject, where: str, old: list[str], new: list[str]) -> Iterator[Change]:
    """What was added to, taken from or reworded in a list of texts; its order does not count."""
    found = match(old, new, keys=(lambda text: text, lambda text: plain(text) or None), text=str)
    for before, after in found.pairs:
        if before != after:
            words = f"“{before}” now reads “{after}”"
            yield Change("text", subject, where, words, before, after)
    for text in found.added:
        yield Change("added", subject, where, f"“{text}” is new", None, text)
    for text in found.removed:
        yield Change("removed", subject, where, f"“{text}” is gone", text, None)


def _statements(plan: PlanDocument) -> list[str]:
    return [statement.text for statement in plan.statements]


def _glossary(plan: PlanDocument) -> list[str]:
    return [f"{term.term}: {term.meaning}" for term in plan.glossary]


def _places(plan: PlanDocument) -> list[str]:
    return [" – ".join(filter(None, (p.name, p.kind, p.note))) for p in plan.places]


def _bodies(plan: PlanDocument) -> list[str]:
    return [", ".join((body.name, *body.aliases)) for body in plan.organisations]


def _indicators(element: Element) -> list[str]:
    return [" – ".join(filter(None, (i.code, i.name or i.text))) or "" for i in element.indicators]


def _period(plan: PlanDocument) -> str | None:
    if plan.period is None:
        return None
    start, end = plan.period.start, plan.period.end
    return " to ".join(
        period_in_words(month) if month else "no stated month" for month in (start, end)
    )


def _or_nothing(text: str | None) -> str:
    return text if text else "not stated"
