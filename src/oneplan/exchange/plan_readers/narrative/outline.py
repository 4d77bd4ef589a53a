"""The tree of a narrative plan while it is read: what is open, what role the next words have."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from oneplan.document.phrases.measures import read_measure
from oneplan.document.schema import Element, ElementKind, Measure, Statement, StatementKind, Term
from oneplan.exchange.plan_readers.narrative.commitments import (
    funding_in,
    promote_commitments,
    read_commitment,
)
from oneplan.exchange.plan_readers.narrative.cues import Role
from oneplan.exchange.plan_readers.narrative.glossary import read_term
from oneplan.exchange.plan_readers.narrative.joining import text_continues
from oneplan.exchange.plan_readers.narrative.members import is_only_names, read_members
from oneplan.exchange.plan_readers.narrative.sentences import tells_finding
from oneplan.vocabulary.findings import Source

SECTION = 10
"""Depth of an unmarked heading; marked headings have their own level, 1 to 6."""
SAID = 15
CHILD = 20
LABELLED = 21
GROUP = 40

_STATEMENT_KINDS: dict[Role, StatementKind] = {
    "vision": "vision",
    "value": "value",
    "approach": "approach",
    "evidence": "evidence",
    "activity": "activity",
    "success": "success",
    "said": "said",
    "achieved": "achieved",
    "recommendation": "recommendation",
    "scrutiny": "scrutiny",
}
_AIMS = ("outcome", "priority", "partnership")
_SEE_ALSO = ("please ", "see also", "note:", "nb", "n.b.", "for more", "further detail", "source:")


@dataclass(slots=True)
class _Open:
    element: Element
    depth: int


@dataclass(slots=True)
class Container:
    """A heading such as "Our priorities", under which each heading is an element."""

    kind: ElementKind
    label: str | None
    depth: int
    title: str
    children: int = 0


@dataclass(slots=True)
class Outline:
    """The plan as read so far."""

    statements: list[Statement] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    glossary: list[Term] = field(default_factory=list)
    container: Container | None = None
    listed_under: dict[int, str] = field(default_factory=dict)
    """The title of the container that an element stood under, by the element's identity."""
    role: Role = "context"
    focus_label: str | None = None
    _open: list[_Open] = field(default_factory=list)
    _last: dict[Role, Element] = field(default_factory=dict)

    @property
    def top(self) -> Element | None:
        """The innermost open element."""
        return self._open[-1].element if self._open else None

    @property
    def aim(self) -> Element | None:
        """The innermost open element that is not a mere section."""
        kinds = (opened.element for opened in reversed(self._open))
        return next((element for element in kinds if element.kind != "section"), None)

    @property
    def depth(self) -> int:
        """The depth of the innermost open element, 0 where none is open."""
        return self._open[-1].depth if self._open else 0

    @property
    def aim_depth(self) -> int:
        """The depth of the innermost open element that is not a mere section."""
        depths = (
            opened.depth for opened in reversed(self._open) if opened.element.kind != "section"
        )
        return next(depths, 0)

    @property
    def said_depth(self) -> int:
        """The depth of a thing said: inside the outcome or priority that is open."""
        return max(SAID, self.aim_depth + 1)

    @property
    def outer_aim(self) -> Element | None:
        """The outermost open element that is not a mere section."""
        kinds = (opened.element for opened in self._open if opened.element.kind != "section")
        return next(kinds, None)

    def close(self, depth: int) -> None:
        """Close what is open at this depth or deeper."""
        while self._open and self._open[-1].depth >= depth:
            promote_commitments(self._open.pop().element)
        if self.container and self.container.depth >= depth:
            self.container = None

    def close_inside_aim(self) -> None:
        """Close what is open inside the outermost outcome, priority or partnership."""
        depths = (opened.depth for opened in self._open if opened.element.kind != "section")
        self.close(min(next(depths, GROUP - 1) + 1, GROUP))

    def open(self, element: Element, depth: int) -> Element:
        """Open an element under the innermost one above its depth; its words have no role yet."""
        while self._open and self._open[-1].depth >= depth:
            promote_commitments(self._open.pop().element)
        self.attach(element)
        self._open.append(_Open(element, depth))
        self.role = "context"
        return element

    def reopen(self, role: Role) -> bool:
        """Go back to the element that last took something in this role; False where there is none."""
        owner = self._last.get(role)
        if owner is None or owner is self.top:
            return owner is not None
        self._open.append(_Open(owner, GROUP))
        return True

    @contextmanager
    def within(self, element: Element) -> Iterator[None]:
        """Words added meanwhile go to this element, wherever the reading stands."""
        self._open.append(_Open(element, GROUP))
        yield
        self._open.pop()

    @contextmanager
    def within_aim(self) -> Iterator[None]:
        """Words added meanwhile go to the innermost outcome, priority or partnership, if one is open."""
        aim = self.aim
        if aim is None:
            yield
            return
        with self.within(aim):
            yield

    def attach(self, element: Element) -> None:
        """Put an element under the innermost open one, or at the top of the plan.

        Outcomes, priorities and partnerships lie under one another, not under headed prose.
        """
        above = self.aim if element.kind in _AIMS else self.top
        (above.children if above else self.elements).append(element)

    def list_aim(self, element: Element) -> None:
        """An outcome or priority that a list names: under an open aim, else at the top of the plan."""
        if self.container:
            self.listed_under[id(element)] = self.container.title
        aim = self.aim
        (aim.children if aim else self.elements).append(element)

    def state(self, kind: StatementKind, text: str, source: Source) -> None:
        """Add a statement to the innermost open element, or to the plan; a vision in a mere section is the plan's."""
        said = Statement(kind=kind, text=text, source=source)
        top = self.aim if kind == "vision" else self.top
        (top.statements if top else self.statements).append(said)

    def add(self, role: Role, text: str, source: Source, lead_in: str = "") -> None:
        """Add a paragraph or list item in a role."""
        if role in ("measures", "focus", "members", "actions") and self.top is not None:
            self._add_part(role, text, source, lead_in)
        elif role == "glossary":
            self._add_term(text, source)
        else:
            kind = _STATEMENT_KINDS.get(role, "context")
            if kind in ("context", "said") and tells_finding(text):
                kind = "evidence"
            self.state(kind, text, source)

    def _add_part(self, role: Role, text: str, source: Source, lead_in: str) -> None:
        top = self.top
        if top is None or text.lower().startswith(_SEE_ALSO):
            self.state("other", text, source)
            return
        if role == "measures":
            self._add_measure(top, text, source)
        elif role == "focus":
            area = Element(kind="focus_area", label=self.focus_label, title=text, source=source)
            top.children.append(area)
        elif role == "members":
            top.members = list(dict.fromkeys([*top.members, *read_members(text)]))
            if not is_only_names(text):
                self.state("context", text, source)
        else:
            self._add_action(top, text, source, lead_in)
        self._last[role] = top

    def take_measures(self, measures: list[Measure], source: Source) -> None:
        """Add measures that a table states, to a section of their own where nothing is open."""
        top = self.top or self.open(
            Element(kind="section", title="Measures", source=source), SECTION
        )
        top.measures += measures

    def _add_measure(self, top: Element, text: str, source: Source) -> None:
        last = top.measures[-1] if top.measures else None
        if last and (text_continues(last.text, text) or _completes(last.text, text)):
            top.measures[-1] = read_measure(f"{last.text} {text}", last.source)
        else:
            top.measures.append(read_measure(text, source))

    def _add_action(self, top: Element, text: str, source: Source, lead_in: str) -> None:
        last = top.actions[-1] if top.actions else None
        if last and last.source != source and text_continues(last.text, text):
            top.actions[-1] = read_commitment(f"{last.text} {text}", last.source, lead_in)
            return
        top.actions.append(read_commitment(text, source, lead_in))

    def give_money(self, lead_in: str, before: int) -> None:
        """Give the lead-in's sums to the first commitment of the list, marked as shared by all of it.

        The shape of a plan has money on actions only; giving it to each would count it many times.
        """
        top = self.top
        sums = funding_in(lead_in)
        if top is None or not sums or len(top.actions) <= before:
            return
        count = len(top.actions) - before
        for money in sums:
            shared = f"shared by the {count} commitments of this list" if count > 1 else None
            money.label = "; ".join(part for part in (money.label, shared) if part) or None
        top.actions[before].funding = sums + top.actions[before].funding

    def _add_term(self, text: str, source: Source) -> None:
        term = read_term(text, source)
        if term:
            self.glossary.append(term)
        else:
            self.state("other", text, source)


def _completes(before: str, text: str) -> bool:
    """Whether a line in small letters gives the figures of the one that ends in a colon above it."""
    return before.endswith(":") and text[:1].islower() and any(map(str.isdigit, text))
