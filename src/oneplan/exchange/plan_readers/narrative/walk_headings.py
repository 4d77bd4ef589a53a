"""What a heading does to the outline: it opens an element, gives a role, or titles a section."""

from __future__ import annotations

import re

from oneplan.document.schema import Element, ElementKind
from oneplan.exchange.plan_readers.narrative.cues import CONTAINERS, ELEMENT_ROLES, Cue, Role
from oneplan.exchange.plan_readers.narrative.headings import Headings
from oneplan.exchange.plan_readers.narrative.joining import hangs
from oneplan.exchange.plan_readers.narrative.labels import (
    Labelled,
    focus_label,
    kind_of_container,
    names_group,
    read_label,
    split_number,
)
from oneplan.exchange.plan_readers.narrative.outline import (
    CHILD,
    GROUP,
    LABELLED,
    SECTION,
    Container,
    Outline,
)
from oneplan.exchange.plan_readers.narrative.unit import Unit
from oneplan.exchange.plan_readers.narrative.walk_table import TableWalk

OWN_SECTION: frozenset[Role] = frozenset(
    ("measures", "activity", "actions", "success", "members", "focus")
)
"""Roles that open a section of their own where no outcome or priority is open."""
_TELLING: frozenset[Role] = frozenset(
    ("evidence", "activity", "success", "measures", "actions", "focus")
)
_LABEL_WITHIN = 24
_LONGEST_SENTENCE = 14
_LONGEST_UNLABELLED = 8
_SEVERAL = re.compile(r"\b(?:ambitions|pledges|promises|commitments|goals|aims)\b", re.IGNORECASE)


class HeadingWalk:
    """Takes the headings of a walk. ``fresh`` is set where the next line is the heading's content."""

    def __init__(self, outline: Outline, headings: Headings, tables: TableWalk) -> None:
        self.fresh = False
        self.half_said = ""
        self._outline = outline
        self._headings = headings
        self._tables = tables
        self._pending: tuple[Labelled, Unit] | None = None
        self._said: tuple[str, Unit] | None = None
        self._ranks: dict[str, int] = {}

    def take_expected(self, at: int, unit: Unit) -> bool:
        """Whether the unit is the title or the thing said that the line before it announced."""
        if self._pending is not None and unit.kind != "item":
            (labelled, heading), self._pending = self._pending, None
            self._open_labelled(labelled, unit.text, heading)
            return True
        if self._said is not None and not self._headings.cue(at):
            self.open_said(unit)
            return True
        return False

    def label(self, labelled: Labelled, unit: Unit) -> None:
        """Open the element of a labelled heading, or wait for its title on the next line."""
        if labelled.title:
            self._open_labelled(labelled, labelled.title, unit)
        else:
            self._pending = labelled, unit

    def _open_labelled(self, labelled: Labelled, title: str, unit: Unit) -> None:
        container = self._outline.container
        inner = labelled.kind in ("focus_area", "workstream")
        if container and not unit.heading_level and container.children and not inner:
            self._outline.close(container.depth)
        if not unit.heading_level and not inner and self._outline.aim is None:
            self._outline.close(SECTION)
        depth = unit.heading_level or self._rank(labelled.label)
        self._outline.open(labelled.element(title, unit.source), depth)
        self.fresh = False

    def _rank(self, label: str) -> int:
        """The depth of an unmarked label: deeper than the one that was open when it first came."""
        if label not in self._ranks:
            depth = self._outline.depth
            self._ranks[label] = depth + 1 if CHILD <= depth < GROUP - 1 else LABELLED
        return self._ranks[label]

    def announce(self, cue: Cue, at: int, unit: Unit) -> None:
        """Give the words below a heading the role that it announces."""
        outline = self._outline
        cue = self._as_container(cue, at, unit)
        self.fresh = unit.kind == "text"
        depth = unit.heading_level or SECTION
        inside = self._inside_aim(unit)
        if cue.role in ("members", "lead") and not unit.heading_level:
            self._leave_what_has_no_members()
        if cue.role in CONTAINERS and not inside:
            outline.close(depth)
            kind, label = kind_of_container(cue.label)
            outline.container = Container(kind, label, depth, cue.label)
            outline.role = cue.role
        elif cue.role == "said" and self._headings.lists_what_was_said(at):
            outline.open(
                Element(kind="section", title=unit.text.strip(" :"), source=unit.source), depth
            )
            outline.role = "said"
        elif cue.role == "said":
            outline.close(unit.heading_level or outline.said_depth)
            self.wait_for_said(cue.label, unit)
        elif cue.role in ELEMENT_ROLES or cue.role == "achieved" or inside:
            self.announce_in_element(cue, unit)
        elif cue.role == "section":
            outline.open(Element(kind="section", title=unit.text, source=unit.source), depth)
        else:
            outline.close(depth)
            if cue.role == "approach" and unit.heading_level and self._headings.over_table(at):
                title = unit.text.strip(" :")
                outline.open(Element(kind="section", title=title, source=unit.source), depth)
            outline.role = cue.role
            self.half_said = unit.text if cue.role == "vision" and hangs(unit.text) else ""

    def _as_container(self, cue: Cue, at: int, unit: Unit) -> Cue:
        """ "Our ambitions" over further headings holds outcomes, "Our pledges" priorities."""
        if cue.role not in ("vision", "actions") or not self._headings.over_deeper(at):
            return cue
        kind, label = kind_of_container(cue.label)
        if label is None or not _SEVERAL.search(unit.text):
            return cue
        return Cue("outcomes" if kind == "outcome" else "priorities", cue.label, cue.rest)

    def _leave_what_has_no_members(self) -> None:
        """Close an outcome or priority above a heading such as "Our members", which is the plan's."""
        aim = self._outline.aim
        if aim is not None and aim.kind != "partnership" and aim is self._outline.outer_aim:
            self._outline.close(SECTION)

    def _inside_aim(self, unit: Unit) -> bool:
        """Whether a heading belongs to the open outcome or priority rather than to the plan."""
        outline = self._outline
        if outline.aim is None:
            return False
        if unit.heading_level:
            return outline.aim_depth < unit.heading_level or outline.aim_depth >= SECTION
        top = outline.top
        if top is None or top is not outline.aim:
            return False
        return not (top.statements or top.children or top.measures or top.actions)

    def announce_in_element(self, cue: Cue, unit: Unit) -> None:
        """Give the words below a role of the open element; without one, of a section so titled."""
        outline = self._outline
        if unit.heading_level and not self._goes_on_in_group(cue):
            outline.close(unit.heading_level + 1)
        elif not unit.heading_level and outline.depth >= GROUP:
            outline.close(GROUP)
        if cue.role == "focus":
            outline.focus_label = focus_label(cue.label)
        if outline.aim is None and cue.role in OWN_SECTION:
            title = unit.text.strip(" :")
            depth = unit.heading_level or SECTION
            outline.open(Element(kind="section", title=title, source=unit.source), depth)
            if cue.role == "focus":
                label = outline.focus_label
                outline.container = Container("focus_area", label, depth, cue.label)
        outline.role = cue.role
        self._tables.remember(cue.role)

    def _goes_on_in_group(self, cue: Cue) -> bool:
        """Whether a second column is about the one group that the first was about.

        Columns that are printed one after another name their group in the first only.
        """
        top, owner = self._outline.top, self._outline.outer_aim
        if top is None or owner is None or owner.kind != "partnership" or cue.role != "actions":
            return False
        return owner.children == [top] and bool(top.measures) and not top.actions

    def open_unknown(self, at: int, unit: Unit) -> None:
        """Open the element or section of a heading that announces no known role."""
        outline = self._outline
        role, kind, container = outline.role, self._kind(at, unit), outline.container
        listed = container is not None and self._in_container(unit) and kind == container.kind
        title = unit.text.strip(" :")
        element = Element(kind=kind, title=title, source=unit.source)
        if kind != "section":
            element.code, element.title = split_number(title)
        if container and listed:
            container.children += 1
            element.label = container.label
            outline.listed_under[id(element)] = container.title
        elif kind == "section" and not unit.heading_level:
            outline.container = None
        outline.open(element, unit.heading_level or (CHILD if listed else SECTION))
        # A sub-heading inside a list of measures or actions does not change what the list holds.
        if unit.heading_level and kind in ("outcome", "workstream") and role in ELEMENT_ROLES:
            outline.role = role
        self.fresh = False

    def _in_container(self, unit: Unit) -> bool:
        container = self._outline.container
        return container is not None and (
            not unit.heading_level or unit.heading_level > container.depth
        )

    def _kind(self, at: int, unit: Unit) -> ElementKind:
        roles = self._headings.roles_below(at)
        if "members" in roles:
            return "partnership"
        outline = self._outline
        if unit.heading_level and outline.aim and outline.aim_depth < unit.heading_level:
            if outline.aim.kind == "partnership":
                return "workstream" if names_group(unit.text) else "outcome"
            return "focus_area" if outline.role == "focus" or roles & _TELLING else "section"
        if outline.container and self._in_container(unit):
            return outline.container.kind
        marked = unit.heading_level or unit.bold or split_number(unit.text)[0] or unit.marker
        return "priority" if marked and len(roles & _TELLING) >= 2 else "section"

    def wait_for_said(self, label: str, heading: Unit) -> None:
        """The next line is what was said."""
        self._said = label, heading

    def open_said(self, unit: Unit) -> None:
        """Open the section of a thing said, whose label was announced before."""
        label, heading = self._said or ("", unit)
        self._said = None
        element = Element(kind="section", label=label, title=unit.text, source=unit.source)
        self._outline.open(element, heading.heading_level or self._outline.said_depth)
        self._outline.role = "said"
        self._outline.state("said", unit.text, unit.source)


def label_of(unit: Unit) -> Labelled | None:
    """The labelled heading that a unit is, None where it is a sentence or none."""
    marked = unit.kind == "heading" or unit.bold
    at_most = _LONGEST_SENTENCE if ":" in unit.text[:_LABEL_WITHIN] else _LONGEST_UNLABELLED
    sentence = not marked and unit.text.endswith((".", ";")) and unit.words > at_most
    if unit.kind == "item" or sentence:
        return None
    return read_label(unit.text)
