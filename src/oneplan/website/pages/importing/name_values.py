"""The names that a plan prints, as rows to be settled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.naming.in_plan import acronyms_in, names_in
from oneplan.partnership.partners.naming.meanings import Meanings
from oneplan.partnership.partners.naming.names import Printed, Sort, Thing
from oneplan.partnership.partners.naming.settling import NameGroup, NameInPlan, Spelling, State
from oneplan.partnership.partners.queries.names import groups_of_names
from oneplan.website.components.crumbs import Crumb, crumbs
from oneplan.website.live_plans import OpenLivePlan
from oneplan.website.open_imports import OpenImport
from oneplan.website.wording import counted

Named = OpenImport | OpenLivePlan
"""What prints names that are to be settled: a plan that is being brought in, or one that is here."""

SECTIONS = {
    Printed.PARTNER: ("Bodies", "partners"),
    Printed.LEAD: ("Posts", "leads"),
    Printed.GROUP: ("Groups", "groups"),
    Printed.STRATEGY: ("Strategies", "strategies"),
}
"""The heading of the names that stand in each place, and what the plan calls them."""
SORT_NAMES = {
    Sort.ORGANISATION: "organisation",
    Sort.POST: "post",
    Sort.BOARD: "board",
    Sort.STRATEGY: "strategy",
}
NEW = "new"


@dataclass(frozen=True, slots=True)
class NameRow:
    """Spellings that are likely one name: what they may mean, what is sent to accept that, and why."""

    mark: str
    url: str
    name: str
    spellings: tuple[Spelling, ...]
    times: int
    means: str
    sort: str
    why: str
    new: bool
    sure: bool
    nearly: str


@dataclass(frozen=True, slots=True)
class NameSection:
    """The names that stand in one place of plans."""

    kind: str
    title: str
    lead: str
    rows: list[NameRow]
    settled: list[NameRow]


@dataclass(frozen=True, slots=True)
class NamesPage:
    """All names of a plan, and how many could be settled at once."""

    heading: str
    sections: list[NameSection]
    waiting: int
    suggested: int
    new: int


def page_url(opened: Named, page: str, /, **parts: str) -> str:
    """The path of a page about the names of a plan."""
    if isinstance(opened, OpenImport):
        return opened.step_url(f"import-{page}", **parts)
    return opened.url(page, **parts)


def names_of(opened: Named) -> tuple[list[NameInPlan], dict[str, str]]:
    """The names that a plan prints, and its acronyms with their meanings."""
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
    """The names of a plan in groups, in six queries where it is not given what names mean here."""
    return groups_of_names(member.partnership, *names_of(opened), known)


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


def mark_of(kind: Printed, text: str) -> str:
    """What stands in addresses for a name and where it is printed."""
    return f"{kind.value}-{blake2b(text.encode(), digest_size=8).hexdigest()}"


def sent_for(thing: Thing) -> str:
    """What a form sends for something that stands here."""
    return f"{thing.sort.value}:{thing.id}"


def names_page(opened: Named, groups: Sequence[NameGroup]) -> NamesPage:
    """The page of all names."""
    sections = [
        NameSection(kind.value, title, lead, *_rows(opened, groups, kind))
        for kind, (title, lead) in SECTIONS.items()
        if any(group.kind == kind for group in groups)
    ]
    waiting = [group for group in groups if group.state != State.SETTLED]
    return NamesPage(
        _heading(groups, waiting),
        sections,
        len(waiting),
        sum(group.sure and group.state == State.SUGGESTED for group in waiting),
        sum(group.sure and group.state == State.NEW for group in waiting),
    )


def _heading(groups: Sequence[NameGroup], waiting: Sequence[NameGroup]) -> str:
    if not groups:
        return "The plan prints no names to settle"
    if not waiting:
        return f"All {counted(len(groups), 'name')} are settled"
    return f"{counted(len(waiting), 'name')} to settle of {len(groups):,}"


def _rows(
    opened: Named, groups: Iterable[NameGroup], kind: Printed
) -> tuple[list[NameRow], list[NameRow]]:
    """What is to be settled, doubtful suggestions first and new names last; and what is settled."""
    rows = [(group, name_row(opened, group)) for group in groups if group.kind == kind]
    waiting = [each for each in rows if each[0].state != State.SETTLED]
    waiting.sort(key=lambda each: (each[0].state == State.NEW, each[0].sure))
    return [row for _, row in waiting], [row for group, row in rows if group.state == State.SETTLED]


def name_row(opened: Named, group: NameGroup) -> NameRow:
    """One group as a row."""
    mark = mark_of(group.kind, group.spellings[0].text)
    reasons = dict.fromkeys(each.why for each in group.spellings if each.text != group.name)
    return NameRow(
        mark=mark,
        url=page_url(opened, "name", name=mark),
        name=group.name,
        spellings=group.spellings,
        times=group.times,
        means=sent_for(group.thing) if group.thing else NEW,
        sort=SORT_NAMES[group.sort],
        why="; ".join(list(reasons)[:2]),
        new=group.state == State.NEW,
        sure=group.sure,
        nearly=group.near[0][0] if group.near else "",
    )
