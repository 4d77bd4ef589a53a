"""The names that a plan prints, as rows to be settled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.naming.in_plan import acronyms_in, names_in
from oneplan.partnership.partners.naming.likeness import surroundings
from oneplan.partnership.partners.naming.meanings import Meanings
from oneplan.partnership.partners.naming.names import Printed
from oneplan.partnership.partners.naming.settling import NameGroup, NameInPlan, State, settle
from oneplan.partnership.partners.queries.names import meanings
from oneplan.vocabulary.figures import number_in_words
from oneplan.website.components.crumbs import Crumb, crumbs
from oneplan.website.open_imports import OpenImport
from oneplan.website.open_plan import OpenPlan
from oneplan.website.pages.importing.name_rows import Named, NameRow, mark_of, name_row, page_url
from oneplan.website.wording import counted

SECTIONS = {
    Printed.PARTNER: ("Bodies", "partners"),
    Printed.LEAD: ("Posts", "leads"),
    Printed.GROUP: ("Groups", "groups"),
    Printed.STRATEGY: ("Strategies", "strategies"),
}
"""The heading of the names that stand in each place, and what the plan calls them."""


@dataclass(frozen=True, slots=True)
class AtOnce:
    """How many names can be settled by one button: as they are suggested, and as new."""

    suggested: int
    new: int


@dataclass(frozen=True, slots=True)
class NameSection:
    """The names that stand in one place of plans.

    ``rows`` are to be looked at: printed in several ways, or like another. ``plain`` are new and like no
    other; ``settled`` are.
    """

    kind: str
    title: str
    lead: str
    rows: list[NameRow]
    plain: list[NameRow]
    settled: list[NameRow]
    at_once: AtOnce

    @property
    def waiting(self) -> int:
        """How many are to be settled."""
        return len(self.rows) + len(self.plain)


@dataclass(frozen=True, slots=True)
class NamesPage:
    """All names of a plan, and how many could be settled at once."""

    heading: str
    sections: list[NameSection]
    waiting: int
    to_look_at: int
    at_once: AtOnce


def names_of(opened: Named) -> tuple[list[NameInPlan], dict[str, str]]:
    """The names that a plan prints, and its acronyms with their meanings."""
    return opened.once(_names)


def _names(opened: OpenPlan) -> tuple[list[NameInPlan], dict[str, str]]:
    return names_in(opened.facts), acronyms_in(opened.plan)


def way_to_names(opened: Named, name: str = "") -> list[Crumb]:
    """The plan, its names and one of them; none on the way in, where steps say where one is."""
    if isinstance(opened, OpenImport):
        return []
    if not name:
        return crumbs(opened, here="Names")
    return [*crumbs(opened), Crumb("Names", page_url(opened, "names")), Crumb(name)]


def groups_of(
    member: Member, opened: Named, known: Meanings | None = None
) -> tuple[NameGroup, ...]:
    """The names of a plan in groups, in three queries where it is not given what names mean here.

    Where the names mean what they meant the last time, the same groups are given back.
    """
    here = member.partnership
    return opened.once(_groups, here.name, known or meanings(here))


def _groups(opened: OpenPlan, place: str, known: Meanings) -> tuple[NameGroup, ...]:
    names, acronyms = opened.once(_names)
    return settle(names, known, surroundings(place, acronyms))


def open_names(member: Member, opened: Named) -> int:
    """How many names of a plan mean nothing yet, likely spellings of one name counted once."""
    return sum(group.state != State.SETTLED for group in groups_of(member, opened))


def group_named(groups: Iterable[NameGroup], mark: str) -> NameGroup | None:
    """The group that has the spelling with this mark; None where there is none."""
    return next(
        (
            group
            for group in groups
            for spelling in group.spellings
            if mark_of(group.kind, spelling.text) == mark
        ),
        None,
    )


def names_page(opened: Named, groups: tuple[NameGroup, ...]) -> NamesPage:
    """The page of all names, made anew where the groups are others than the last time."""
    return opened.once(_page, groups)


def _page(opened: Named, groups: tuple[NameGroup, ...]) -> NamesPage:
    sections = [
        _section(opened, kind, own)
        for kind in SECTIONS
        if (own := [group for group in groups if group.kind == kind])
    ]
    waiting = sum(section.waiting for section in sections)
    return NamesPage(
        _heading(len(groups), waiting),
        sections,
        waiting,
        sum(len(section.rows) for section in sections),
        _at_once(groups),
    )


def _heading(number: int, waiting: int) -> str:
    if not number:
        return "The plan prints no names to settle"
    if not waiting:
        return f"All {counted(number, 'name')} are settled"
    if waiting == number:
        return f"{counted(number, 'name')} to settle"
    return f"{counted(waiting, 'name')} to settle of {number_in_words(number)}"


def _section(opened: Named, kind: Printed, groups: Sequence[NameGroup]) -> NameSection:
    """Doubtful suggestions come first, then what is suggested surely, then what is new."""
    title, lead = SECTIONS[kind]
    times = {each.name: each.times for each in groups}
    settled = [name_row(opened, each) for each in groups if each.state == State.SETTLED]
    waiting = [name_row(opened, each, times) for each in groups if each.state != State.SETTLED]
    rows = sorted((row for row in waiting if not row.plain), key=lambda row: (row.new, row.sure))
    plain = [row for row in waiting if row.plain]
    return NameSection(kind.value, title, lead, rows, plain, settled, _at_once(groups))


def _at_once(groups: Iterable[NameGroup]) -> AtOnce:
    sure = [group.state for group in groups if group.sure]
    return AtOnce(sure.count(State.SUGGESTED), sure.count(State.NEW))
