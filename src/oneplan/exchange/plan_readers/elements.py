"""From the outline to the elements of the plan document: kinds, titles, and what was no part after all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from oneplan.document.schema import Action, Element, ElementKind, Statement
from oneplan.exchange.plan_readers.between_tables import names_the_plan
from oneplan.exchange.plan_readers.drafts import Draft, DraftTree, plain
from oneplan.exchange.plan_readers.headings import in_sentence_case
from oneplan.exchange.plan_readers.known_leads import part_known_leads
from oneplan.exchange.plan_readers.placing import Placing
from oneplan.exchange.plan_readers.tables.cells import read_action
from oneplan.exchange.plan_readers.tables.linked_names import Meanings
from oneplan.exchange.plan_readers.tables.parallel import apart

_INNERMOST: tuple[ElementKind, ...] = ("outcome", "priority", "focus_area")


@dataclass(frozen=True, slots=True)
class Known:
    """What the plan's own abbreviations mean, and its proper names by how they look in small letters."""

    meanings: Meanings
    names: Mapping[str, str]


def elements_of(tree: DraftTree, placing: Placing, known: Known) -> list[Element]:
    """The elements of the outline in order; headings with nothing under them are left out.

    ``known`` is what the document as a whole says of its abbreviations and names.
    """
    placing.settle()
    root = tree.root
    _prune(root)
    _without_wrapper(root)
    elements = [_element(draft, None, known) for draft in root.children]
    if root.actions or root.indicators or root.measures:
        elements.append(_unplaced(root, known))
    part_known_leads(elements)
    return elements


def _unplaced(root: Draft, known: Known) -> Element:
    """Actions under no heading of the plan stand in one section without a label."""
    return Element(
        kind="section",
        title="Actions" if root.actions else "Measures",
        indicators=root.indicators,
        measures=root.measures,
        actions=_actions(root, known),
        source=root.actions[0].source if root.actions else None,
    )


def _prune(root: Draft) -> None:
    """Leave out headings that nothing followed, unless the plan numbers or labels them."""
    drafts = list(root.walk())
    served = {id(part) for draft in drafts for part in draft.serves}
    for draft in reversed(drafts):
        draft.children = [
            child
            for child in draft.children
            if child.children
            or child.heading.label
            or not child.holds_nothing
            or id(child) in served
        ]


def _without_wrapper(root: Draft) -> None:
    """A title that holds the whole plan is no part of it."""
    while len(root.children) == 1:
        only = root.children[0]
        if only.heading.label or only.actions or not only.children:
            return
        holds_outcomes = any(child.heading.kind == "outcome" for child in only.children)
        if not (holds_outcomes or names_the_plan(only.heading.title)):
            return
        root.statements.extend(only.statements)
        root.children = only.children
        for child in root.children:
            child.parent = root


def _element(draft: Draft, above: ElementKind | None, known: Known) -> Element:
    words = in_sentence_case(draft.heading, known.names)
    kind = draft.kind or words.kind or _kind(draft, above)
    if kind == above and kind in _INNERMOST[:-1]:
        kind = _INNERMOST[_INNERMOST.index(kind) + 1]
    return Element(
        kind=kind,
        label=words.label,
        code=words.code,
        title=draft.title or words.title,
        statements=[*_printed_in_full(draft), *draft.statements, *_recommended(draft)],
        indicators=draft.indicators,
        measures=draft.measures,
        actions=_actions(draft, known),
        children=[_element(child, kind, known) for child in draft.children],
        source=draft.source,
    )


def _printed_in_full(draft: Draft) -> list[Statement]:
    """The heading itself, where the front list has another name for the part."""
    heading = draft.heading.title
    if draft.title is None or plain(draft.title) == plain(heading):
        return []
    return [Statement(kind="context", text=heading, source=draft.source)]


def _actions(draft: Draft, known: Known) -> list[Action]:
    return [read_action(part, known.meanings) for action in draft.actions for part in apart(action)]


def _recommended(draft: Draft) -> list[Statement]:
    """The recommendations that stand in a column of their own, each once."""
    texts = {
        action.text("recommendation"): action.source
        for action in draft.actions
        if action.text("recommendation")
    }
    return [
        Statement(kind="recommendation", text=text, source=source) for text, source in texts.items()
    ]


def _kind(draft: Draft, above: ElementKind | None) -> ElementKind:
    """The kind of a part that has no label: by what stands below it, else by what it stands in."""
    below = {child.kind or child.heading.kind for child in draft.children}
    if "priority" in below or "focus_area" in below:
        return "outcome" if "priority" in below or above is None else "priority"
    if not any(part.actions for part in draft.walk()):
        return "section"
    if above is None:
        return (
            "outcome" if draft.children else "section" if draft.level == "capitals" else "priority"
        )
    if above in _INNERMOST[:-1]:
        return _INNERMOST[_INNERMOST.index(above) + 1]
    return "section"
