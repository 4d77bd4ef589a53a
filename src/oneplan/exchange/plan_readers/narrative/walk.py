"""Walks the units of a narrative plan and grows its outline."""

from __future__ import annotations

from collections.abc import Sequence

from oneplan.exchange.plan_readers.blocks import Table
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
from oneplan.exchange.plan_readers.narrative.kept_tables import kept_rows
from oneplan.exchange.plan_readers.narrative.labels import (
    focus_label,
)
from oneplan.exchange.plan_readers.narrative.lead_ins import is_open
from oneplan.exchange.plan_readers.narrative.outline import Outline
from oneplan.exchange.plan_readers.narrative.sentences import (
    delegates_focus,
    measures_nothing,
    quotes_someone,
    tells_how_it_is_known,
    tells_vision,
)
from oneplan.exchange.plan_readers.narrative.unit import Unit
from oneplan.exchange.plan_readers.narrative.walk_headings import (
    HeadingWalk,
    label_of,
)
from oneplan.exchange.plan_readers.narrative.walk_lists import ListWalk
from oneplan.exchange.plan_readers.narrative.walk_table import TableWalk

_DONE: frozenset[Role] = frozenset(("actions", "activity"))
_COUNTED: frozenset[Role] = frozenset(
    ("recommendation", "scrutiny", "evidence", "activity", "success", "achieved", "measures", "actions")
)  # fmt: skip


class Walk:
    """One walk over the units of a plan; the outline holds what was read."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.outline = Outline()
        self.left_out: list[str] = []
        self._units = units
        self._headings = Headings(units)
        self._tables = TableWalk(self.outline)
        self._over = HeadingWalk(self.outline, self._headings, self._tables)
        self._lists = ListWalk(self.outline, self._over, units)

    def run(self) -> Outline:
        """Read all units."""
        for at, unit in enumerate(self._units):
            if unit.kind == "table" and unit.table is not None:
                self._lists.end()
                self._read_table(unit.table)
            elif not self._over.take_expected(at, unit):
                self._read(at, unit)
        self._lists.end()
        self.outline.close(0)
        return self.outline

    def _read_table(self, table: Table) -> None:
        if self.outline.role == "glossary" or looks_like_glossary(table):
            self.outline.glossary += read_glossary(table)
        elif not self._tables.read(table):
            for row in kept_rows(table):
                self.outline.state(row.kind, row.text, row.source)

    def _read(self, at: int, unit: Unit) -> None:
        labelled, cue = label_of(unit), self._headings.cue(at)
        if labelled:
            self._lists.end()
            self._over.label(labelled, unit)
        elif cue:
            self._lists.end()
            if self._headings.is_appendix(at):
                self.outline.close(0)
            self._over.announce(cue, at, unit)
        elif self._headings.is_heading(at) and not self._is_expected(at, unit):
            self._lists.end()
            if self._headings.is_appendix(at):
                self.outline.close(0)
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
            self._lists.end()
            self._run_in(cue, at, unit)
        elif self.outline.top is not None and delegates_focus(unit.text):
            self.outline.focus_label = focus_label(unit.text)
            self.outline.add("focus", unit.text, unit.source)
        elif not self._lists.leads(at, unit):
            self._lists.end_before(unit)
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
        if not self._lists.leads(at, rest):
            self._content(at, rest)
            # The role is the paragraph's and that of a list right below it, not of what comes after.
            self._lists.begin(cue)
        self.outline.role = before

    # What is said

    def _content(self, at: int, unit: Unit) -> None:
        outline = self.outline
        role = self._lists.role_of(unit)
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
            and self._lists.item_follows(at)
        ):
            outline.state(self._lists.kind_of_lead_in(), unit.text, unit.source)
        elif unit.kind == "text" and role in _COUNTED and quotes_someone(unit.text):
            outline.state("evidence" if role == "evidence" else "context", unit.text, unit.source)
        elif role in CONTAINERS:
            self._lists.add_aim(unit, role)
        elif role == "measures" and self._remarks(at, unit):
            outline.state("other", unit.text, unit.source)
        else:
            if is_vision:
                role = "vision"
            elif role == "context" and unit.kind == "item" and self._commits(unit):
                role = "actions"
            elif role in _DONE and unit.kind == "text" and tells_how_it_is_known(unit.text):
                role = "measures"
            outline.add(role, unit.text, unit.source, self._lists.lead_text)

    def _commits(self, unit: Unit) -> bool:
        """Whether a list item right under an outcome or priority says what will be done."""
        top = self.outline.top
        if top is None or top.kind not in ("outcome", "priority"):
            return False
        return unit.text[:1].isupper() and is_imperative(unit.text)

    def _remarks(self, at: int, unit: Unit) -> bool:
        """Whether a paragraph below a list of measures is no measure itself: a sentence without a figure."""
        after_list = at > 0 and self._units[at - 1].kind == "item"
        return unit.kind == "text" and after_list and measures_nothing(unit.text)

    def _tells_vision(self, unit: Unit, role: Role) -> bool:
        """Whether a paragraph outside any outcome opens as a vision does ("Our vision is …")."""
        roles = ("context", "evidence", "value", "left_out")
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
