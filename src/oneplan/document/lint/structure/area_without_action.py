"""area-without-action: an area in which nothing will be done, where its like have actions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from oneplan.document.lint.facts import PlacedElement, PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.structure.joint import named_jointly
from oneplan.document.lint.structure.likeness import plain
from oneplan.document.schema import Element
from oneplan.vocabulary.findings import Finding

_MOST_WORDS = 12


def _check(facts: PlanFacts) -> Iterator[Finding]:
    levels: defaultdict[tuple[str, str, int], list[PlacedElement]] = defaultdict(list)
    for placed in facts.elements:
        element = placed.element
        if element.kind != "section":
            levels[element.kind, (element.label or "").casefold(), len(placed.path)].append(placed)
    joint = named_jointly(facts)
    for level in levels.values():
        busy = [placed for placed in level if does_something(placed.element)]
        if len(busy) < 2 or len(busy) * 2 < len(level):
            continue
        fuller = _longer_names(placed.element.title for placed in busy)
        for placed in level:
            if not does_something(placed.element) and not _is_shared(placed, joint):
                yield about(
                    RULE.name,
                    "warning",
                    placed.element,
                    f"Nothing is to be done here, as it is under {len(busy)} of {len(level)} alike.",
                    fix=_cure(fuller.get(plain(placed.element.title))),
                )


def _longer_names(titles: Iterable[str]) -> dict[str, str]:
    """For the first words of each title, two at the least, the title: "best start" for "Best start in life"."""
    found: dict[str, str] = {}
    for title in titles:
        words = plain(title).split()
        for length in range(2, min(len(words), _MOST_WORDS)):
            found.setdefault(" ".join(words[:length]), title)
    return found


def _cure(other: str | None) -> str:
    if other:
        return f"Is it “{other}”? Then use one name for it throughout."
    return "Write at least one action, or say which one elsewhere serves it."


def does_something(element: Element) -> bool:
    """Whether the element, or a part below it, has an action or an activity."""
    pending = [element]
    while pending:
        part = pending.pop()
        if part.actions or any(statement.kind == "activity" for statement in part.statements):
            return True
        pending += part.children
    return False


def _is_shared(placed: PlacedElement, joint: Mapping[int, Element]) -> bool:
    """A neighbour's actions, or an element that names both, serve it where it has measures of its own."""
    element = placed.element
    measured = bool(element.indicators or element.measures)
    return id(element) in joint or (measured and bool(placed.path))


RULE = Rule(
    name="area-without-action",
    title="An area in which nothing will be done",
    severity="warning",
    family="structure",
    scope="across",
    meaning="Most outcomes, priorities or areas of this level have actions or activities; this one has "
    "none, nor measures of its own.",
    why="It was agreed as a priority, and no one has been asked to do anything about it.",
    bad="Priority 4: clean air · (no actions)",
    good="Priority 4: clean air · 4.1 Replace the oldest twenty buses",
    check=_check,
)
