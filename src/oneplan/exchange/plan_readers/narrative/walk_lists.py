"""The lists of a narrative plan: what leads into them, the role of their items, where they end."""

from __future__ import annotations

from collections.abc import Sequence

from oneplan.document.schema import Element, ElementKind, StatementKind
from oneplan.exchange.plan_readers.narrative.commitments import is_imperative
from oneplan.exchange.plan_readers.narrative.cues import CONTAINERS, Cue, Role
from oneplan.exchange.plan_readers.narrative.labels import (
    focus_label,
    kind_of_container,
    read_label,
)
from oneplan.exchange.plan_readers.narrative.lead_ins import is_open, lead_in_cue
from oneplan.exchange.plan_readers.narrative.outline import SECTION, Container, Outline
from oneplan.exchange.plan_readers.narrative.unit import Unit
from oneplan.exchange.plan_readers.narrative.walk_headings import OWN_SECTION, HeadingWalk

_BRIEF = 10


class ListWalk:
    """Takes the lists of a walk: one is open at a time, from its lead-in to what ends it."""

    def __init__(self, outline: Outline, over: HeadingWalk, units: Sequence[Unit]) -> None:
        self._outline = outline
        self._over = over
        self._units = units
        self._list: Cue | None = None
        self._began = False
        self._lead = ""
        self._actions_before = 0

    @property
    def lead_text(self) -> str:
        """The words that lead into the open list, "" where none is open."""
        return self._lead if self._list else ""

    def begin(self, cue: Cue) -> None:
        """Open a list whose first item stood in its lead-in's paragraph."""
        self._list, self._began, self._lead = cue, True, ""

    def role_of(self, unit: Unit) -> Role:
        """The role of a unit: the open list's, else the outline's."""
        self._began = self._list is not None and (self._began or unit.kind == "item")
        return self._list.role if self._list else self._outline.role

    def end_before(self, unit: Unit) -> None:
        """End the open list where a paragraph comes that is no item of it."""
        if unit.kind != "item" and self._list and self._began and not self._goes_on(unit):
            self.end()

    def leads(self, at: int, unit: Unit) -> bool:
        """Whether the unit leads into a list; if so what follows has the role it gives."""
        cue = lead_in_cue(unit.text) if unit.kind == "text" or unit.text.endswith(":") else None
        if cue is None:
            return False
        self.end()
        role = self._role_of_list(cue)
        if role == "said":
            self._outline.close(self._outline.said_depth)
            self._over.wait_for_said(cue.label, unit)
            return True
        if role != "achieved" and self._outline.aim is not None and _is_said(self._outline.top):
            self._outline.close(self._outline.said_depth)
            self._outline.role = "context"
        if role == "focus":
            self._outline.focus_label = focus_label(unit.text)
        self._keep_lead_in(role, unit)
        if role in CONTAINERS and self._outline.container is None and not self.item_follows(at):
            kind, label = kind_of_container(cue.label, _kind(role))
            self._outline.container = Container(kind, label, SECTION, cue.label)
        self._list, self._began, self._lead = Cue(role, cue.label), False, unit.text
        self._actions_before = len(self._outline.top.actions) if self._outline.top else 0
        return True

    def _keep_lead_in(self, role: Role, unit: Unit) -> None:
        """Keep the lead-in's words as the title of a section or as a statement, unless they are a mere cue."""
        outline = self._outline
        if outline.aim is None and role in OWN_SECTION:
            title = unit.text.strip(" :-–…") + " …"
            section = Element(kind="section", title=title, source=unit.source)
            outline.open(section, SECTION + 2)
        elif role in CONTAINERS:
            outline.state("other", unit.text, unit.source)
        elif unit.words > _BRIEF:
            outline.state(self.kind_of_lead_in(), unit.text, unit.source)

    def item_follows(self, at: int) -> bool:
        """Whether a list item stands right below."""
        return at + 1 < len(self._units) and self._units[at + 1].kind == "item"

    def _role_of_list(self, cue: Cue) -> Role:
        """The lead-in's role where it stands.

        Outside any outcome or priority "we will" says how partners work; inside one, what it wants
        is its success and what it works by are its activities.
        """
        if self._outline.aim is not None:
            inside: dict[Role, Role] = {"outcomes": "success", "priorities": "activity"}
            return inside.get(cue.role, cue.role)
        if cue.role != "actions":
            return cue.role
        return "actions" if self._outline.role == "actions" else "approach"

    def kind_of_lead_in(self) -> StatementKind:
        """The kind of statement that a lead-in is."""
        role = self._outline.role
        if role in ("vision", "value", "approach"):
            return role
        return "context" if role in ("context", "recommendation", "scrutiny") else "other"

    def _goes_on(self, unit: Unit) -> bool:
        """Whether a paragraph after a list is an item of it that lost its bullet."""
        listed = self._list
        if listed is None or listed.role not in ("actions", "activity"):
            return False
        return is_imperative(unit.text) and not is_open(unit.text)

    def end(self) -> None:
        """End the open list; the sums of its lead-in go to its commitments."""
        if self._list and self._list.role == "actions":
            self._outline.give_money(self._lead, self._actions_before)
        self._list = None

    def add_aim(self, unit: Unit, role: Role) -> None:
        """An outcome or priority that a list names; prose between is context."""
        outline = self._outline
        if unit.kind != "item" and not self._list:
            outline.state("context", unit.text, unit.source)
            return
        labelled = read_label(unit.text)
        if labelled and labelled.title:
            outline.list_aim(labelled.element(labelled.title, unit.source))
            return
        container, kind, label = outline.container, _kind(role), None
        if container:
            kind, label = container.kind, container.label
        elif self._list:
            named = kind_of_container(self._list.label, kind)
            label = named[1] if named[0] == kind else None
        outline.list_aim(Element(kind=kind, label=label, title=unit.text, source=unit.source))


def _is_said(element: Element | None) -> bool:
    """Whether an element is a thing said, which ends where a list of something else begins."""
    if element is None or element.kind != "section":
        return False
    return any(said.kind == "said" for said in element.statements)


def _kind(role: Role) -> ElementKind:
    return "outcome" if role == "outcomes" else "priority"
