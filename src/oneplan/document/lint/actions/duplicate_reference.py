"""duplicate-reference: one reference that stands before two different actions."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from oneplan.document.lint.facts import PlacedAction, PlanFacts, about, first_words
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_NOT_WORD = re.compile(r"\W+")
_PLAIN = re.compile(
    r"(?:(?:action|priority|objective|outcome|recommendation|reference) )?[\d.]+$", re.IGNORECASE
)


def _check(facts: PlanFacts) -> Iterator[Finding]:
    restarts = _numbering_restarts(facts)
    groups: defaultdict[tuple[int, str], list[PlacedAction]] = defaultdict(list)
    for placed in facts.actions:
        if placed.action.ref:
            section = id(placed.path[-1]) if restarts else 0
            groups[section, placed.action.ref].append(placed)
    for (_, ref), group in groups.items():
        if len(group) == 1:
            continue
        texts = {_NOT_WORD.sub(" ", placed.action.text.casefold()).strip() for placed in group}
        if len(texts) > 1:
            yield about(
                RULE.name,
                "error",
                group[1],
                f"{ref} is the reference of {len(group)} different actions.",
                quotes=tuple(f"{ref} {first_words(placed.action.text)}" for placed in group),
                fix="Give all but the first a free reference, and mend what points at them.",
            )


def _numbering_restarts(facts: PlanFacts) -> bool:
    """Whether references begin again in every section, as 1, 2, 3 under each outcome."""
    sections: defaultdict[str, set[int]] = defaultdict(set)
    firsts: dict[int, str] = {}
    for placed in facts.actions:
        ref, section = placed.action.ref, id(placed.path[-1])
        if ref:
            sections[ref].add(section)
            firsts.setdefault(section, ref)
    shared = sum(len(places) > 1 for places in sections.values())
    begins_again = Counter(ref for ref in firsts.values() if _PLAIN.match(ref))
    return (shared >= 3 and shared * 4 >= len(sections)) or max(
        begins_again.values(), default=0
    ) > 1


RULE = Rule(
    name="duplicate-reference",
    title="One reference, two actions",
    severity="error",
    family="actions",
    scope="across",
    meaning="The same reference stands before two different actions. An action that is printed twice "
    "in the same words is not meant, nor numbers that begin again under each outcome.",
    why="A report on the reference is a report on either. Whatever points at it points at two things.",
    bad="YP 2.1 Open two youth cafés · YP 2.1 Train thirty mentors",
    good="YP 2.1 Open two youth cafés · YP 2.2 Train thirty mentors",
    check=_check,
)
