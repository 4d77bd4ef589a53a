"""Walks the units of a narrative plan and grows its outline."""

from __future__ import annotations

from collections.abc import Sequence

from oneplan.document.schema import Element, ElementKind, StatementKind
from oneplan.exchange.plan_readers.blocks import Table
from oneplan.exchange.plan_readers.narrative.columns import kept_rows
from oneplan.exchange.plan_readers.narrative.commitments import is_imperative
from oneplan.exchange.plan_readers.narrative.cues import (
    CONTAINERS,
    ELEMENT_ROLES,
    Cue,
    Role,
    run_in_cue,
)
from oneplan.exchange.plan_readers.narrative.glossary import looks_like_glossary, read_glossary
from oneplan.exchange.plan_readers.narrative.headings import Headings
from oneplan.exchange.plan_readers.narrative.labels import (
    focus_label,
    kind_of_container,
    read_label,
)
from oneplan.exchange.plan_readers.narrative.lead_ins import is_open, lead_in_cue
from oneplan.exchange.plan_readers.narrative.outline import SAID, SECTION, Container, Outline
from oneplan.exchange.plan_readers.narrative.sentences import (
    delegates_focus,
    measures_nothing,
    tells_vision,
)
from oneplan.exchange.plan_readers.narrative.unit import Unit
from oneplan.exchange.plan_readers.narrative.walk_headings import (
    OWN_SECTION,
    HeadingWalk,
    label_of,
)
from oneplan.exchange.plan_readers.narrative.walk_table import TableWalk

_COUNTED: frozenset[Role] = frozenset(
    ("recommendation", "scrutiny", "evidence", "activity", "success", "achieved", "measures", "actions")
)  # fmt: skip
_BRIEF = 10


class Walk:
    """One walk over the units of a plan; the outline holds what was read."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.outline = Outline()
        self.left_out: list[str] = []
        self._units = units
        self._headings = Headings(units)
        self._tables = TableWalk(self.outline)
        self._over = HeadingWalk(self.outline, self._headings, self._tables)
        self._list: Cue | None = None
        self._list_began = False
        self._lead_text = ""
        self._actions_before = 0

    def run(self) -> Outline:
        """Read all units."""
        for at, unit in enumerate(self._units):
            if unit.kind == "table" and unit.table is not None:
                self._end_list()
                self._read_table(unit.table)
            elif not self._over.take_expected(at, unit):
                self._read(at, unit)
        self._end_list()
        self.outline.close(0)
        return self.outline

    def _read_table(self, table: Table) -> None:
        if self.outline.role == "glossary" or looks_like_glossary(table):
            self.outline.glossary += read_glossary(table)
        elif not self._tables.read(table):
            for text, source in kept_rows(table):
                self.outline.state("context", text, source)

    def _read(self, at: int, unit: Unit) -> None:
        labelled, cue = label_of(unit), self._headings.cue(at)
        if labelled:
            self._end_list()
            self._over.label(labelled, unit)
        elif cue:
            self._end_list()
            self._over.announce(cue, unit)
        elif self._headings.is_heading(at) and not self._is_expected(at, unit):
            self._end_list()
            self._over.open_unknown(at, unit)
        else:
            self._over.fresh = False
            self._prose(at, unit)

    def _is_expected(self, at: int, unit: Unit) -> bool:
        """Whether a line that looks like a heading is what the line before it announced."""
        if unit.kind != "text":
            return False
        if tells_vision(unit.text) or self._runs_in(unit):
            return True
        if self.outline.container is not None:
            return False
        return self._over.fresh or self._headings.open_before(at)

    def _prose(self, at: int, unit: Unit) -> None:
        cue = self._runs_in(unit)
        if cue:
            self._end_list()
            self._run_in(cue, at, unit)
        elif self.outline.top is not None and delegates_focus(unit.text):
            self.outline.focus_label = focus_label(unit.text)
            self.outline.add("focus", unit.text, unit.source)
        elif not self._leads(at, unit):
            if unit.kind != "item" and self._list and self._list_began and not self._goes_on(unit):
                self._end_list()
            self._content(at, unit)

    def _runs_in(self, unit: Unit) -> Cue | None:
        """The role of a paragraph that opens with its own heading ("Membership: …")."""
        cue = run_in_cue(unit.text) if unit.kind == "text" else None
        if cue is None or cue.role in ("section", "left_out", "context", *CONTAINERS):
            return None
        outside = self.outline.aim is None
        if outside and cue.role in ("members", "lead") and "member" not in cue.label.lower():
            return None
        return cue

    def _run_in(self, cue: Cue, at: int, unit: Unit) -> None:
        """Take a paragraph with its own heading apart."""
        rest = Unit("text", cue.rest, source=unit.source)
        if cue.role == "said":
            self._over.wait_for_said(cue.label, unit)
            self._over.open_said(rest)
            return
        before: Role = self.outline.role if self.outline.role != "said" else "context"
        if cue.role in ELEMENT_ROLES or cue.role == "achieved":
            self._over.announce_in_element(cue, Unit("text", cue.label, source=unit.source))
        else:
            self.outline.role = cue.role
        self._over.fresh = False
        if not self._leads(at, rest):
            self._content(at, rest)
            # The role is the paragraph's and that of a list right below it, not of what comes after.
            self._list, self._list_began, self._lead_text = cue, True, ""
        self.outline.role = before

    # Lists

    def _leads(self, at: int, unit: Unit) -> bool:
        """Whether the unit leads into a list; if so what follows has the role it gives."""
        cue = lead_in_cue(unit.text) if unit.kind == "text" or unit.text.endswith(":") else None
        if cue is None:
            return False
        self._end_list()
        role = self._role_of_list(cue)
        if role == "said":
            self.outline.close(SAID)
            self._over.wait_for_said(cue.label, unit)
            return True
        if role == "focus":
            self.outline.focus_label = focus_label(unit.text)
        self._keep_lead_in(role, unit)
        if role in CONTAINERS and self.outline.container is None and not self._item_follows(at):
            kind, label = kind_of_container(cue.label, _kind(role))
            self.outline.container = Container(kind, label, SECTION, cue.label)
        self._list, self._list_began, self._lead_text = Cue(role, cue.label), False, unit.text
        self._actions_before = len(self.outline.top.actions) if self.outline.top else 0
        return True

    def _keep_lead_in(self, role: Role, unit: Unit) -> None:
        """Keep the lead-in's words as the title of a section or as a statement, unless they are a mere cue."""
        outline = self.outline
        if outline.aim is None and role in OWN_SECTION:
            title = unit.text.strip(" :-–…") + " …"
            section = Element(kind="section", title=title, source=unit.source)
            outline.open(section, SECTION + 2)
        elif role in CONTAINERS:
            outline.state("other", unit.text, unit.source)
        elif unit.words > _BRIEF:
            outline.state(self._kind_of_lead_in(), unit.text, unit.source)

    def _item_follows(self, at: int) -> bool:
        return at + 1 < len(self._units) and self._units[at + 1].kind == "item"

    def _role_of_list(self, cue: Cue) -> Role:
        """The lead-in's role where it stands.

        Outside any outcome or priority "we will" says how partners work; inside one, what it wants
        is its success and what it works by are its activities.
        """
        if self.outline.aim is not None:
            inside: dict[Role, Role] = {"outcomes": "success", "priorities": "activity"}
            return inside.get(cue.role, cue.role)
        if cue.role != "actions":
            return cue.role
        return "actions" if self.outline.role == "actions" else "approach"

    def _kind_of_lead_in(self) -> StatementKind:
        role = self.outline.role
        if role in ("vision", "value", "approach"):
            return role
        return "context" if role in ("context", "recommendation", "scrutiny") else "other"

    def _goes_on(self, unit: Unit) -> bool:
        """Whether a paragraph after a list is an item of it that lost its bullet."""
        listed = self._list
        if listed is None or listed.role not in ("actions", "activity"):
            return False
        return is_imperative(unit.text) and not is_open(unit.text)

    def _end_list(self) -> None:
        if self._list and self._list.role == "actions":
            self.outline.give_money(self._lead_text, self._actions_before)
        self._list = None

    # What is said

    def _content(self, at: int, unit: Unit) -> None:
        outline = self.outline
        role = self._list.role if self._list else outline.role
        self._list_began = self._list is not None and (self._list_began or unit.kind == "item")
        is_vision = self._tells_vision(unit, role)
        if (role == "left_out" and not is_vision) or self._is_cover(unit):
            self.left_out.append(unit.text)
        elif self._over.half_said:
            outline.add(role, f"{self._over.half_said} {unit.text}", unit.source)
            self._over.half_said = ""
        elif (
            unit.kind == "text"
            and is_open(unit.text)
            and role in _COUNTED
            and self._item_follows(at)
        ):
            outline.state(self._kind_of_lead_in(), unit.text, unit.source)
        elif role in CONTAINERS:
            self._list_aim(unit, role)
        elif role == "measures" and self._remarks(at, unit):
            outline.state("other", unit.text, unit.source)
        else:
            if is_vision:
                role = "vision"
            outline.add(role, unit.text, unit.source, self._lead_text if self._list else "")

    def _remarks(self, at: int, unit: Unit) -> bool:
        """Whether a paragraph below a list of measures is no measure itself: a sentence without a figure."""
        after_list = at > 0 and self._units[at - 1].kind == "item"
        return unit.kind == "text" and after_list and measures_nothing(unit.text)

    def _tells_vision(self, unit: Unit, role: Role) -> bool:
        """Whether a paragraph outside any outcome opens as a vision does ("Our vision is …")."""
        roles = ("context", "evidence", "left_out")
        if unit.kind != "text" or role not in roles or self.outline.aim:
            return False
        return tells_vision(unit.text)

    def _is_cover(self, unit: Unit) -> bool:
        """Whether the unit is a slogan or name on the cover, or the same again elsewhere."""
        if unit.kind != "text" or unit.words > 5 or unit.text.endswith("."):
            return False
        outline = self.outline
        begun = outline.statements or outline.elements or outline.role != "context"
        return not begun or unit.text in self.left_out

    def _list_aim(self, unit: Unit, role: Role) -> None:
        """An outcome or priority that a list names; prose between is context."""
        outline = self.outline
        if unit.kind != "item" and not self._list:
            outline.state("context", unit.text, unit.source)
            return
        labelled = read_label(unit.text)
        if labelled and labelled.title:
            outline.list_aim(labelled.element(labelled.title, unit.source))
            return
        container = outline.container
        kind, label = (container.kind, container.label) if container else (_kind(role), None)
        outline.list_aim(Element(kind=kind, label=label, title=unit.text, source=unit.source))


def _kind(role: Role) -> ElementKind:
    return "outcome" if role == "outcomes" else "priority"
