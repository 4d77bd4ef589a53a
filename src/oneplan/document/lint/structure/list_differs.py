"""list-differs: a list that stands twice in the plan and is not the same list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.structure.likeness import Likeness, plain
from oneplan.document.schema import Element, Statement
from oneplan.vocabulary.findings import Finding


def _check(facts: PlanFacts) -> Iterator[Finding]:
    twice: defaultdict[str, list[Element]] = defaultdict(list)
    for placed in facts.elements:
        if placed.element.children:
            twice[plain(placed.element.title)].append(placed.element)
    for elements in twice.values():
        for later in elements[1:]:
            yield from _compared(elements[0], later)
    yield from _front_list(facts)


def _compared(first: Element, later: Element) -> Iterator[Finding]:
    here = Likeness(child.title for child in later.children)
    there = Likeness(child.title for child in first.children)
    pairs = [(child, here.nearest(child.title)) for child in first.children]
    lost = [child for child, match in pairs if match is None]
    added = [child for child in later.children if there.nearest(child.title) is None]
    changed = [
        (child.title, match)
        for child, match in pairs
        if match and plain(match) != plain(child.title)
    ]
    shared = len(pairs) - len(lost)
    if shared and len(lost) + len(added) <= shared:
        yield from (_missing(child, later, "here, and stands in the list before") for child in lost)
        yield from (_missing(child, first, "here, and stands in the list below") for child in added)
    if changed:
        yield about(
            RULE.name,
            "info",
            later,
            f"{len(changed)} of these items {'is' if len(changed) == 1 else 'are'} worded in another way earlier.",
            quotes=tuple(text for pair in changed for text in pair),
            fix="Use one wording in both places.",
        )


def _missing(child: Element, element: Element, how: str) -> Finding:
    return about(
        RULE.name,
        "error",
        element,
        f"“{child.title.rstrip(' ;.')}” is missing {how}.",
        quotes=(child.title,),
        fix="Put it in, or take it out of the other list.",
        source=element.source,
    )


def _front_list(facts: PlanFacts) -> Iterator[Finding]:
    """The items of a list at the front of the plan against the headings of the plan itself."""
    lines = [line for line in facts.plan.statements if 8 <= len(line.text) <= 220]
    if len(lines) < 4:
        return
    listed = Likeness(line.text for line in lines)
    by_text = {plain(line.text): line for line in lines}
    levels: defaultdict[tuple[str, str], list[Element]] = defaultdict(list)
    for placed in facts.elements:
        element = placed.element
        if element.kind != "section" and not any(above.kind == "section" for above in placed.path):
            levels[element.kind, (element.label or "").casefold()].append(element)
    for level in levels.values():
        yield from _against_level(level, listed, by_text)


def _against_level(
    level: list[Element], listed: Likeness, by_text: dict[str, Statement]
) -> Iterator[Finding]:
    pairs = [(element, listed.nearest(element.title)) for element in level]
    lost = [element for element, match in pairs if match is None]
    found = len(pairs) - len(lost)
    if found < 3 or len(lost) * 4 > len(pairs):
        return
    for element in lost:
        yield about(
            RULE.name,
            "warning",
            element,
            f"The list at the front of the plan names {found} of {len(pairs)}, and not this one.",
            fix="Add it to the list, or say why it is not in it.",
        )
    for element, match in pairs:
        if match and plain(match) != plain(element.title):
            line = by_text[plain(match)]
            yield about(
                RULE.name,
                "warning",
                element,
                "The list at the front of the plan words this in another way.",
                quotes=(line.text, element.title),
                fix="Use one wording in both places.",
            )


RULE = Rule(
    name="list-differs",
    title="A list that is not the same in two places",
    severity="error",
    family="structure",
    scope="across",
    meaning="The summary of the plan lists what an outcome or the plan consists of, and the detail has an "
    "item more or less (an error), or words one in another way (worth a look). The list at the front "
    "of the plan and its headings are compared too (a question).",
    why="Two readers have agreed to two plans, and the item that stands in only one of them is the one that "
    "nobody does.",
    bad="Summary: safe play · night buses · street lights. Detail: safe play · night buses",
    good="Summary and detail: safe play · night buses · street lights",
    check=_check,
)
